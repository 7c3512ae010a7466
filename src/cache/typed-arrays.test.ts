import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { digest } from "../model/brands.ts";
import { readArrays, saveArrays } from "./typed-arrays.ts";

const writer = digest("this program");
const arrays = {
  bytes: Uint8Array.of(1, 2, 255),
  words: Uint32Array.of(7, 2 ** 32 - 1),
  none: new Uint32Array(0),
  keys: Float64Array.of(2 ** 53 - 1, 0.5),
};
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "warraq-arrays-"));
  file = join(folder, "made", "arrays.bin");
  saveArrays(file, writer, arrays);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("arrays that were kept", () => {
  it("come back as they were, all or some of them", () => {
    expect(readArrays(file, writer, Object.keys(arrays))).toEqual(arrays);
    expect(readArrays(file, writer, ["words"])).toEqual({ words: arrays.words });
  });

  it("may be views of a part of something larger", () => {
    saveArrays(file, writer, { part: Uint32Array.of(1, 2, 3, 4).subarray(1, 3) });
    expect(readArrays(file, writer, ["part"])).toEqual({ part: Uint32Array.of(2, 3) });
  });

  it("are not there for another program, under another name, or when no file is", () => {
    expect(readArrays(file, digest("another"), ["words"])).toBeNull();
    expect(readArrays(file, writer, ["words", "others"])).toBeNull();
    expect(readArrays(join(folder, "nowhere"), writer, ["words"])).toBeNull();
  });

  it("are not believed when the file was cut short anywhere", () => {
    const { length } = readFileSync(file);
    for (let size = length - 1; size >= 0; size--) {
      truncateSync(file, size);
      expect(readArrays(file, writer, Object.keys(arrays))).toBeNull();
    }
  });

  it("never come back as anything else when a byte of the file was changed", () => {
    const bytes = readFileSync(file);
    for (let at = 0; at < bytes.length; at++) {
      const garbled = Uint8Array.from(bytes);
      garbled[at] = (garbled[at] as number) ^ 0x15;
      writeFileSync(file, garbled);
      const read = readArrays(file, writer, Object.keys(arrays));
      if (read) expect(read).toEqual(arrays);
    }
  });
});
