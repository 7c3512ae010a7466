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
  it("gives its articles in an order that does not depend on the locale, at any depth", () => {
    for (const path of ["ب.md", "2017/11/22/b.txt", "2017/11/22/B.HTML", "أ.htm", "a.md"])
      write(`content/${path}`);
    expect(found().articles).toEqual(["2017/11/22/B.HTML", "2017/11/22/b.txt", "a.md", "أ.htm", "ب.md"]);
  });
  it("gives sidecars with their articles, and reports one that has none", () => {
    for (const path of ["a.txt", "a.yaml", "b.html", "b.yml", "c.yaml", "site.yaml"])
      write(`content/${path}`);
    const { sidecars, faults } = found();
    expect(sidecars).toEqual([
      ["a.txt", "a.yaml"],
      ["b.html", "b.yml"],
    ]);
    expect(faults).toEqual(["warning sidecar-alone content/c.yaml"]);
  });
  it("reports settings that are not read because others are", () => {
    for (const path of ["site.yaml", "site.yml", "SITE.YML", "2017/site.yml", "2017/site.md"])
      write(`content/${path}`);
    expect(found().faults).toEqual([
      "warning settings-twice content/SITE.YML",
      "warning settings-twice content/site.yml",
    ]);
    expect(scan(content).value?.settings?.path).toBe("site.yaml");
  });
  it("reads one sidecar an article, whatever the order of the disk, and names the other", () => {
    for (const path of ["a.txt", "a.yml", "a.yaml", "b.md", "b.yaml"]) write(`content/${path}`);
    expect(found()).toMatchObject({
      sidecars: [
        ["a.txt", "a.yaml"],
        ["b.md", "b.yaml"],
      ],
      faults: ["error sidecar-twice content/a.yml"],
    });
  });
  it("takes both Unicode forms of a name, as disks spell it, for one", () => {
    for (const path of ["مؤتمر.txt".normalize("NFD"), "مؤتمر.yaml", "أثر.md", "أثر.html".normalize("NFD")])
      write(`content/${path}`);
    const { sidecars, faults } = found();
    expect(sidecars).toEqual([["مؤتمر.txt".normalize("NFD"), "مؤتمر.yaml"]]);
    expect(faults).toEqual([expect.stringMatching(/^error name-twice/)]);
  });
  it("says how to rename a sidecar that has the whole name of its article", () => {
    for (const path of ["أ.txt", "أ.txt.yaml"]) write(`content/${path}`);
    expect(scan(content).diagnostics).toMatchObject([
      { code: "sidecar-alone", hint: "The sidecar of أ.txt is named أ.yaml." },
    ]);
  });
  it("does not ask to rename a file whose text could not be read then", () => {
    for (const path of ["a.xml", "b.warc.gz", "c.mhtml", "d.markdown"]) write(`content/${path}`);
    const hints = scan(content).diagnostics.map(({ hint }) => hint ?? "");
    expect(hints.filter((hint) => /a new name alone does not change/.test(hint))).toHaveLength(3);
    expect(hints).toContain("If it is Markdown, name it .md.");
  });
  it("passes over hidden files, and names others once a folder", () => {
    for (const path of [".hidden.md", ".git/a.md", "x/1.wpd", "x/2.wpd", "y.pages"]) write(`content/${path}`);
    expect(found()).toEqual({
      articles: [],
      sidecars: [],
      faults: ["warning not-an-article content/x/1.wpd", "warning not-an-article content/y.pages"].sort(),
    });
  });
  it("does not take parts of a saved page for articles, whatever the browser's language", () => {
    for (const path of [
      ...["خبر.html", "خبر_ملفات/frame.html", "خبر_ملفات/inner/ad.htm", "خبر_ملفات/site.css"],
      ...["2017/b.HTM", "2017/b_files/x.html", "2017/b_files/x.htm", "2017/b_files/note.txt"],
    ])
      write(`content/${path}`);
    write("content/2017/b_files/صورة.jpg");
    expect(found()).toEqual({
      articles: ["2017/b.HTM", "2017/b_files/note.txt", "خبر.html"],
      ...{ sidecars: [], faults: [] },
    });
    expect(scan(content).value?.pictures).toMatchObject([{ path: "2017/b_files/صورة.jpg", ofPage: true }]);
  });
  it("treats a folder without a page beside it like any other", () => {
    for (const path of ["a_files/x.html", "b.md", "b_files/y.html", "c.html", "cd_files/z.html"])
      write(`content/${path}`);
    expect(found().articles).toEqual([
      "a_files/x.html",
      "b.md",
      "b_files/y.html",
      "c.html",
      "cd_files/z.html",
    ]);
  });
  it("refuses a file that is too large, without reading it", () => {
    write("content/a.txt", Buffer.alloc(LARGEST));
    write("content/b.txt", Buffer.alloc(LARGEST - 1));
    expect(found()).toMatchObject({ articles: ["b.txt"], faults: ["error too-large content/a.txt"] });
  });
  it("refuses links that lead out of it or nowhere, follows those within it, and ends at a circle", () => {
    write("secret.md");
    write("content/real/a.md");
    symlinkSync("../secret.md", join(content, "out.md"));
    symlinkSync("/etc", join(content, "etc"));
    symlinkSync("none.md", join(content, "broken.md"));
    symlinkSync("real", join(content, "again"));
    symlinkSync("..", join(content, "real/up"));
    const { articles, faults } = found();
    expect(articles).toEqual(["again/a.md", "real/a.md"]);
    expect(faults.sort()).toEqual([
      "error link-broken content/broken.md",
      "error link-loop content/real/up",
      "error link-out content/etc",
      "error link-out content/out.md",
    ]);
  });
});

it("lists files of other kinds, one of which an article may name as a picture", () => {
  const root = mkdtempSync(join(tmpdir(), "warraq-scan-"));
  for (const name of ["a.md", "photo.jfif", "photo.jpg?w=640", "image"]) writeFileSync(join(root, name), "x");
  const { value } = scan(root);
  expect(value?.pictures).toEqual([]);
  expect(value?.others.map(({ path }) => path).sort()).toEqual(["image", "photo.jfif", "photo.jpg?w=640"]);
  rmSync(root, { recursive: true });
});
