/**
 * Files that change → one rebuild after another, never two at once.
 *
 *            change              quiet for a moment
 *   idle ───────────▶ debouncing ───────────────▶ running ──▶ idle      (nothing came meanwhile)
 *                      ▲    │ change                │ change
 *                      │    └▶ debouncing           ▼
 *                      └───────────────────────── queued                (rebuild once it has ended)
 */
import { type FSWatcher, watch } from "chokidar";

/** Milliseconds without a change after which a save is over: editors write in bursts. */
const QUIET = 40;

type State = "idle" | "debouncing" | "running" | "queued" | "closed";

export interface Watcher {
  /** Resolves when the file system is watched. */
  readonly ready: Promise<void>;
  /** Waits for a rebuild that is under way. */
  readonly close: () => Promise<void>;
}

/** @param rebuild Never throws. */
export function watchFolders(folders: readonly string[], rebuild: () => Promise<void>): Watcher {
  let state: State = "idle";
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const run = (): void => {
    state = "running";
    running = rebuild().then(() => {
      if (state === "queued") run();
      else if (state === "running") state = "idle";
    });
  };
  const changed = (): void => {
    switch (state) {
      case "idle":
      case "debouncing":
        state = "debouncing";
        clearTimeout(timer);
        timer = setTimeout(run, QUIET);
        return;
      case "running":
        state = "queued";
        return;
      case "queued":
      case "closed":
        return;
    }
  };
  const watcher: FSWatcher = watch([...folders], {
    ignoreInitial: true,
    ignored: /(?:^|[\\/])\.[^\\/]+|~$|\.sw[a-p]$/,
  });
  watcher.on("all", changed);
  return {
    ready: new Promise((resolve) => watcher.once("ready", resolve)),
    close: async () => {
      state = "closed";
      clearTimeout(timer);
      await watcher.close();
      await running;
    },
  };
}
