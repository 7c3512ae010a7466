import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { digest } from "../../model/brands.ts";
import { readArrays, saveArrays } from "./typed-arrays.ts";

const writer = digest("this program");
const arrays = {
  bytes: Uint8Array.of(1, 2, 255),
  words: Uint32Array.of(7, 2 ** 32 - 1),
  none: new Uint32Array(0),
  keys: Float64Array.of(2 ** 53 - 1, 0.5),
};
const names = Object.keys(arrays);
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "warraq-arrays-"));
  file = join(folder, "made", "arrays.bin");
  saveArrays(file, writer, arrays);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("stored arrays", () => {
  it("are read back as they were written, all or some of them", () => {
    expect(readArrays(file, { writer, names })).toEqual(arrays);
    expect(readArrays(file, { writer, names: ["words"] })).toEqual({ words: arrays.words });
  });

  it("may be views of a part of a larger buffer", () => {
    saveArrays(file, writer, { part: Uint32Array.of(1, 2, 3, 4).subarray(1, 3) });
    expect(readArrays(file, { writer, names: ["part"] })).toEqual({ part: Uint32Array.of(2, 3) });
  });

  it("are not found by another program, under another name, or without a file", () => {
    expect(readArrays(file, { writer: digest("another"), names: ["words"] })).toBeNull();
    expect(readArrays(file, { writer, names: ["words", "others"] })).toBeNull();
    expect(readArrays(join(folder, "nowhere"), { writer, names: ["words"] })).toBeNull();
  });

  it("replace whatever is at their path", () => {
    for (const found of ["", "garbled", '          18{"writer":"other"}']) {
      writeFileSync(file, found);
      saveArrays(file, writer, { words: Uint32Array.of(5) });
      expect(readArrays(file, { writer, names: ["words"] })).toEqual({ words: Uint32Array.of(5) });
    }
  });

  it("are not returned when the file was cut short anywhere, or is missing", () => {
    for (let size = readFileSync(file).length - 1; size >= 0; size--) {
      truncateSync(file, size);
      expect(readArrays(file, { writer, names })).toBeNull();
    }
    rmSync(file);
    expect(readArrays(file, { writer, names })).toBeNull();
  });

  it("are not returned when any byte was changed, and the damage is reported", () => {
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at++) {
      const garbled = Uint8Array.from(whole);
      garbled[at] = (garbled[at] as number) ^ 0x15;
      writeFileSync(file, garbled);
      let said = 0;
      expect(readArrays(file, { writer, names, onDamage: () => (said += 1) })).toBeNull();
      expect(said).toBe(1);
    }
  });
});
