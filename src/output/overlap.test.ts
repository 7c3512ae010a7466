import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { outputOverlap } from "./overlap.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "warraq-overlap-"));
  mkdirSync(join(root, "content", "2017"), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));
const overlap = (out: string): string | null => {
  const read = { content: join(root, "content"), public: join(root, "public") };
  return outputOverlap(join(root, out), { name: out, read })?.message ?? null;
};

describe("an output folder", () => {
  it("may lie beside what is read, whatever its name begins with", () => {
    for (const out of ["dist", "content-dist", "a/b/c", "../other", "contents"])
      expect(overlap(out)).toBeNull();
  });
  it("may not be or lie in a folder that is read, there already or not", () => {
    for (const out of ["content", "content/dist", "content/2017/a/b", "x/../content/dist"])
      expect(overlap(out)).toMatch(/lies in content\/: /);
    expect(overlap("public/site")).toMatch(/lies in public\/: /);
  });
  it("may not lie there by a link, nor may a link lead from there to it", () => {
    symlinkSync("content/2017", join(root, "linked"));
    expect(overlap("linked/dist")).toMatch(/lies in content\//);
    mkdirSync(join(root, "elsewhere", "pictures"), { recursive: true });
    symlinkSync("elsewhere/pictures", join(root, "public"));
    expect(overlap("elsewhere/pictures/dist")).toMatch(/lies in public\//);
    expect(overlap("elsewhere")).toMatch(/in which public\/ lies/);
    expect(overlap("elsewhere/dist")).toBeNull();
  });
  it("may not hold what is read", () => {
    for (const out of [".", ".."]) expect(overlap(out)).toMatch(/in which content\/ lies/);
  });
});
