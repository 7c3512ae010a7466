import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
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
  saveArrays(file, { writer, arrays, growing: ["words"] });
});
afterEach(() => rmSync(folder, { recursive: true }));

const files = (): readonly string[] =>
  readdirSync(join(folder, "made"))
    .sort()
    .map((name) => join(folder, "made", name));

describe("stored arrays", () => {
  it("are read back as they were written, all or some of them", () => {
    expect(readArrays(file, { writer, names })).toEqual(arrays);
    expect(readArrays(file, { writer, names: ["words"] })).toEqual({ words: arrays.words });
  });

  it("may be views of a part of a larger buffer", () => {
    saveArrays(file, { writer, arrays: { part: Uint32Array.of(1, 2, 3, 4).subarray(1, 3) } });
    expect(readArrays(file, { writer, names: ["part"] })).toEqual({ part: Uint32Array.of(2, 3) });
  });

  it("are not found by another program, under another name, or without a file", () => {
    expect(readArrays(file, { writer: digest("another"), names: ["words"] })).toBeNull();
    expect(readArrays(file, { writer, names: ["words", "others"] })).toBeNull();
    expect(readArrays(join(folder, "nowhere"), { writer, names: ["words"] })).toBeNull();
  });

  it("are not returned when one of their files was cut short anywhere, or is missing", () => {
    for (const one of files()) {
      const whole = readFileSync(one);
      for (let size = whole.length - 1; size >= 0; size--) {
        truncateSync(one, size);
        expect(readArrays(file, { writer, names })).toBeNull();
      }
      rmSync(one);
      expect(readArrays(file, { writer, names })).toBeNull();
      writeFileSync(one, whole);
    }
    expect(readArrays(file, { writer, names })).toEqual(arrays);
  });

  it("are not returned when any byte was changed, and the damage is reported", () => {
    for (const one of files()) {
      const whole = readFileSync(one);
      for (let at = 0; at < whole.length; at++) {
        const garbled = Uint8Array.from(whole);
        garbled[at] = (garbled[at] as number) ^ 0x15;
        writeFileSync(one, garbled);
        let said = 0;
        expect(readArrays(file, { writer, names, onDamage: () => (said += 1) })).toBeNull();
        expect(said).toBe(1);
      }
      writeFileSync(one, whole);
    }
  });
});

describe("arrays that only grow", () => {
  const grow = (length: number): Uint32Array => Uint32Array.from({ length }, (_, i) => i * i);
  const save = (length: number, grown: boolean): void =>
    saveArrays(file, { writer, arrays: { words: grow(length) }, growing: ["words"], grown });

  it("are read back whole, however often they grew, from a bounded number of files", () => {
    save(1, false);
    for (let length = 2; length < 100; length++) {
      save(length, true);
      expect(readArrays(file, { writer, names: ["words"] })).toEqual({ words: grow(length) });
      expect(files().length).toBeLessThan(36);
    }
  });

  it("write only what was added", () => {
    save(10_000, false);
    const [, before] = files() as [string, string];
    const { mtimeMs, ino } = statSync(before);
    save(10_001, true);
    expect(statSync(before)).toMatchObject({ mtimeMs, ino });
    expect(
      files()
        .slice(2)
        .map((one) => statSync(one).size),
    ).toEqual([4]);
  });

  it("are written whole, and the old files removed, when they do not begin as they did", () => {
    save(10, false);
    save(20, true);
    saveArrays(file, { writer, arrays: { words: Uint32Array.of(1, 2, 3) }, growing: ["words"] });
    expect(readArrays(file, { writer, names: ["words"] })).toEqual({ words: Uint32Array.of(1, 2, 3) });
    expect(files()).toHaveLength(2);
  });

  it("replace whatever is at their path, and files that a crash left beside are removed", () => {
    const [header, , ...none] = files();
    expect(none).toEqual([]);
    for (const found of ["", "garbled", '          18{"writer":"other"}']) {
      writeFileSync(header as string, found);
      writeFileSync(`${header}.77`, "left behind");
      save(5, true);
      expect(readArrays(file, { writer, names: ["words"] })).toEqual({ words: grow(5) });
      expect(files()).toHaveLength(2);
    }
  });

  it("need no new file when nothing was added", () => {
    save(10, false);
    const before = files();
    save(10, true);
    expect(files()).toEqual(before);
  });
});
