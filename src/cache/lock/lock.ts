/**
 * A lock file that allows one build at a time on one root: two would publish over each other. The lock holds the process
 * id and start time of its owner, so that the lock of a dead process is taken over even if its id is in use again.
 */
import { randomBytes } from "node:crypto";
import { linkSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { uptime } from "node:os";
import { dirname } from "node:path";
import { processState } from "./process-state.ts";

interface Holder {
  /** The content of the lock file: the process id, and its start time where that is known. */
  readonly text: string;
  readonly pid: number;
  readonly began: string;
  /** When the lock was taken, in milliseconds since 1970. */
  readonly since: number;
}

let own: string | undefined;
/** The lock content for this process. Cached, since finding the start time may mean running `ps`. */
function ownText(): string {
  own ??= `${process.pid} ${processState(process.pid).began ?? ""}`;
  return own;
}

/** Whether the owner still runs. Where its start time is unknown, a lock older than the last boot counts as dead. */
function isAlive({ pid, began, since }: Holder): boolean {
  const now = processState(pid);
  if (!now.runs) return false;
  if (began !== "" && now.began !== null) return began === now.began;
  return since > Date.now() - uptime() * 1000;
}

/** The lock is not a file, or cannot be read. */
class LockUnreadable extends Error {
  override readonly name = "LockUnreadable";
}

/**
 * Null where there is no lock. Only regular files are opened, since reading a pipe would block. @throws LockUnreadable
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

/** Creates the lock by linking a written file into place, so that no other process ever reads an empty lock. */
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
 * Removes the lock of a dead process. A second lock lets one process at a time check again and remove it: without that, a
 * slower process could remove the lock that a faster one has just taken.
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

/** Attempts to take the lock, and milliseconds between them, while other processes may be taking it over. */
const TRIES = 100;
const PAUSE = 10;
const pause = (): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);

export type Lock =
  | { readonly release: () => void }
  /** The id of the process that holds it. */
  | { readonly heldBy: number }
  /** Why its owner cannot be determined. */
  | { readonly unreadable: string };

/**
 * Takes the lock, or returns why it cannot be taken.
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

/** Removes the lock only while this process is known to own it. */
function release(path: string, text: string): void {
  try {
    if (holderOf(path)?.text === text) rmSync(path, { force: true });
  } catch (fault) {
    if (!(fault instanceof LockUnreadable)) throw fault;
  }
}
