/** Files that would be one file of the site, or cannot be read: said of whose they are, and all others are published. */
import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { article, BuildRoot, codes, removeRoots } from "./testing/build-root.ts";

afterAll(removeRoots);

const SOUND = { "content/sound.md": article("سليم", "date: 2017-11-22\n") };
const PAGE = "dist/2017/11/22/سليم/index.html";

describe("a file of public/ that would be a file of the site", () => {
  const files = {
    ...SOUND,
    "content/أخبار.md": article("خبر", "date: 2017-11-23\nslug: news\nsection: ثقافة\n"),
    "public/manifest-sha256.txt": "x",
    "public/INDEX.html": "x",
    "public/2017/11/23/news": "x",
    "public/sound.txt": "x",
  };
  const said = [
    "error file-clash public/2017/11/23/news",
    "error file-clash public/INDEX.html",
    "error file-clash public/manifest-sha256.txt",
  ];
  it("is said by check and build alike, with the article, and the old site is left as it was", async () => {
    const root = new BuildRoot(SOUND);
    await root.build();
    const before = root.state();
    root.write(files);
    const checked = await root.check({ keepGoing: true });
    expect(codes(checked)).toEqual(said);
    expect(checked.diagnostics[0]).toMatchObject({
      others: ["content/أخبار.md"],
      hint: expect.stringContaining("content/أخبار.md"),
    });
    const report = await root.build();
    expect([report.published, codes(report)]).toEqual([false, said]);
    expect(root.state()).toEqual(before);
  });
  it("is left out where the build was to go on, and is said again by the next one", async () => {
    const root = new BuildRoot(files);
    const report = await root.build({ keepGoing: true });
    expect([report.published, report.ok, codes(report)]).toEqual([true, false, said]);
    expect(root.read("dist/2017/11/23/news/index.html")).toContain("خبر");
    expect(root.read("dist/sound.txt")).toBe("x");
    expect(root.read("dist/manifest-sha256.txt").length).toBeGreaterThan(100);
    const again = await root.build({ keepGoing: true });
    expect([again.ok, again.written, codes(again)]).toEqual([false, [], said]);
    for (const name of ["manifest-sha256.txt", "INDEX.html", "2017/11/23/news"])
      root.remove(`public/${name}`);
    expect(await root.build()).toMatchObject({ ok: true, diagnostics: [] });
  });
  it("stands in for robots.txt and the page of lost addresses, and the program's own come back without it", async () => {
    const root = new BuildRoot({ ...SOUND, "public/robots.txt": "Disallow: /x\n", "public/404.html": "ضاع" });
    expect(await root.build()).toMatchObject({ ok: true, diagnostics: [] });
    expect([root.read("dist/robots.txt"), root.read("dist/404.html")]).toEqual(["Disallow: /x\n", "ضاع"]);
    await root.remove("public/robots.txt").remove("public/404.html").build();
    expect(root.read("dist/robots.txt")).toContain("Allow: /");
    expect(root.read("dist/404.html")).toContain("<html");
  });
  it("keeps an alias from being published, and the article is", async () => {
    const root = new BuildRoot({
      "content/a.md": article("سليم", "date: 2017-11-22\naliases: [/old/, /قديم.html]\n"),
      "public/old/index.html": "الصفحة القديمة",
    });
    const report = await root.build({ keepGoing: true });
    expect(codes(report)).toEqual(["error alias-taken content/a.md"]);
    expect(report.diagnostics[0]?.others).toEqual(["public/old/index.html"]);
    expect(root.read("dist/old/index.html")).toBe("الصفحة القديمة");
    expect(root.read("dist/قديم.html")).toContain("refresh");
  });
});

