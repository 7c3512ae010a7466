import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partOf } from "./ranges.ts";

describe("the part of a file that a range names", () => {
  it("is from its first byte to its last, both sent", () => {
    expect(partOf("bytes=2-4", 10)).toEqual({ start: 2, end: 4 });
    expect(partOf("bytes=7-", 10)).toEqual({ start: 7, end: 9 });
    expect(partOf("BYTES=0-0", 10)).toEqual({ start: 0, end: 0 });
  });
  it("ends with the file, however far the range goes", () => {
    for (const far of ["10", "9007199254740993", "9".repeat(400)])
      expect(partOf(`bytes=3-${far}`, 10)).toEqual({ start: 3, end: 9 });
  });
  it("is the end of the file where only a length is stated, and all of a file that is shorter", () => {
    expect(partOf("bytes=-3", 10)).toEqual({ start: 7, end: 9 });
    expect(partOf("bytes=-30", 10)).toEqual({ start: 0, end: 9 });
    expect(partOf("bytes=-3", 0)).toBe("whole");
  });
  it("is the whole file where the header is no range of bytes, or several", () => {
    const ignored = ["", "bytes", "bytes=", "bytes=-", "bytes=x-y", "bytes=6-2", "pages=0-1", "bytes=1.5-2"];
    for (const header of [
      ...ignored,
      "bytes=0-1,4-5",
      "bytes=--1",
      "bytes=1-2-3",
      "bytes=1e2-",
      " bytes=0-1",
    ])
      expect(partOf(header, 10)).toBe("whole");
    expect(partOf(undefined, 10)).toBe("whole");
  });
  it("is nothing where the range begins behind the file", () => {
    for (const header of ["bytes=10-", "bytes=10-12", `bytes=${"9".repeat(400)}-`, "bytes=-0"])
      expect(partOf(header, 10)).toBe("unsatisfiable");
    expect(partOf("bytes=0-", 0)).toBe("unsatisfiable");
  });
  it("always lies within the file", () => {
    const number = fc.oneof(
      fc.constant(""),
      fc.bigInt({ min: 0n, max: 1n << 80n }).map(String),
      fc.nat(30).map(String),
    );
    fc.assert(
      fc.property(number, number, fc.nat(20), (first, last, size) => {
        const part = partOf(`bytes=${first}-${last}`, size);
        if (typeof part === "string") return;
        expect(part.start).toBeGreaterThanOrEqual(0);
        expect(part.end).toBeGreaterThanOrEqual(part.start);
        expect(part.end).toBeLessThan(size);
      }),
    );
  });
});
