/** Whole sites, built from files given inline, into folders of their own. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { article, BuildRoot, codes, removeRoots } from "./testing/build-root.ts";
import type { Files } from "./testing/program.ts";

afterAll(removeRoots);

class Root extends BuildRoot {
  override read(name: string): string {
    return super.read(`dist/${name}`);
  }
  has(name: string): boolean {
    return existsSync(join(this.path, "dist", name));
  }
}

describe("a build", () => {
  it("gives every article its page, lists and calendar", async () => {
    const root = new Root({
      "content/a.md": article(
        "سوق الورق",
        "date: 2017-11-22\nsection: تاريخ\ntags: [كتب]\nauthors: [هيئة التحرير]\n",
      ),
      "content/b.md": article("بلا تاريخ"),
      "content/pages/about.md": article("عن الأرشيف", "slug: about\n"),
      "content/site.yaml": "url: https://archive.example.org/\n",
    });
    const report = await root.build();
    expect(report).toMatchObject({ ok: true, published: true, articles: 2, diagnostics: [] });
    for (const file of [
      "index.html",
      "2017/11/22/سوق-الورق/index.html",
      "undated/بلا-تاريخ/index.html",
      "about/index.html",
      "تاريخ/index.html",
      "tags/كتب/index.html",
      "authors/هيئة-التحرير/index.html",
      "2017/index.html",
      "2017/11/index.html",
      "2017/11/22/index.html",
      "archive/index.html",
      "404.html",
      "feed.xml",
      "atom.xml",
      "feed.json",
      "تاريخ/feed.xml",
      "sitemap.xml",
      "sitemaps/2017-11.xml",
      "robots.txt",
      "manifest-sha256.txt",
    ])
      expect(root.has(file), file).toBe(true);
    expect(root.read("2017/11/22/سوق-الورق/index.html")).toContain('<html lang="ar" dir="rtl">');
  });
  it("gives an empty archive a home page too", async () => {
    const root = new Root();
    expect(await root.build()).toMatchObject({ ok: true, articles: 0 });
    expect(root.has("index.html")).toBe(true);
  });
  it("has an Atom feed where there is a date to tell in it, and names it in the head only there", async () => {
    const root = new Root({
      "content/a.md": article("أول", "section: قصص\n"),
      "content/b.md": article("ثان", "section: أخبار\ndate: 2017-11-22\n"),
    });
    await root.build();
    expect([root.has("atom.xml"), root.has("أخبار/atom.xml"), root.has("قصص/atom.xml")]).toEqual([
      true,
      true,
      false,
    ]);
    expect(root.has("قصص/feed.xml")).toBe(true);
    expect(root.read("قصص/index.html").match(/atom\.xml/g)).toHaveLength(1);
    await root.remove("content/b.md").build();
    expect(root.has("atom.xml")).toBe(false);
    expect(root.read("index.html")).not.toContain("atom.xml");
    expect(root.read("index.html")).toContain("feed.xml");
  });
  it("without an address in the settings has no sitemap, which would hold no whole addresses", async () => {
    const root = new Root({
      "content/site.yaml": "title: أرشيف\nnews_sitemap: true\nshare_pictures: true\n",
      "content/a.md": article("مقال", "date: 2017-11-22\n"),
    });
    const report = await root.build();
    expect(report).toMatchObject({ ok: true, addressed: false });
    expect(report.diagnostics.map(({ code, place }) => [code, place?.line])).toEqual([
      ["no-address", 2],
      ["no-address", 3],
    ]);
    expect(Object.keys(root.state()).filter((name) => /sitemap|share\.png/.test(name))).toEqual([]);
    expect(root.read("robots.txt")).not.toContain("Sitemap");
  });
  it("says what is wrong in the pictures, the logo and the sections beside what is wrong in the settings, and counts articles", async () => {
    const root = new Root({
      "content/site.yaml": "page_size: 1\nsections: [رياضة]\ntheme:\n  accent: rot\n  logo: /logo.svg\n",
      "content/a.md": article("مقال", "section: ثقافة\n", "![أ](none.jpg)\n\n![ب](torn.png)"),
      "content/torn.png": "no picture",
      "content/pages/about.md": article("عن الموقع"),
    });
    const report = await root.check({ keepGoing: true });
    expect(codes(report)).toEqual([
      "error bad-setting content/site.yaml",
      "error bad-setting content/site.yaml",
      "error file-missing content/site.yaml",
      "warning picture-missing content/a.md",
      "warning section-unlisted content/site.yaml",
      "warning picture-unreadable content/torn.png",
    ]);
    expect(report.articles).toBe(1);
    await root.write({ "content/site.yaml": "" }).build();
    expect((await root.check({ keepGoing: true })).articles).toBe(1);
  });
  it("says what is wrong in the articles beside what is wrong in the settings", async () => {
    const root = new Root({
      "content/site.yaml": "titel: أرشيف\n",
      "content/a.md": article("مقال", "date: 2017-02-30\n"),
    });
    const report = await root.build();
    expect(report.published).toBe(false);
    expect(codes(report)).toEqual([
      "error impossible-date content/a.md",
      "error unknown-key content/site.yaml",
    ]);
  });
  it("writes nothing when nothing changed, and brings back a file that was deleted by hand", async () => {
    const root = new Root({ "content/a.md": article("مقال", "date: 2017-11-22\n") });
    await root.build();
    expect((await root.build()).written).toEqual([]);
    rmSync(join(root.path, "dist/2017/11/22/مقال/index.html"));
    expect((await root.build()).written).toEqual(["2017/11/22/مقال/index.html"]);
  });
  it("removes the page of an article that went, and the folders it leaves empty", async () => {
    const root = new Root({
      "content/a.md": article("أول", "date: 2017-11-22\n"),
      "content/b.md": article("ثان", "date: 2018-01-02\n"),
    });
    await root.build();
    await root.remove("content/b.md").build();
    expect(root.has("2018")).toBe(false);
    expect(root.has("2017/11/22/أول/index.html")).toBe(true);
  });
  it("publishes under a base path", async () => {
    const root = new Root({
      "content/site.yaml": "url: https://example.org/archive/\n",
      "content/a.md": article("مقال", "date: 2017-11-22\n"),
    });
    await root.build();
    expect(root.read("index.html")).toContain('href="/archive/2017/11/22/%D9%85%D9%82%D8%A7%D9%84/"');
    expect(root.read("sitemap.xml")).toContain("https://example.org/archive/sitemaps/2017-11.xml");
  });
  it("leads an old address on to the article that states it", async () => {
    const root = new Root({ "content/a.md": article("مقال", "date: 2017-11-22\naliases: [/old/page/]\n") });
    await root.build();
    expect(root.read("old/page/index.html")).toContain('http-equiv="refresh"');
  });
  it("lets a user's template stand before ours, one file at a time", async () => {
    const root = new Root({
      "content/a.md": article("مقال", "date: 2017-11-22\n"),
      "templates/partials/back-to-top.eta": '<a href="#top">أعلى</a>',
    });
    await root.build();
    expect(root.read("index.html")).toContain('<a href="#top">أعلى</a>');
    expect(root.read("index.html")).not.toContain("العودة إلى الأعلى");
  });
  it("carries public/ over as it is", async () => {
    const root = new Root({ "public/images/a.bin": Buffer.from([0, 255, 1]) });
    await root.build();
    expect([...readFileSync(join(root.path, "dist/images/a.bin"))]).toEqual([0, 255, 1]);
  });
  it("says which file of public/ stands where the site needs a folder, once, and which lies where it needs a file", async () => {
    const root = new Root({
      "content/a.md": article("أول", "date: 2017-11-22\n"),
      "content/b.md": article("ثان", "date: 2017-11-23\n"),
    });
    await root.build();
    root.write({ "public/2017": "a file", "public/feed.xml/note.txt": "a folder" });
    const { published, diagnostics } = await root.build();
    expect(published).toBe(false);
    expect(diagnostics.map(({ code, file }) => [code, file])).toEqual([
      ["file-clash", "public/2017"],
      ["file-clash", "public/feed.xml/note.txt"],
    ]);
    expect(root.has("2017/11/22/index.html")).toBe(true);
  });

  it("lets no script of an article through, and states a strict policy", async () => {
    const hostile =
      '<script>alert(1)</script><img src=x onerror="alert(2)"><a href="javascript:alert(3)">رابط</a><iframe src="https://example.org"></iframe>';
    const root = new Root({
      "content/a.md": article('<b>مقال</b> & "تنصيص"', "date: 2017-11-22\n", hostile),
      "content/b.html": `<html><body><article><h1>صفحة محفوظة</h1><p>${"نص طويل عن الصفحة. ".repeat(20)}</p>${hostile}</article></body></html>`,
    });
    await root.build();
    const pages = Object.keys(root.state()).filter((name) => name.endsWith(".html"));
    for (const name of pages) {
      const html = root.read(name);
      expect(html, name).not.toMatch(/<script>|onerror|javascript:|<iframe|<b>/);
      expect(html, name).toContain("default-src 'none'");
      for (const [, attributes] of html.matchAll(/<script\b([^>]*)>/g))
        expect(attributes).toMatch(/src=|application\/ld\+json/);
    }
  });
});

describe("a fault", () => {
  const sound = { "content/sound.md": article("سليم", "date: 2017-11-22\n") };
  const faults: readonly (readonly [string, Files, string])[] = [
    [
      "a file in Windows-1256",
      {
        "content/x.txt": Buffer.from([
          0xc7, 0xe1, 0xd3, 0xe1, 0xc7, 0xe3, 0x20, 0xda, 0xe1, 0xed, 0xdf, 0xe3, 0x0a,
        ]),
      },
      "error not-utf8 content/x.txt",
    ],
    ["an empty file", { "content/x.md": "" }, "error empty content/x.md"],
    ["a file of 20 MB", { "content/x.txt": Buffer.alloc(20_000_000, "a") }, "error too-large content/x.txt"],
    [
      "YAML of the wrong type",
      { "content/x.md": article("س", "draft: maybe\n") },
      "error wrong-type content/x.md",
    ],
    [
      "YAML that is none",
      { "content/x.md": '---\ntitle: "س\n---\n\nنص\n' },
      "error yaml-syntax content/x.md",
    ],
    [
      "an impossible date",
      { "content/x.md": article("س", "date: 2017-02-30\n") },
      "error impossible-date content/x.md",
    ],
    ["an unknown key", { "content/x.md": article("س", "autor: فلان\n") }, "error unknown-key content/x.md"],
    [
      "a slug that climbs",
      { "content/x.md": article("س", "slug: ../../etc\n") },
      "error bad-slug content/x.md",
    ],
    ["no title", { "content/x.md": "---\ndate: 2017-11-22\n---\n\nنص\n" }, "error no-title content/x.md"],
    [
      "two articles that state one slug",
      {
        "content/x.md": article("س", "date: 2017-11-22\nslug: one\n"),
        "content/y.md": article("ص", "date: 2017-11-22\nslug: one\n"),
      },
      "error address-taken content/y.md",
    ],
    [
      "two files that differ only in their ending",
      { "content/x.md": article("س"), "content/x.txt": "خبر\n\nعنوان خبر ثان\n\nنص الخبر.\n" },
      "error name-twice content/x.txt",
    ],
    ["an unknown setting", { "content/site.yaml": "colour: red\n" }, "error unknown-key content/site.yaml"],
    [
      "a template that includes a missing one",
      { "templates/home.eta": '<%~ include("@partials/none", it) %>' },
      "error missing-template templates/home.eta",
    ],
    [
      "a style file whose block is never closed",
      { "templates/style/own.css": "body { color: red" },
      "error style-fault templates/style/own.css",
    ],
    [
      "a template that is no template",
      { "templates/home.eta": "<p>\n<% if (true { %></p>" },
      "error template-fault templates/home.eta",
    ],
  ];
  describe("of an editor", () => {
    let root: BuildRoot;
    let before: ReturnType<BuildRoot["state"]>;
    beforeAll(async () => {
      root = new BuildRoot(sound);
      await root.build();
      before = root.state();
    });
    it.each(faults)("is said for %s, and the old site is left as it was", async (_, files, expected) => {
      const faulty = { ...files, "content/also.md": "" };
      const report = await root.write(faulty).build();
      for (const name of Object.keys(faulty)) root.remove(name);
      expect(report).toMatchObject({ ok: false, published: false });
      expect(codes(report)).toContain(expected);
      if (!/template|site\.yaml/.test(expected))
        expect(codes(report)).toContain("error empty content/also.md");
      expect(root.state()).toEqual(before);
    });
  });
  it("is said for a template that fails while it renders, with its line, and the old site is left as it was", async () => {
    const root = new Root(sound);
    await root.build();
    const before = root.state();
    const report = await root
      .write({ "templates/home.eta": "<p>\n<%= it.page.nothing.there %></p>" })
      .build();
    expect(report).toMatchObject({ ok: false, published: false });
    expect(report.diagnostics[0]).toMatchObject({
      code: "template-fault",
      file: "templates/home.eta",
      place: { line: 2 },
    });
    expect(root.state()).toEqual(before);
  });
  it("is said once for a partial that many templates include", async () => {
    const report = await new Root({
      ...sound,
      "templates/partials/card.eta": "<p>\n<%= it.card.nothing.there %>",
    }).build();
    expect(codes(report)).toEqual(["error template-fault templates/partials/card.eta"]);
    expect(report.diagnostics[0]).toMatchObject({
      place: { line: 2 },
      message: expect.stringContaining("partials/card"),
    });
  });
  it("is said for a link that leads out of content/", async () => {
    const root = new Root(sound);
    symlinkSync("/etc/hostname", join(root.path, "content/out.md"));
    expect(codes(await root.build())).toContain("error link-out content/out.md");
  });
  it("is said for a dist that is a file, and for one that others made", async () => {
    const root = new Root(sound);
    writeFileSync(join(root.path, "dist"), "x");
    expect(codes(await root.build())).toContain("error output-not-a-folder dist");
    rmSync(join(root.path, "dist"));
    mkdirSync(join(root.path, "dist"));
    writeFileSync(join(root.path, "dist/thesis.doc"), "x");
    expect(codes(await root.build())).toContain("error output-foreign dist");
    expect(root.has("thesis.doc")).toBe(true);
  });
  it("has line, column and a hint", async () => {
    const report = await new Root({ "content/x.md": article("س", "autors: [فلان]\n") }).build();
    expect(report.diagnostics[0]).toMatchObject({
      place: { line: 3, column: 1, length: 6 },
      hint: expect.stringContaining("authors"),
    });
  });
  it("of the settings' sections is told once: those that hold articles and that the menu does not name", async () => {
    const root = new Root({
      "content/site.yaml": "title: أرشيف\nsections: [تاريخ]\n",
      "content/a.md": article("أول", "section: تاريخ\n"),
      "content/b.md": article("ثان", "section: علوم\n"),
      "content/c.md": article("ثالث", "section: علوم\n"),
      "content/d.md": article("رابع", "section: رياضة\n"),
    });
    expect((await root.build()).diagnostics).toMatchObject([
      {
        ...{ severity: "warning", code: "section-unlisted", file: "content/site.yaml", place: { line: 2 } },
        message: expect.stringMatching(/2 sections .*علوم.* \(2 articles\), .*رياضة.* \(1 article\)/),
      },
    ]);
  });
  it("of an article in error does not hide that it lacks a picture", async () => {
    const root = new Root({
      "content/x.md": article("س", "image: none.jpg\nautor: فلان\n", "![ص](lost.png)"),
    });
    expect(codes(await root.build())).toEqual([
      "error unknown-key content/x.md",
      "warning picture-missing content/x.md",
      "warning picture-missing content/x.md",
    ]);
  });
  it("of one article does not keep the rest from being published with keepGoing", async () => {
    const root = new Root({ ...sound, "content/x.md": article("س", "date: 2017-02-30\n") });
    const report = await root.build({ keepGoing: true });
    expect(report).toMatchObject({ ok: false, published: true, articles: 1 });
    expect(root.has("2017/11/22/سليم/index.html")).toBe(true);
  });
  it("of two files that differ only in their ending names both, publishes one with keepGoing, and goes when one is renamed", async () => {
    const twins = {
      "content/x.md": article("الأول"),
      "content/x.txt": "خبر\n\nعنوان خبر ثان\n\nنص الخبر.\n",
    };
    const root = new Root({ ...sound, ...twins });
    const report = await root.build({ keepGoing: true });
    expect(report).toMatchObject({ ok: false, published: true, articles: 2 });
    expect(report.diagnostics[0]).toMatchObject({
      message: expect.stringContaining("content/x.md"),
      hint: expect.stringContaining("Rename"),
      others: ["content/x.md"],
    });
    expect(root.has("undated/الأول/index.html")).toBe(true);
    expect(root.has("undated/عنوان-خبر-ثان")).toBe(false);
    root.write({ "content/y.txt": twins["content/x.txt"] }).remove("content/x.txt");
    expect(await root.build()).toMatchObject({ ok: true, articles: 3, diagnostics: [] });
  });
  it("of the cache costs work, never truth", async () => {
    const root = new Root(sound);
    await root.build();
    const before = root.state();
    writeFileSync(join(root.path, ".warraq/last-build.jsonl"), "{garbled");
    const garbled = await root.build();
    expect(codes(garbled)).toEqual(["warning cache-damaged .warraq/last-build.jsonl"]);
    for (const pack of readdirSync(join(root.path, ".warraq/packs")))
      writeFileSync(join(root.path, ".warraq/packs", pack), "");
    const emptied = await root.write({ "templates/partials/back-to-top.eta": "" }).build();
    expect(codes(emptied)).toEqual(["warning cache-damaged .warraq"]);
    await root.remove("templates/partials/back-to-top.eta").build();
    expect(root.state()).toEqual(before);
  });
  it("of a second build at once is said, and the first goes on", async () => {
    const root = new Root(sound);
    mkdirSync(join(root.path, ".warraq"));
    writeFileSync(join(root.path, ".warraq/lock"), "1");
    expect(codes(await root.build())).toEqual(["error build-running .warraq/lock"]);
  });
});
