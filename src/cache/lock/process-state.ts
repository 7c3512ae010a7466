/** What the system says of a process: whether it still runs, and when it began. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

export interface ProcessState {
  /** False for one that was killed and that its parent has not reaped: it has its number still, and does nothing any more. */
  readonly runs: boolean;
  /** Tells it from others that had its number; null where the system does not say. */
  readonly began: string | null;
}

const GONE: ProcessState = { runs: false, began: null };
/** States of what has ended: zombie, and dead (proc(5), ps(1)). */
const ENDED = /^[ZXx]/;

/** Fields 3 and 22 of /proc/PID/stat (proc(5)), behind the name in brackets, which may hold anything; null without /proc. */
function fromProc(pid: number): ProcessState | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { runs: !ENDED.test(fields[0] ?? ""), began: fields[19] ?? null };
  } catch {
    return null;
  }
}

/** As `ps` of BSD and macOS says it: `Ss   Tue Dec  1 13:31:22 2026`; null where there is no such program. */
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

/** A signal that may not be sent is one to a process of another owner. */
function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** @param ask Ways to ask the system, the first that knows anything counts; each is null where it does not. */
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
