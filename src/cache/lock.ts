/** One build at a time on one root: two would publish over each other. The lock names its process, so a dead one's is taken over. */
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === "EPERM";
  }
};

/**
 * Takes the lock, or returns the process that holds it.
 * @throws Error of the file system when the folder cannot be written.
 */
export function takeLock(path: string): { readonly release: () => void } | { readonly heldBy: number } {
  mkdirSync(dirname(path), { recursive: true });
  const own = `${path}.${process.pid}`;
  for (;;) {
    // Linked into place with its content, so that nobody ever reads a lock that names no process yet.
    writeFileSync(own, String(process.pid));
    try {
      linkSync(own, path);
      return { release: () => rmSync(path, { force: true }) };
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== "EEXIST") throw fault;
    } finally {
      rmSync(own, { force: true });
    }
    let holder: number;
    try {
      holder = Number(readFileSync(path, "utf8"));
    } catch {
      continue;
    }
    if (holder > 0 && holder !== process.pid && isAlive(holder)) return { heldBy: holder };
    rmSync(path, { force: true });
  }
}
