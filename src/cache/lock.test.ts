import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
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
  if (!("release" in lock)) throw new Error(`held by ${lock.heldBy}`);
  return lock.release;
};
/** The number of a process that has ended. */
const deadProcess = (): number => spawnSync(process.execPath, ["--version"]).pid;

describe("a lock", () => {
  it("is held by one until it is released, and leaves nothing behind", () => {
    const release = taken();
    expect(takeLock(path)).toEqual({ heldBy: process.pid });
    release();
    expect(readdirSync(join(folder, "made"))).toEqual([]);
    taken()();
  });

  it("of a process that lives is respected, whoever its owner is", () => {
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

  it("from before the machine was started is taken over, though the number is in use again", () => {
    taken()();
    writeFileSync(path, String(process.ppid));
    utimesSync(path, 1, 1);
    taken()();
  });

  it("that names no process is taken over", () => {
    taken()();
    for (const text of ["", "garbled", "-1", "0", "\0\0\0\0"]) {
      writeFileSync(path, text);
      taken()();
    }
  });

  it("is not released by one who lost it", () => {
    const release = taken();
    writeFileSync(path, String(process.ppid));
    release();
    expect(takeLock(path)).toEqual({ heldBy: process.ppid });
  });

  it("is taken over though one died while it took it over", () => {
    taken()();
    writeFileSync(path, `${deadProcess()} 1`);
    writeFileSync(`${path}.dead`, `${deadProcess()} 1`);
    taken()();
    expect(readdirSync(join(folder, "made"))).toEqual([]);
  });
});
