/** Faults that stop a build and are not in what the editor wrote, as diagnostics with a remedy. */
import type { Diagnostic } from "../model/diagnostic.ts";
import { HeapFull } from "../workers/garbage.ts";
import { HalfPublished } from "./publish.ts";

export const buildRunning = (pid: number): Diagnostic => ({
  severity: "error",
  code: "build-running",
  file: ".warraq/lock",
  message: `Another build of this archive is running (process ${pid}).`,
  hint: "Wait until it has ended, then build again.",
});

/** @param reason Why it is not known whether a build is running. */
export const lockUnreadable = (reason: string): Diagnostic => ({
  severity: "error",
  code: "lock-unreadable",
  file: ".warraq/lock",
  message: `Whether another build is running cannot be told: ${reason}.`,
  hint: "If none is, take .warraq/lock away (and .warraq/lock.dead), or all of .warraq, and build again.",
});

const REMEDIES: Readonly<Record<string, string>> = {
  ENOSPC: "The disk is full. Free some space and build again",
  EDQUOT: "Your quota of disk space is used up. Free some and build again",
  EACCES: "Check who owns the folder",
  EPERM: "Check who owns the folder",
  EROFS: "The disk is read-only. Name another folder with --out or --root",
  EEXIST: "A file stands where a folder is needed. Move it away",
  ENOTDIR: "A file stands where a folder is needed. Move it away",
  EISDIR: "A folder stands where a file is needed. Move it away",
  ENAMETOOLONG: "Its path is longer than this system takes. Move the archive up some folders",
  ENOENT: "It was removed while the build ran. Build again",
  ELOOP: "It is a link that leads back to itself. Take it away",
  EMFILE: "Too many files are open. Close other programs, or build with --workers 1",
  EIO: "The disk cannot be read or written. Check it, or build on another",
};
/** Error codes of the system; those of Node begin with ERR_. */
const OF_SYSTEM = /^E[A-Z0-9]+$/;
const UNKNOWN = "Look at what lies there, then build again";
/** The code of the fault after which some files of the site are new and some old. */
export const HALF_PUBLISHED = "half-published";
const AS_IT_WAS = "the old site is as it was.";
const MIDWAY = "the site is half old and half new until then, each file of it whole.";

const heapFull = (): Diagnostic => ({
  severity: "error",
  code: "memory-short",
  file: "content",
  message: "The archive is too large for the memory that Node gives a program.",
  hint: `Give it more, in megabytes, about 5 for a thousand articles: NODE_OPTIONS=--max-old-space-size=8000 npx warraq build; ${AS_IT_WAS}`,
});

/** An error of the file system, or a full heap; null for a bug of the program. */
export function machineFault(fault: unknown): Diagnostic | null {
  if (fault instanceof HeapFull) return heapFull();
  const midway = fault instanceof HalfPublished;
  const { code, path, message } = (midway ? fault.cause : fault) as NodeJS.ErrnoException;
  const remedy = code && (REMEDIES[code] ?? (OF_SYSTEM.test(code) ? UNKNOWN : undefined));
  if (!remedy) return null;
  const hint = `${remedy}; ${midway ? MIDWAY : AS_IT_WAS}`;
  return {
    severity: "error",
    code: midway ? HALF_PUBLISHED : "disk",
    file: path ?? ".warraq",
    message,
    hint,
  };
}
