import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LARGEST, scan } from "./scan.ts";

let root: string;
let content: string;
const write = (path: string, text: string | Uint8Array = "س") => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "warraq-scan-"));
  content = join(root, "content");
  mkdirSync(content);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const found = () => {
  const { value, diagnostics } = scan(content);
  return {
    articles: value?.articles.map(({ path }) => path),
    sidecars: [...(value?.sidecars ?? [])].map(([path, { path: beside }]) => [path, beside]),
    faults: diagnostics.map(({ severity, code, file }) => `${severity} ${code} ${file}`),
  };
};

describe("a content folder", () => {
  it("gives its articles in an order that no locale moves, at any depth", () => {
    for (const path of ["ب.md", "2017/11/22/b.txt", "2017/11/22/B.HTML", "أ.htm", "a.md"])
      write(`content/${path}`);
    expect(found().articles).toEqual(["2017/11/22/B.HTML", "2017/11/22/b.txt", "a.md", "أ.htm", "ب.md"]);
  });
  it("gives sidecars with their articles, and names one that stands alone", () => {
    for (const path of ["a.txt", "a.yaml", "b.html", "b.yml", "c.yaml", "site.yaml"])
      write(`content/${path}`);
    const { sidecars, faults } = found();
    expect(sidecars).toEqual([
      ["a.txt", "a.yaml"],
      ["b.html", "b.yml"],
    ]);
    expect(faults).toEqual(["warning sidecar-alone content/c.yaml"]);
  });
  it("passes over hidden files, and names others once a folder", () => {
    for (const path of [".hidden.md", ".git/a.md", "x/1.docx", "x/2.docx", "y.pages"])
      write(`content/${path}`);
    expect(found()).toEqual({
      articles: [],
      sidecars: [],
      faults: ["warning not-an-article content/x/1.docx", "warning not-an-article content/y.pages"].sort(),
    });
  });
  it("refuses a file that is too large, without reading it", () => {
    write("content/a.txt", Buffer.alloc(LARGEST));
    write("content/b.txt", Buffer.alloc(LARGEST - 1));
    expect(found()).toMatchObject({ articles: ["b.txt"], faults: ["error too-large content/a.txt"] });
  });
  it("refuses links that lead out of it or nowhere, follows those within it, and is not caught in a circle", () => {
    write("secret.md");
    write("content/real/a.md");
    symlinkSync("../secret.md", join(content, "out.md"));
    symlinkSync("/etc", join(content, "etc"));
    symlinkSync("none.md", join(content, "broken.md"));
    symlinkSync("real", join(content, "again"));
    symlinkSync("..", join(content, "real/up"));
    const { articles, faults } = found();
    expect(articles).toEqual(["again/a.md", "real/a.md"]);
    expect(faults).toEqual([
      "error link-broken content/broken.md",
      "error link-out content/etc",
      "error link-out content/out.md",
    ]);
  });
});
