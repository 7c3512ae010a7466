import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { digest } from "../../model/brands.ts";
import { dropOthers, keepFile, keptFile } from "./kept-files.ts";

const key = digest("key");
const parts = [Buffer.from("أول"), Buffer.alloc(0), Buffer.from([0, 10, 255])];
let folder: string;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "warraq-kept-")), "kept");
  keepFile(folder, key, parts);
});
afterEach(() => rmSync(join(folder, ".."), { recursive: true }));

describe("a stored file", () => {
  it("is read back as it was written", () => {
    expect(keptFile(folder, key)).toEqual(parts);
    expect(readdirSync(folder)).toEqual([key]);
  });
  it("is not found under another key, or without the folder", () => {
    expect(keptFile(folder, digest("other"))).toBeNull();
    expect(keptFile(join(folder, "nowhere"), key)).toBeNull();
  });
  it("is damaged when it was cut short or a byte of it changed", () => {
    const whole = readFileSync(join(folder, key));
    for (let at = 0; at < whole.length; at++) {
      writeFileSync(join(folder, key), whole.subarray(0, at));
      expect(keptFile(folder, key)).toBe("damaged");
      const garbled = Buffer.from(whole);
      garbled[at] = (garbled[at] as number) ^ 0x15;
      writeFileSync(join(folder, key), garbled);
      expect(["damaged", parts]).toContainEqual(keptFile(folder, key));
    }
  });
  it("is removed when its key is not in use, with partial files left by a crash", () => {
    writeFileSync(join(folder, "other.123-0"), "half");
    dropOthers(folder, () => new Set([key]));
    expect(readdirSync(folder)).toEqual([key]);
    dropOthers(folder, () => new Set());
    expect(readdirSync(folder)).toEqual([]);
  });
});
