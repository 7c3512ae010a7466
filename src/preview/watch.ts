/**
 * Changes on disk → one call at a time. Editors save in bursts and builds take longer than a burst, so a change starts a
 * short wait, and a change that comes while a build runs queues one more, however many there are:
 *
 *             change            quiet             done
 *     idle ───────────▶ waiting ─────────▶ running ──────────▶ idle
 *                        │   ▲              │   ▲
 *                        └───┘       change │   │ done
 *                        change             ▼   │
 *                                          queued ─┐ change
 *                                              ▲───┘
 *     and from any of them, on close, to closed, where nothing moves any more.
 */
import { existsSync } from "node:fs";
import { join, sep } from "node:path";
import { watch as watchFolders } from "chokidar";

export type State = "idle" | "waiting" | "running" | "queued" | "closed";
export type Event = "change" | "quiet" | "done" | "close";
/** `wait`: begin the quiet time anew. `run`: call for a build with all that changed so far. */
export type Effect = "wait" | "run" | "none";

/** What a state makes of an event. What cannot happen in a state (a late timer) changes nothing. */
export function nextStep(state: State, event: Event): readonly [State, Effect] {
  if (event === "close") return ["closed", "none"];
  switch (state) {
    case "idle":
      return event === "change" ? ["waiting", "wait"] : [state, "none"];
    case "waiting":
      if (event === "change") return ["waiting", "wait"];
      return event === "quiet" ? ["running", "run"] : [state, "none"];
    case "running":
      if (event === "change") return ["queued", "none"];
      return event === "done" ? ["idle", "none"] : [state, "none"];
    case "queued":
      return event === "done" ? ["running", "run"] : [state, "none"];
    case "closed":
      return ["closed", "none"];
    default:
      return state satisfies never;
  }
}

/** Milliseconds without a change after which a burst counts as over. */
const QUIET = 30;

/** Runs one job at a time over what changed. `run` must not throw. */
export class Rounds {
  readonly #run: (changed: readonly string[]) => Promise<void>;
  readonly #quiet: number;
  readonly #changed = new Set<string>();
  #state: State = "idle";
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(run: (changed: readonly string[]) => Promise<void>, quiet = QUIET) {
    this.#run = run;
    this.#quiet = quiet;
  }

  change(path: string): void {
    this.#changed.add(path);
    this.#on("change");
  }

  /** A build at once, with nothing changed: the first one. */
  start(): void {
    this.#on("change");
    this.#on("quiet");
  }

  /** Whether something has changed since the job that runs began. */
  get outdated(): boolean {
    return this.#state === "queued";
  }

  /** Resolves when the job that runs has ended; none begins after. */
  async close(): Promise<void> {
    this.#on("close");
    clearTimeout(this.#timer);
    await this.#running;
  }

  #on(event: Event): void {
    const [state, effect] = nextStep(this.#state, event);
    this.#state = state;
    if (effect === "none") return;
    clearTimeout(this.#timer);
    if (effect === "wait") {
      this.#timer = setTimeout(() => this.#on("quiet"), this.#quiet);
      return;
    }
    const changed = [...this.#changed].sort();
    this.#changed.clear();
    this.#running = this.#run(changed).then(() => this.#on("done"));
  }
}

/** Files that editors and file systems make for themselves beside the one that is edited: 4913 is what Vim tries a folder with. */
const isPassing = (path: string): boolean => {
  const name = path.slice(path.lastIndexOf(sep) + 1);
  return name === "" || name.startsWith(".") || name.endsWith("~") || name === "4913";
};

export interface Watch {
  /** Resolves when every folder is watched. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

/**
 * Calls `onChange` with the absolute path of what was added, changed or removed in the folders; all but one may be made later.
 * Only folders are watched, since the system tells of the files in them too: at 20,000 articles a watch on each file
 * costs three times the start and 80 MB more.
 */
export function watchChanges(
  folders: readonly string[],
  {
    onChange,
    onError,
  }: { readonly onChange: (path: string) => void; readonly onError: (error: Error) => void },
): Watch {
  // Given a folder that is not there, chokidar calls itself ready before the others are watched: so those come after.
  const [there, missing] = [
    folders.filter((one) => existsSync(one)),
    folders.filter((one) => !existsSync(one)),
  ];
  const watcher = watchFolders(there, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (_path, stats) => stats?.isFile() ?? false,
  });
  const tell = (path: string): void => {
    const inside = folders.some((folder) => path === folder || path.startsWith(folder + sep));
    if (inside && !isPassing(path)) onChange(path);
  };
  watcher.on("raw", (_event, name, details) => {
    const { watchedPath } = details as { readonly watchedPath?: string };
    if (name && watchedPath) tell(join(watchedPath, name));
  });
  watcher.on("addDir", tell);
  watcher.on("unlinkDir", tell);
  watcher.on("error", (error) => onError(error instanceof Error ? error : new Error(String(error))));
  const ready = new Promise<void>((resolve) => {
    watcher.once("ready", () => {
      watcher.add(missing);
      resolve();
    });
  });
  return { ready, close: () => watcher.close() };
}
