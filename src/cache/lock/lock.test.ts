import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { takeLock } from "./lock.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "warraq-lock-"));
  path = join(folder, "made", "lock");
});
afterEach(() => rmSync(folder, { recursive: true }));

const taken = (): (() => void) => {
  const lock = takeLock(path);
  if (!("release" in lock)) throw new Error(JSON.stringify(lock));
  return lock.release;
};
/** The id of a process that has ended. */
const deadProcess = (): number => spawnSync(process.execPath, ["--version"]).pid;

describe("a lock", () => {
  it("is held by one until it is released, and leaves nothing behind", () => {
    const release = taken();
    expect(takeLock(path)).toEqual({ heldBy: process.pid });
    release();
    expect(readdirSync(join(folder, "made"))).toEqual([]);
    taken()();
  });

  it("of a running process is respected, whatever user owns it", () => {
    taken()();
    writeFileSync(path, String(process.ppid));
    expect(takeLock(path)).toEqual({ heldBy: process.ppid });
  });

  it("of a process that is dead is taken over", () => {
    taken()();
    writeFileSync(path, `${deadProcess()} 12345`);
    taken()();
  });

  it.runIf(existsSync("/proc/self/stat"))(
    "of a dead process whose number another has now is taken over",
    () => {
      taken();
      const own = readFileSync(path, "utf8");
      writeFileSync(
        path,
        own.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)),
      );
      taken()();
      writeFileSync(path, `${process.ppid} 1`);
      taken()();
    },
  );

  it("from before the machine was started is taken over, though the process id is in use again", () => {
    taken()();
    writeFileSync(path, String(process.ppid));
    utimesSync(path, 1, 1);
    taken()();
  });

  it("that holds no process id is taken over", () => {
    taken()();
    for (const text of ["", "garbled", "-1", "0", "\0\0\0\0"]) {
      writeFileSync(path, text);
      taken()();
    }
  });

  it.runIf(existsSync("/proc/self/stat"))(
    "of a process that was killed and not reaped is taken over",
    async () => {
      taken()();
      const parent = spawn("sh", ["-c", "sleep 30 & echo $!; exec sleep 30"]);
      try {
        const [line] = await once(parent.stdout, "data");
        const pid = Number(String(line));
        await vi.waitFor(() => expect(readFileSync(`/proc/${parent.pid}/comm`, "utf8")).toBe("sleep\n"));
        writeFileSync(path, `${pid} `);
        expect(takeLock(path)).toEqual({ heldBy: pid });
        process.kill(pid, "SIGKILL");
        await vi.waitFor(() => taken()());
      } finally {
        parent.kill("SIGKILL");
      }
    },
  );

  it("that cannot be read, or is not a file, is an error and is left as it is", () => {
    taken()();
    const cannot = { unreadable: expect.stringContaining(path) };
    mkdirSync(path);
    expect(takeLock(path)).toEqual(cannot);
    rmSync(path, { recursive: true });
    symlinkSync("nowhere", path);
    expect(takeLock(path)).toEqual(cannot);
    rmSync(path);
    writeFileSync(path, `${deadProcess()} 1`);
    mkdirSync(`${path}.dead`);
    expect(takeLock(path)).toEqual(cannot);
    if (process.getuid?.() === 0) return;
    rmSync(`${path}.dead`, { recursive: true });
    chmodSync(path, 0o000);
    expect(takeLock(path)).toEqual(cannot);
  });

  it("is not released by a process that lost it", () => {
    const release = taken();
    writeFileSync(path, String(process.ppid));
    release();
    expect(takeLock(path)).toEqual({ heldBy: process.ppid });
  });

  it("is taken over though another process died while taking it over", () => {
    taken()();
    writeFileSync(path, `${deadProcess()} 1`);
    writeFileSync(`${path}.dead`, `${deadProcess()} 1`);
    taken()();
    expect(readdirSync(join(folder, "made"))).toEqual([]);
  });
});
