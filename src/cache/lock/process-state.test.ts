import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { processState } from "./process-state.ts";

const hasProc = existsSync("/proc/self/stat");

describe("a process", () => {
  it("that runs has a start time, the same at every call", () => {
    const own = processState(process.pid);
    expect(own.runs).toBe(true);
    expect(own.began).toMatch(/\d/);
    expect(processState(process.pid)).toEqual(own);
    expect(processState(process.ppid).began).not.toBe(own.began);
  });
  it("that has ended, or whose id is not valid, does not run", () => {
    const { pid } = spawnSync(process.execPath, ["--version"]);
    for (const one of [pid, 0, -1, Number.NaN, 1.5, 2 ** 60]) expect(processState(one).runs).toBe(false);
  });
  it("counts as running where the system reports only that it exists", () => {
    expect(processState(process.pid, [() => null])).toEqual({ runs: true, began: null });
  });
  it.runIf(hasProc)("that was killed and that its parent has not reaped does not run", async () => {
    // `exec` replaces the shell with a program that never reaps its child.
    const parent = spawn("sh", ["-c", "sleep 30 & echo $!; exec sleep 30"]);
    try {
      const [line] = await once(parent.stdout, "data");
      const pid = Number(String(line));
      await vi.waitFor(() => expect(readFileSync(`/proc/${parent.pid}/comm`, "utf8")).toBe("sleep\n"));
      expect(processState(pid).runs).toBe(true);
      process.kill(pid, "SIGKILL");
      await vi.waitFor(() => expect(processState(pid).runs).toBe(false));
      expect(existsSync(`/proc/${pid}`)).toBe(true);
    } finally {
      parent.kill("SIGKILL");
    }
  });
});
