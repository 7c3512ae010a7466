/**
 * Folders → every change in them, under the names they were given by. A folder may be a symbolic link, may be made later,
 * and may be taken away and replaced, all while it is watched.
 */
import type { BigIntStats } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { type FSWatcher, watch as watchFolder } from "chokidar";
import { pathWithin } from "../model/path-within.ts";

/** Files that editors and file systems make for themselves beside the one that is edited: 4913 is what Vim tries a folder with. */
const isPassing = (path: string): boolean => {
  const name = basename(path);
  return name === "" || name.startsWith(".") || name.endsWith("~") || name === "4913";
};

export interface Watch {
  /** Resolves when every folder that is there is watched. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}
interface Listener {
  /** Called with the absolute path of what was added, changed or removed. */
  readonly onChange: (path: string) => void;
  readonly onError: (error: Error) => void;
}

/**
 * Milliseconds between looks at which folder stands under each name. The system tells of what happens in a folder, but not
 * that another was put in its place, or that a link above it leads elsewhere now.
 */
const EVERY = 250;

/** What stands under a name: where it really lies, and what tells it from another that lay there before. */
interface Standing {
  readonly real: string;
  readonly identity: string;
}

const identityOf = ({ dev, ino, birthtimeNs }: BigIntStats): string => [dev, ino, birthtimeNs].join(" ");

/** Null where there is no folder of that name. */
async function standingAt(folder: string): Promise<Standing | null> {
  try {
    const real = await realpath(folder);
    const found = await stat(real, { bigint: true });
    return found.isDirectory() ? { real, identity: `${identityOf(found)} ${real}` } : null;
  } catch {
    return null;
  }
}

/** What tells whether a file to which a symbolic link leads, wherever it lies, is as it was. */
async function linkedFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const links = entries.filter((entry) => entry.isSymbolicLink());
  const stamps = links.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    const found = await stat(path, { bigint: true }).catch(() => null);
    return [path, found ? [found.dev, found.ino, found.size, found.mtimeNs].join(" ") : ""] as const;
  });
  return new Map(await Promise.all(stamps));
}

class WatchedFolder {
  readonly #folder: string;
  readonly #listener: Listener;
  readonly #isFollowed: boolean;
  #standing: Standing | null = null;
  #watcher: FSWatcher | null = null;
  #linked: ReadonlyMap<string, string> = new Map();

  /** @param isFollowed Whether links in it may lead to files elsewhere, which are then watched too. */
  constructor(folder: string, listener: Listener, isFollowed: boolean) {
    this.#folder = folder;
    this.#listener = listener;
    this.#isFollowed = isFollowed;
  }

  /** Watches what stands there now; resolves when it is watched. */
  async start(): Promise<void> {
    this.#standing = await standingAt(this.#folder);
    if (this.#isFollowed) this.#linked = await linkedFiles(this.#folder);
    if (this.#standing) await this.#watch(this.#standing.real);
  }

  /** Watches anew where something else stands there, and tells of the whole folder then: what was in it is not known. */
  async look(): Promise<void> {
    const now = await standingAt(this.#folder);
    if (now?.identity !== this.#standing?.identity) {
      await this.close();
      this.#standing = now;
      if (now) await this.#watch(now.real);
      this.#listener.onChange(this.#folder);
    }
    if (!this.#isFollowed) return;
    const before = this.#linked;
    this.#linked = await linkedFiles(this.#folder);
    for (const [path, stamp] of this.#linked) if (before.get(path) !== stamp) this.#listener.onChange(path);
  }

  async close(): Promise<void> {
    await this.#watcher?.close();
    this.#watcher = null;
  }

  /**
   * Only folders are watched, since the system tells of the files in them too: at 20,000 articles a watch on each file
   * costs three times the start and 80 MB more.
   */
  #watch(real: string): Promise<void> {
    const watcher = watchFolder(real, {
      ignoreInitial: true,
      followSymlinks: false,
      ignored: (_path, stats) => stats?.isFile() ?? false,
    });
    this.#watcher = watcher;
    const tell = (path: string): void => {
      const inner = pathWithin(real, path);
      if (inner !== null && !isPassing(path)) this.#listener.onChange(join(this.#folder, inner));
    };
    watcher.on("raw", (_event, name, details) => {
      const { watchedPath } = details as { readonly watchedPath?: string };
      if (name && watchedPath) tell(join(watchedPath, name));
    });
    watcher.on("addDir", tell);
    watcher.on("unlinkDir", (path) => {
      // The next folder of this name may be given the number of this one.
      if (path === real) this.#standing = null;
      tell(path);
    });
    watcher.on("error", (error) =>
      this.#listener.onError(error instanceof Error ? error : new Error(String(error))),
    );
    return new Promise((ready) => watcher.once("ready", ready));
  }
}

/**
 * @param folders Absolute; any of them may be made later.
 * @param followed Those of them in which a symbolic link may lead to a file elsewhere.
 */
export function watchChanges(
  folders: readonly string[],
  { followed = [], ...listener }: Listener & { readonly followed?: readonly string[] },
): Watch {
  const watched = folders.map((folder) => new WatchedFolder(folder, listener, followed.includes(folder)));
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<unknown> = Promise.all(watched.map((one) => one.start()));
  const ready = looking.then(() => {});
  const lookAgain = (): void => {
    if (isClosed) return;
    timer = setTimeout(() => {
      looking = Promise.all(watched.map((one) => one.look())).then(lookAgain);
    }, EVERY);
  };
  void ready.then(lookAgain);
  return {
    ready,
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await looking;
      await Promise.all(watched.map((one) => one.close()));
    },
  };
}
