/**
 * Changes → one call at a time. Editors save in bursts and builds take longer than a burst, so a change starts a
 * short wait, and a change that comes while a build runs queues one more, however many there are:
 *
 *             change            quiet             done
 *     idle ───────────▶ waiting ─────────▶ running ──────────▶ idle
 *                        │   ▲              │   ▲
 *                        └───┘       change │   │ done
 *                        change             ▼   │
 *                                          queued ─┐ change
 *                                              ▲───┘
 *     and from any of them, on close, to closed, which is never left.
 */

export type State = "idle" | "waiting" | "running" | "queued" | "closed";
export type Event = "change" | "quiet" | "done" | "close";
/** `wait`: start the quiet time again. `run`: build with all that has changed so far. */
export type Effect = "wait" | "run" | "none";

/** The state machine's transitions. An event that cannot happen in a state (a late timer) changes nothing. */
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
export class RebuildQueue {
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

  /** Runs the first build at once, with nothing changed. */
  start(): void {
    this.#on("change");
    this.#on("quiet");
  }

  /** Whether something has changed since the running job began. */
  get outdated(): boolean {
    return this.#state === "queued";
  }

  /** Resolves when the running job has ended; none begins after. */
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
