/**
 * Reports every change in some folders, under the paths they were given by. A folder may be a symbolic link, may be
 * created later, and may be removed and replaced while it is watched.
 */
import type { BigIntStats } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { type FSWatcher, watch as watchFolder } from "chokidar";
import { pathWithin } from "../model/path-within.ts";

/** Temporary files of editors and file systems; Vim tests whether it can write to a folder with `4913`. */
const isPassing = (path: string): boolean => {
  const name = basename(path);
  return name === "" || name.startsWith(".") || name.endsWith("~") || name === "4913";
};

export interface Watch {
  /** Resolves when every existing folder is watched. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}
interface Listener {
  /** Called with the absolute path of what was added, changed or removed. */
  readonly onChange: (path: string) => void;
  readonly onError: (error: Error) => void;
}

/**
 * Milliseconds between checks of which folder lies at each path. The system reports changes in a folder, but not that it
 * was replaced, or that a link above it now leads elsewhere.
 */
const EVERY = 250;

/** The folder at a path: its real path, and an identity that differs from that of any folder there before. */
interface FolderAt {
  readonly real: string;
  readonly identity: string;
}

const identityOf = ({ dev, ino, birthtimeNs }: BigIntStats): string => [dev, ino, birthtimeNs].join(" ");

/** Null where there is no folder of that name. */
async function folderAt(folder: string): Promise<FolderAt | null> {
  try {
    const real = await realpath(folder);
    const found = await stat(real, { bigint: true });
    return found.isDirectory() ? { real, identity: `${identityOf(found)} ${real}` } : null;
  } catch {
    return null;
  }
}

/** Symbolic links in a folder → the identity, size and time of their targets, wherever those lie. */
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
  #current: FolderAt | null = null;
  #watcher: FSWatcher | null = null;
  #linked: ReadonlyMap<string, string> = new Map();

  /** @param isFollowed Whether links in it may lead to files elsewhere, which are then watched too. */
  constructor(folder: string, listener: Listener, isFollowed: boolean) {
    this.#folder = folder;
    this.#listener = listener;
    this.#isFollowed = isFollowed;
  }

  /** Watches the folder that is there now; resolves when it is watched. */
  async start(): Promise<void> {
    this.#current = await folderAt(this.#folder);
    if (this.#isFollowed) this.#linked = await linkedFiles(this.#folder);
    if (this.#current) await this.#watch(this.#current.real);
  }

  /** Watches the new folder where it was replaced, and reports all of it as changed: what was in it is not known. */
  async look(): Promise<void> {
    const now = await folderAt(this.#folder);
    if (now?.identity !== this.#current?.identity) {
      await this.close();
      this.#current = now;
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
   * Watches folders only, since the system reports their files too: at 20,000 articles a watch on each file takes three
   * times as long to start and 80 MB more.
   */
  #watch(real: string): Promise<void> {
    const watcher = watchFolder(real, {
      ignoreInitial: true,
      followSymlinks: false,
      ignored: (_path, stats) => stats?.isFile() ?? false,
    });
    this.#watcher = watcher;
    const report = (path: string): void => {
      const inner = pathWithin(real, path);
      if (inner !== null && !isPassing(path)) this.#listener.onChange(join(this.#folder, inner));
    };
    watcher.on("raw", (_event, name, details) => {
      const { watchedPath } = details as { readonly watchedPath?: string };
      if (name && watchedPath) report(join(watchedPath, name));
    });
    watcher.on("addDir", report);
    watcher.on("unlinkDir", (path) => {
      // The next folder of this name may get the same inode number.
      if (path === real) this.#current = null;
      report(path);
    });
    watcher.on("error", (error) =>
      this.#listener.onError(error instanceof Error ? error : new Error(String(error))),
    );
    return new Promise((ready) => watcher.once("ready", ready));
  }
}

/**
 * @param folders Absolute; any of them may be created later.
 * @param followed Those of them in which symbolic links to files elsewhere are watched too.
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
