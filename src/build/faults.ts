/** Errors of the machine that stop a build, as diagnostics with a remedy. */
import type { Diagnostic } from "../model/diagnostic.ts";
import { buildFault } from "../model/diagnostics/build.ts";
import { HeapFull } from "../workers/garbage.ts";
import { HalfPublished } from "./publish.ts";

/** Error codes of the system; those of Node begin with ERR_. */
const OF_SYSTEM = /^E[A-Z0-9]+$/;

/** An error of the file system, or a full heap; null for a bug of the program. */
export function machineFault(fault: unknown): Diagnostic | null {
  if (fault instanceof HeapFull) return buildFault("memory-short", { file: "content" });
  const midway = fault instanceof HalfPublished;
  const { code, path, message } = (midway ? fault.cause : fault) as NodeJS.ErrnoException;
  if (code === undefined || !OF_SYSTEM.test(code)) return null;
  const at = { file: path ?? ".warraq" };
  return buildFault(midway ? "half-published" : "disk", at, { system: code, reason: message });
}
