/**
 * One build at a time on one root: two would publish over each other. The lock names its process, and when that began,
 * so that the lock of a dead one is taken over, also when its number was given to another program since.
 */
import { randomBytes } from "node:crypto";
import { linkSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { uptime } from "node:os";
import { dirname } from "node:path";
import { processState } from "./process-state.ts";

interface Holder {
  /** The lock as it is written: the number of the process, and when it began as far as that is known. */
  readonly text: string;
  readonly pid: number;
  readonly began: string;
  /** When it took the lock, in milliseconds. */
  readonly since: number;
}

let own: string | undefined;
/** This process as a lock names it. Asking the system may mean starting a program, so it is asked once. */
function ownText(): string {
  own ??= `${process.pid} ${processState(process.pid).began ?? ""}`;
  return own;
}

/** A lock from before the machine was started is nobody's, where the system does not say when its process began. */
function isAlive({ pid, began, since }: Holder): boolean {
  const now = processState(pid);
  if (!now.runs) return false;
  if (began !== "" && now.began !== null) return began === now.began;
  return since > Date.now() - uptime() * 1000;
}

/** What stands at a path where a lock should, that no build can have put there, or that may not be read. */
class LockUnreadable extends Error {
  override readonly name = "LockUnreadable";
}

/**
 * Null where there is none any more. @throws LockUnreadable. What is no file is not opened: a pipe would be waited for.
 */
function holderOf(path: string): Holder | null {
  try {
    const found = lstatSync(path);
    if (!found.isFile()) throw new LockUnreadable(`${path} is no file`);
    const text = readFileSync(path, "utf8");
    const [pid = "", began = ""] = text.split(" ");
    return { text, pid: Number(pid), began, since: found.mtimeMs };
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw fault instanceof LockUnreadable ? fault : new LockUnreadable((fault as Error).message);
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

/** Looks at what stands in the way, so many times, with so many milliseconds between: others take it over meanwhile. */
const TRIES = 100;
const PAUSE = 10;
const pause = (): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);

export type Lock =
  | { readonly release: () => void }
  /** The number of the process that holds it. */
  | { readonly heldBy: number }
  /** Why nobody can say who holds it. */
  | { readonly unreadable: string };

/**
 * Takes the lock, or says why it cannot be had.
 * @throws Error of the file system when the folder cannot be written.
 */
export function takeLock(path: string): Lock {
  mkdirSync(dirname(path), { recursive: true });
  const text = ownText();
  try {
    for (let i = 0; i < TRIES; i++) {
      if (claim(path, text)) return { release: () => release(path, text) };
      const holder = holderOf(path);
      if (holder && isAlive(holder)) return { heldBy: holder.pid };
      if (holder) removeDead(path, holder, text);
      if (i > 0) pause();
    }
  } catch (fault) {
    if (fault instanceof LockUnreadable) return { unreadable: fault.message };
    throw fault;
  }
  return { unreadable: `${path} is put back whenever it is taken away` };
}

/** Not where somebody else has it now, or where it can no longer be told. */
function release(path: string, text: string): void {
  try {
    if (holderOf(path)?.text === text) rmSync(path, { force: true });
  } catch (fault) {
    if (!(fault instanceof LockUnreadable)) throw fault;
  }
}
