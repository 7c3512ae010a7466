/** An error of the system on reading a file or folder → a diagnostic for the editor. */
import type { Diagnostic } from "../model/diagnostic.ts";

/** Errors of the machine, not of the file: the next file would fail too. */
const OF_MACHINE: ReadonlySet<string> = new Set(["EMFILE", "ENFILE", "ENOMEM", "ENOSPC"]);

const HINTS: Readonly<Record<string, string>> = {
  EACCES: "Check who owns it: give whoever builds the right to read it (chmod u+rX), or take it away.",
  EPERM: "Check who owns it: give whoever builds the right to read it (chmod u+rX), or take it away.",
  ENOENT: "It was removed meanwhile. Build again.",
  EISDIR: "It became a folder meanwhile. Build again.",
  ENOTDIR: "It became a file meanwhile. Build again.",
  ELOOP: "It is a link that leads back to itself. Take it away.",
  ENAMETOOLONG: "Its path is longer than this system takes. Move it up some folders.",
  EIO: "The disk cannot be read here. Copy the file from another one.",
};

/**
 * @param file Its name in messages: `content/2017/a.md`.
 * @throws The error itself, where it is the machine's or not of the file system.
 */
export function unreadable(file: string, fault: unknown): Diagnostic {
  const { code, syscall, message } = fault as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined || OF_MACHINE.has(code)) throw fault;
  return {
    ...{ severity: "error", code: "unreadable", file },
    message: `It cannot be read: ${message}.`,
    hint: HINTS[code] ?? "Look at what it is, or take it away.",
  };
}
