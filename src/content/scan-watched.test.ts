/** A scan that reuses folders not reported as changed finds the same as a whole scan. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Listings, scan } from "./scan.ts";

const FOLDERS = ["", "2017", "2017/11", "2017/12", "2018", "b_files"];
const NAMES = ["a.md", "b.md", "a.yaml", "b.html", "c.txt", "p.jpg", "note.doc", "site.yaml"];
const within = (folder: string, name: string): string => (folder === "" ? name : `${folder}/${name}`);
const path = fc
  .tuple(fc.constantFrom(...FOLDERS), fc.constantFrom(...NAMES))
  .map(([folder, name]) => within(folder, name));
/** A file that is written or removed, or a folder that is removed or renamed. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ write: path, bytes: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ remove: path }) },
  { weight: 1, arbitrary: fc.record({ remove: fc.constantFrom("2017", "2017/11", "2018") }) },
  {
    weight: 1,
    arbitrary: fc.record({ rename: fc.constantFrom("2017", "2017/11"), to: fc.constantFrom("2018", "2019") }),
  },
);

/** Does the step, and returns the paths that a watch would report. */
function apply(folder: string, one: typeof step extends fc.Arbitrary<infer T> ? T : never): string[] {
  const at = (name: string): string => join(folder, name);
  if ("write" in one) {
    mkdirSync(dirname(at(one.write)), { recursive: true });
    writeFileSync(at(one.write), "x".repeat(one.bytes));
    return [one.write];
  }
  if ("remove" in one) {
    rmSync(at(one.remove), { recursive: true, force: true });
    return [one.remove];
  }
  try {
    renameSync(at(one.rename), at(one.to));
  } catch {
    return [];
  }
  return [one.rename, one.to];
}

describe("a scan of reported changes", () => {
  it("finds what a whole scan does, whatever was written, removed and renamed", () => {
    fc.assert(
      fc.property(fc.array(fc.array(step, { maxLength: 4 }), { maxLength: 6 }), (rounds) => {
        const folder = mkdtempSync(join(tmpdir(), "warraq-scan-"));
        let listings = scan(folder).listings as Listings;
        for (const round of rounds) {
          const changed = round.flatMap((one) => apply(folder, one));
          const { listings: left, ...found } = scan(folder, { listings, changed });
          const { listings: whole, ...expected } = scan(folder);
          expect(found).toEqual(expected);
          expect(new Map([...(left ?? [])].sort())).toEqual(new Map([...(whole ?? [])].sort()));
          listings = left as Listings;
        }
        rmSync(folder, { recursive: true });
      }),
      { numRuns: 60 },
    );
  });

  it("scans all of a folder that was replaced by another, whatever was reported of it before", () => {
    const folder = mkdtempSync(join(tmpdir(), "warraq-scan-"));
    for (const name of ["2018/11/a.md", "2017/11/b.md"]) apply(folder, { write: name, bytes: 1 });
    const { listings } = scan(folder);
    const changed = [
      ...apply(folder, { write: "2018/a.md", bytes: 1 }),
      ...apply(folder, { remove: "2018" }),
      ...apply(folder, { rename: "2017", to: "2018" }),
    ];
    const { value } = scan(folder, { listings: listings as Listings, changed });
    expect(value?.articles.map(({ path }) => path)).toEqual(["2018/11/b.md"]);
    rmSync(folder, { recursive: true });
  });

  it("does not scan folders without a reported change", () => {
    const folder = mkdtempSync(join(tmpdir(), "warraq-scan-"));
    for (const name of ["2017/a.md", "2018/b.md"]) apply(folder, { write: name, bytes: 1 });
    const { listings } = scan(folder);
    for (const name of ["2017/a.md", "2018/b.md"]) apply(folder, { write: name, bytes: 2 });
    const { value } = scan(folder, { listings: listings as Listings, changed: ["2018/b.md"] });
    expect(value?.articles.map(({ size }) => size)).toEqual([1, 2]);
    rmSync(folder, { recursive: true });
  });

  it("is never trusted where a link was followed", () => {
    const folder = mkdtempSync(join(tmpdir(), "warraq-scan-"));
    apply(folder, { write: "2017/a.md", bytes: 1 });
    symlinkSync(join(folder, "2017"), join(folder, "linked"));
    expect(scan(folder).listings).toBeNull();
    rmSync(folder, { recursive: true });
  });
});
