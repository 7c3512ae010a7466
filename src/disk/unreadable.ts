/** An error of the system on reading a file or folder → a diagnostic for the editor. */
import type { Diagnostic } from "../model/diagnostic.ts";
import { fileFault } from "../model/diagnostics/files.ts";

/** Errors of the machine, not of the file: the next file would fail too. */
const OF_MACHINE: ReadonlySet<string> = new Set(["EMFILE", "ENFILE", "ENOMEM", "ENOSPC"]);

/**
 * @param file Its name in messages: `content/2017/a.md`.
 * @throws The error itself, where it is the machine's or not of the file system.
 */
export function unreadable(file: string, fault: unknown): Diagnostic {
  const { code, syscall, message } = fault as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined || OF_MACHINE.has(code)) throw fault;
  return fileFault("unreadable", { file }, { cause: code, reason: message });
}
