/** Moving what is staged into real folders. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { type OutputPath, outputPath } from "../model/brands.ts";
import { makeRoom, movesOf, publish, stage } from "./publish.ts";

const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
});

/** A site that holds some files, and a staging folder with others; each file holds its side and its name. */
function folders(site: readonly string[], staged: readonly OutputPath[]) {
  const root = mkdtempSync(join(tmpdir(), "publish-"));
  roots.push(root);
  const output = { path: join(root, "site"), staging: join(root, "staging") };
  for (const folder of [output.path, output.staging]) mkdirSync(folder);
  for (const name of site) {
    mkdirSync(dirname(join(output.path, name)), { recursive: true });
    writeFileSync(join(output.path, name), `old ${name}`);
  }
  for (const path of staged) stage(output, path, Buffer.from(`new ${path}`));
  return output;
}
const paths = (...names: string[]): OutputPath[] => names.sort().map(outputPath);
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

describe("what is staged", () => {
  it("is moved a whole folder at a time where the site has none of that name", () => {
    const staged = paths(
      "2018/01/a/index.html",
      "2018/01/b/index.html",
      "2018/02/c/index.html",
      "index.html",
    );
    const output = folders(["2018/01/a/index.html", "index.html"], staged);
    expect(movesOf(output, staged)).toEqual([
      { path: "2018/01/a/index.html", folder: false },
      { path: "2018/01/b", folder: true },
      { path: "2018/02", folder: true },
      { path: "index.html", folder: false },
    ]);
  });

  it("takes the place of a file where a folder must be, and of a folder where a file must be", () => {
    const staged = paths("news/index.html", "about");
    const output = folders(["news", "about/index.html"], staged);
    const moves = movesOf(output, staged);
    makeRoom(output, { moves, stale: [] });
    publish(output, moves);
    expect(filesIn(output.path)).toEqual(["about", "news/index.html"]);
  });

  it("changes nothing of the site while room is made, and nothing is left to make when it is moved", () => {
    const staged = paths("a/b/c.html", "d.html");
    const output = folders(["d.html"], staged);
    const moves = movesOf(output, staged);
    makeRoom(output, { moves, stale: [] });
    expect(filesIn(output.path)).toEqual(["d.html"]);
    expect(readFileSync(join(output.path, "d.html"), "utf8")).toBe("old d.html");
    expect(
      moves.filter(({ folder }) => folder).every(({ path }) => existsSync(join(output.path, path))),
    ).toBe(true);
  });

  it("is all in the site in the end, with what was there before, whatever either holds", () => {
    const name = fc
      .array(fc.constantFrom("a", "b", "a-b", "c"), { minLength: 0, maxLength: 3 })
      .map((steps) => [...steps, "index.html"].join("/"));
    const names = fc.uniqueArray(name, { maxLength: 12 });
    fc.assert(
      fc.property(names, names, (site, fresh) => {
        const staged = paths(...fresh);
        const output = folders(site, staged);
        const moves = movesOf(output, staged);
        makeRoom(output, { moves, stale: [] });
        publish(output, moves);
        expect(filesIn(output.path)).toEqual([...new Set([...site, ...fresh])].sort());
        for (const path of staged) expect(readFileSync(join(output.path, path), "utf8")).toBe(`new ${path}`);
        expect(filesIn(output.staging)).toEqual([]);
        rmSync(dirname(output.path), { recursive: true });
      }),
      { numRuns: 60 },
    );
  });
});
