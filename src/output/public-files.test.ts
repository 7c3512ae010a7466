import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { outputPath } from "../model/brands.ts";
import { fileVersion, scanPublic } from "./public-files.ts";
import { PublicPaths } from "./public-paths.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "public-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(...names: readonly string[]): void {
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), name);
  }
}
function found() {
  const { value = [], diagnostics } = scanPublic(folder, "public");
  return {
    paths: value.map(({ path }) => path),
    files: value.map(({ file }) => file),
    faults: diagnostics.map(({ severity, code, file }) => `${severity} ${code} ${file}`),
    diagnostics,
  };
}

describe("the files of public/", () => {
  it("are those that hosts read too, and none that systems and editors leave behind", () => {
    write(".htaccess", ".nojekyll", ".well-known/security.txt", "صور/.htaccess", "robots.txt");
    write(".DS_Store", ".git/config", ".gitignore", ".page.html.swp", "._a.jpg", "صور/.DS_Store");
    expect(found()).toMatchObject({
      paths: [".htaccess", ".nojekyll", ".well-known/security.txt", "robots.txt", "صور/.htaccess"],
      faults: [],
    });
  });
  it("are told of when another name that begins with a dot is not published", () => {
    write(".env", "a.txt");
    expect(found()).toMatchObject({ paths: ["a.txt"], faults: ["warning hidden-file public/.env"] });
  });
  it("have their letters composed, whichever way the disk spells them", () => {
    const spelt = "وثائق/تقرير-أوّل.pdf".normalize("NFD");
    write(spelt);
    expect(found()).toMatchObject({
      paths: ["وثائق/تقرير-أوّل.pdf".normalize("NFC")],
      files: [`public/${spelt}`],
      faults: [],
    });
  });
  it("are one where two names are the same letters, and told of where capitals alone tell them apart", () => {
    write("مؤتمر.pdf".normalize("NFC"), "مؤتمر.pdf".normalize("NFD"), "Map.png", "map.png");
    const { paths, faults } = found();
    expect(paths.map(String).sort()).toEqual(["Map.png", "map.png", "مؤتمر.pdf".normalize("NFC")]);
    expect(faults.sort()).toEqual([
      `error name-twice public/${"مؤتمر.pdf".normalize("NFD")}`,
      "warning name-alike public/map.png",
    ]);
  });
  it("say which folder holds a name that is not UTF-8, with its bytes and how to rename it", () => {
    write("كتب/سليم.txt");
    writeFileSync(Buffer.concat([Buffer.from(join(folder, "كتب/")), Buffer.from([0xcf, 0xc7, 0xd1])]), "x");
    const { paths, faults, diagnostics } = found();
    expect([paths, faults]).toEqual([["كتب/سليم.txt"], ["error name-not-utf8 public/كتب"]]);
    expect(diagnostics[0]?.message).toContain("\\xcf\\xc7\\xd1");
    expect(diagnostics[0]?.message).toContain("دار");
    expect(diagnostics[0]?.hint).toContain("convmv -f cp1256 -t utf8");
  });
  it("hold no name with a control character, which would break the list of checksums", () => {
    write("a\nb.txt", "c.txt");
    expect(found()).toMatchObject({ paths: ["c.txt"], faults: ["error bad-name public/a\nb.txt"] });
  });
  it("are those a link within the folder leads to, each loop told once", () => {
    write("a/b/c.txt");
    symlinkSync("a", join(folder, "again"));
    symlinkSync("..", join(folder, "a/b/up"));
    symlinkSync("here", join(folder, "here"));
    symlinkSync("/etc", join(folder, "out"));
    const { paths, faults } = found();
    expect(paths).toEqual(["a/b/c.txt", "again/b/c.txt"]);
    expect(faults).toEqual([
      "error link-loop public/a/b/up",
      "error link-loop public/here",
      "error link-out public/out",
    ]);
  });
});

describe("the version of a file", () => {
  it("tells two files of one size and one time apart while they are so young that both may be of it", () => {
    write("a.txt", "b.txt");
    const version = (name: string, modified: number) =>
      fileVersion(join(folder, name), { size: 5, modified, changed: modified });
    const now = Date.now();
    expect(version("a.txt", now)).not.toBe(version("b.txt", now));
    // Times in whole seconds are those of a disk that knows no others.
    const second = Math.floor(now / 1000) * 1000 - 1000;
    expect(version("a.txt", second)).not.toBe(version("b.txt", second));
    expect(version("a.txt", now - 100.5)).toBe(version("b.txt", now - 100.5));
  });
});

describe("what of public/ is in the way of a file of the site", () => {
  const named = (...paths: readonly string[]) =>
    new PublicPaths(
      paths.map((path) => ({ path: outputPath(path), from: `/root/public/${path}`, file: `public/${path}` })),
    );
  const inTheWay = (paths: PublicPaths, of: string) => paths.inTheWayOf(of).map(({ path }) => path);

  it("is a file of its path, in whatever letters, a file where it needs a folder, and a folder where it is one", () => {
    const paths = named("2017", "Index.html", "feed.xml/a.txt", "feed.xml/b/c.txt", "images/a.png");
    expect(inTheWay(paths, "index.html")).toEqual(["Index.html"]);
    expect(inTheWay(paths, "2017/11/index.html")).toEqual(["2017"]);
    expect(inTheWay(paths, "feed.xml")).toEqual(["feed.xml/a.txt", "feed.xml/b/c.txt"]);
    expect(inTheWay(paths, "images/b.png")).toEqual([]);
    expect(inTheWay(paths, "tags/index.html")).toEqual([]);
  });
});