describe("a link to a file of public/", () => {
  it("leads there whichever way its name and the link are composed", async () => {
    const name = "تقرير-أول.pdf";
    const root = new BuildRoot({
      "content/a.md": article(
        "ملف",
        "date: 2017-11-22\n",
        `[أول](/وثائق/${name.normalize("NFD")}) و[ثان](/وثائق/${encodeURI(name.normalize("NFD"))}) و[ثالث](/وثائق/${name.normalize("NFC")})`,
      ),
      [`public/وثائق/${name.normalize("NFD")}`]: "x",
    });
    await root.build();
    const links = [...root.read("dist/2017/11/22/ملف/index.html").matchAll(/href="([^"]+\.pdf)"/g)];
    expect(links).toHaveLength(3);
    for (const [, href = ""] of links) expect(root.read(`dist${decodeURI(href)}`)).toBe("x");
  });
});

describe("what cannot be read", () => {
  it("is said of its file, and the rest is published; a pipe is passed over", async () => {
    const root = new BuildRoot({ ...SOUND, "templates/partials/note.txt": "" });
    const at = (name: string) => join(root.path, name);
    mkdirSync(at("public"));
    for (const name of ["content/pipe.md", "public/pipe", "templates/home.eta"])
      execFileSync("mkfifo", [at(name)]);
    symlinkSync("pipe.md", at("content/linked.md"));
    symlinkSync("pipe", at("public/linked"));
    const report = await root.build({ keepGoing: true });
    expect([report.published, codes(report)]).toEqual([true, []]);
    expect(root.read(PAGE)).toContain("سليم");
  });
  it("is said where the settings are a folder, beside what is wrong in the articles", async () => {
    const root = new BuildRoot({ ...SOUND, "content/empty.md": "" });
    mkdirSync(join(root.path, "content/site.yaml"));
    const report = await root.build({ keepGoing: true });
    expect(report.published).toBe(false);
    expect(codes(report)).toEqual(["error empty content/empty.md", "error unreadable content/site.yaml"]);
  });
});

describe("an article that begins with two pictures", () => {
  it("shows both, and then its text", async () => {
    const page = `<html><body><article><h1>معرض الخط في الموصل</h1><p><img src="a.jpg" alt="أ"></p><p><img src="b.jpg" alt="ب"></p><p>${"افتتح المعرض أمس وحضره كثيرون. ".repeat(12)}</p></article></body></html>`;
    const root = new BuildRoot({
      "content/2017-11-22-a.html": page,
      "content/b.md": article(
        "صورتان",
        "date: 2017-11-23\n",
        "<p><img src=x.jpg></p><p><img src=y.jpg></p>\n\nنص.",
      ),
    });
    const report = await root.build();
    expect(report.published).toBe(true);
    expect(root.read("dist/2017/11/22/معرض-الخط-في-الموصل/index.html")).toMatch(/a\.jpg.*b\.jpg.*افتتح/s);
  });
});

describe("a template that cannot be compiled", () => {
  it.each([
    [
      "a brace that is never closed",
      "<p>\n<% if (it.page) { %>\n<b>\n<% it.page.x; %>\n</p>",
      2,
      /Unexpected end/,
    ],
    ["a brace that closes none", "<p>\n\n<% } %>\n</p>", 3, /Unexpected }/],
    [
      "a slip within a tag of many lines",
      "<p>\n<%\nconst a = 1;\nconst a = 2;\n%>\n</p>",
      4,
      /already been declared/,
    ],
    ["a slip within a block", "<% if (true) { %>\n\n<%= a b %>\n<% } %>", 3, /missing \)/],
    ["a tag that is never closed", "<p>\n<b>\n<%= it.page\n</p>", 3, /unclosed tag/],
  ])("is told at the line of %s, in the parser's words", async (_, text, line, words) => {
    const { diagnostics } = await new BuildRoot({ ...SOUND, "templates/home.eta": text }).build();
    expect(diagnostics).toMatchObject([
      { code: "template-fault", file: "templates/home.eta", place: { line } },
    ]);
    expect(diagnostics[0]?.message).toMatch(words);
  });
});
