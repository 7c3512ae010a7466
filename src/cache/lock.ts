/**
 * One build at a time on one root: two would publish over each other. The lock names its process, and when that began,
 * so that the lock of a dead one is taken over, also when its number was given to another program since.
 */
import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { uptime } from "node:os";
import { dirname } from "node:path";

interface Holder {
  /** The lock as it is written: the number of the process, and when it began as far as that is known. */
  readonly text: string;
  readonly pid: number;
  readonly began: string;
  /** When it took the lock, in milliseconds. */
  readonly since: number;
}

/**
 * Tells a process from others that had its number: the tick it began at (field 22 of /proc/PID/stat, proc(5)). Where
 * there is no /proc it is known of this process only; null when it is not known.
 */
function beginningOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return pid === process.pid ? String(Math.round(performance.timeOrigin)) : null;
  }
}

function isAlive({ pid, began, since }: Holder): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const now = beginningOf(pid);
  if (began !== "" && now !== null) return began === now;
  return since > Date.now() - uptime() * 1000;
}

function holderOf(path: string): Holder | null {
  try {
    const text = readFileSync(path, "utf8");
    const [pid = "", began = ""] = text.split(" ");
    return { text, pid: Number(pid), began, since: statSync(path).mtimeMs };
  } catch {
    return null;
  }
}

/** Linked into place with its content, so that nobody ever reads a lock that names no process yet. */
function claim(path: string, text: string): boolean {
  const own = `${path}.${randomBytes(6).toString("hex")}`;
  writeFileSync(own, text);
  try {
    linkSync(own, path);
    return true;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== "EEXIST") throw fault;
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

/**
 * Of several processes that find a dead one's lock, one at a time looks again and removes it: without that, the second
 * could remove the lock that the first had taken meanwhile.
 */
function removeDead(path: string, dead: Holder, text: string): void {
  const gate = `${path}.dead`;
  if (!claim(gate, text)) {
    const other = holderOf(gate);
    if (other && !isAlive(other)) rmSync(gate, { force: true });
    return;
  }
  try {
    if (holderOf(path)?.text === dead.text) rmSync(path, { force: true });
  } finally {
    rmSync(gate, { force: true });
  }
}

/**
 * Takes the lock, or returns the process that holds it.
 * @throws Error of the file system when the folder cannot be written.
 */
export function takeLock(path: string): { readonly release: () => void } | { readonly heldBy: number } {
  mkdirSync(dirname(path), { recursive: true });
  const text = `${process.pid} ${beginningOf(process.pid)}`;
  for (;;) {
    if (claim(path, text)) {
      const release = () => {
        if (holderOf(path)?.text === text) rmSync(path, { force: true });
      };
      return { release };
    }
    const holder = holderOf(path);
    if (!holder) continue;
    if (isAlive(holder)) return { heldBy: holder.pid };
    removeDead(path, holder, text);
  }
}
