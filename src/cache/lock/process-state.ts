/** Asks the operating system whether a process still runs, and when it started. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

export interface ProcessState {
  /** False also for a zombie, which has ended but keeps its id until its parent reaps it. */
  readonly runs: boolean;
  /** Start time, in the system's own format: distinguishes it from other processes with the same id. Null where unknown. */
  readonly began: string | null;
}

const GONE: ProcessState = { runs: false, began: null };
/** Process states zombie and dead (proc(5), ps(1)). */
const ENDED = /^[ZXx]/;

/** Fields 3 and 22 of /proc/PID/stat (proc(5)), after the name in brackets, which may hold any character; null without /proc. */
function fromProc(pid: number): ProcessState | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { runs: !ENDED.test(fields[0] ?? ""), began: fields[19] ?? null };
  } catch {
    return null;
  }
}

/** The output of `ps` on BSD and macOS: `Ss   Tue Dec  1 13:31:22 2026`; null where there is no `ps`. */
function fromPs(pid: number): ProcessState | null {
  try {
    const printed = execFileSync("ps", ["-o", "stat=", "-o", "lstart=", "-p", String(pid)], {
      encoding: "utf8",
      env: { ...process.env, LC_ALL: "C" },
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [state = "", ...began] = printed.trim().split(/\s+/);
    return { runs: state !== "" && !ENDED.test(state), began: began.join("-") || null };
  } catch {
    return null;
  }
}

/** EPERM means that the process exists and belongs to another user. */
function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** @param ask Ways to ask the system, tried in order until one does not return null. */
export function processState(
  pid: number,
  ask: readonly ((pid: number) => ProcessState | null)[] = [
    fromProc,
    ...(process.platform === "win32" ? [] : [fromPs]),
  ],
): ProcessState {
  if (!Number.isSafeInteger(pid) || pid <= 0 || !isThere(pid)) return GONE;
  for (const one of ask) {
    const state = one(pid);
    if (state) return state;
  }
  return { runs: true, began: null };
}
