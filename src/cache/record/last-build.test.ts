import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { digest, type OutputPath } from "../../model/brands.ts";
import { loadLastBuild, prepareLastBuild } from "./last-build.ts";
import type { LastBuild, Written } from "./records.ts";

const recordOf = (text: string) => ({
  key: text,
  files: [{ path: text as OutputPath, sha256: text, size: 1 }],
});
const buildOf = (pages: LastBuild["pages"], scanned = 1): LastBuild => ({
  ...{ scanned, made: 2, parseKey: digest("a"), cardKey: digest("b"), inputs: null },
  ...{ sources: new Map(), pictures: new Map(), runs: new Map(), pages },
});
const pagesOf = (count: number): Map<OutputPath, ReturnType<typeof recordOf>> =>
  new Map(Array.from({ length: count }, (_, i) => [`صفحة-${i}` as OutputPath, recordOf(`${i}`)]));

let folder: string;
let file: string;
let last: LastBuild;
let written: Written;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "warraq-record-"));
  file = join(folder, "last-build.jsonl");
  last = buildOf(pagesOf(100));
  written = prepareLastBuild(file, last, null)();
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The pages of `last` with some changed, as the build after it would leave them. */
const edited = (change: (pages: Map<OutputPath, ReturnType<typeof recordOf>>) => void): LastBuild => {
  const pages = new Map(last.pages) as Map<OutputPath, ReturnType<typeof recordOf>>;
  change(pages);
  return buildOf(pages, last.scanned + 1);
};
const save = (build: LastBuild): void => {
  written = prepareLastBuild(file, build, { last, written })();
  last = build;
};
const names = (): string[] => readdirSync(folder).sort();
const load = () => {
  const steps = loadLastBuild(file);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
};
const loaded = (): LastBuild | null => load().last;

describe("the record of the last build", () => {
  it("grows by what changed, and is read back equal, without what was removed", () => {
    save(edited((pages) => pages.set("جديدة" as OutputPath, recordOf("x"))));
    save(edited((pages) => pages.delete("صفحة-7" as OutputPath)));
    save(edited((pages) => pages.set("صفحة-8" as OutputPath, recordOf("y"))));
    expect(names()).toEqual([
      "last-build.jsonl",
      "last-build.jsonl.1",
      "last-build.jsonl.2",
      "last-build.jsonl.3",
    ]);
    expect(readFileSync(`${file}.3`, "utf8").split("\n")).toHaveLength(4);
    expect(loaded()).toEqual(last);
    expect(load()).toMatchObject({ written });
  });

  it("is written whole where much of it changed, and after a hundred additions", () => {
    save(edited((pages) => pages.delete("صفحة-7" as OutputPath)));
    const change = (pages: Map<OutputPath, ReturnType<typeof recordOf>>) => {
      for (const path of pages.keys()) pages.set(path, recordOf("z"));
    };
    save(edited(change));
    expect(names()).toEqual(["last-build.jsonl"]);
    for (let i = 0; i < 101; i++)
      save(edited((pages) => pages.set("صفحة-9" as OutputPath, recordOf(`${i}`))));
    expect(names()).toEqual(["last-build.jsonl"]);
    expect(loaded()).toEqual(last);
  });

  it("is damaged when any of its files is cut short or altered", () => {
    save(edited((pages) => pages.delete("صفحة-7" as OutputPath)));
    const whole = readFileSync(`${file}.1`);
    truncateSync(`${file}.1`, whole.length - 10);
    expect(load()).toEqual({ last: null, why: "damaged" });
    const altered = Buffer.from(whole);
    altered[altered.indexOf("صفحة-7") + 1] = 0x20;
    writeFileSync(`${file}.1`, altered);
    expect(load()).toEqual({ last: null, why: "damaged" });
    writeFileSync(`${file}.1`, whole);
    expect(loaded()).toEqual(last);
  });

  it("ignores files of changes to an earlier record", () => {
    save(edited((pages) => pages.delete("صفحة-7" as OutputPath)));
    const addition = readFileSync(`${file}.1`);
    written = prepareLastBuild(file, last, null)();
    writeFileSync(`${file}.1`, addition);
    expect(load()).toEqual({ last, written: { seal: written.seal, additions: 0 } });
    writeFileSync(`${file}.2`, addition);
    save(edited((pages) => pages.delete("صفحة-8" as OutputPath)));
    expect(loaded()).toEqual(last);
  });
});
