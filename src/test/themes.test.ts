/** Themes and looks, chosen by settings alone, on whole sites. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { article, BuildRoot, codes, removeRoots } from "./testing/build-root.ts";
import { REPOSITORY } from "./testing/program.ts";

afterAll(removeRoots);

/** A page under this is plain: HTML and style sheet together, as a host sends them. */
const TEN_KILOBYTES = 10_240;
const TEXT = readFileSync(join(REPOSITORY, "content/2017/2017-09-18-news-agencies.md"), "utf8").split(
  "---",
)[2];
const PICTURE = "![ما في الصورة](/a.svg)\n\n";
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"/>';
const SITE: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: 12 }, (_, i) => [
    `content/2017/2017-11-${10 + i}-a${i}.md`,
    article(
      `خبر عن المدينة والنهر ${i}`,
      "section: تاريخ\ntags: [كتب]\nauthors: [كاتبة]\n",
      `${PICTURE}${TEXT}`,
    ),
  ]),
);
const site = (settings: string, more: Readonly<Record<string, string>> = {}): BuildRoot =>
  new BuildRoot({ ...SITE, "public/a.svg": SVG, "content/site.yaml": settings, ...more });

const filesOf = (root: BuildRoot, ending: string): Map<string, string> =>
  new Map(
    readdirSync(join(root.path, "dist"), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(ending))
      .map((name) => [name, root.read(join("dist", name))]),
  );
const styleOf = (root: BuildRoot): string => [...filesOf(root, ".css").values()].join();
const isArticle = (name: string): boolean => /^2017\/11\/\d+\/(?!index)/.test(name);
const pages = (root: BuildRoot): [string, string][] => [...filesOf(root, "index.html")];

describe("the theme of one line of settings, plain", () => {
  it("is text alone: no picture, no font, no script but the search's, whole pages under ten kilobytes", async () => {
    const root = site("theme: plain\n");
    expect(codes(await root.build())).toEqual([]);
    const style = styleOf(root);
    expect(style).not.toMatch(/@font-face|url\(/);
    expect(filesOf(root, ".woff2").size).toBe(0);
    for (const [name, html] of pages(root)) {
      expect(html, name).not.toMatch(/<(?:img|picture|source|svg)\b|undefined|\[object/);
      if (!name.startsWith("search/")) expect(html, name).not.toContain("<script");
      expect(html.match(/<h1/g), name).toHaveLength(1);
      expect(gzipSync(html).length + gzipSync(style).length, name).toBeLessThan(TEN_KILOBYTES);
      // A text of common length stays under it as it lies on the disk too.
      if (isArticle(name)) expect(Buffer.byteLength(html) + style.length, name).toBeLessThan(TEN_KILOBYTES);
    }
    expect([...filesOf(root, ".js").keys()]).toEqual([expect.stringMatching(/^assets\/search-/)]);
    const [, first] = pages(root).find(([name]) => name.startsWith("2017/11/10/") && isArticle(name)) ?? [];
    expect(first).toContain("ما في الصورة");
  });
  it("has every kind of page that ours has, and the same words of every article", async () => {
    const [plain, ours] = [site("theme: { name: plain }\n"), site("")];
    await Promise.all([plain.build(), ours.build()]);
    expect(pages(plain).map(([name]) => name)).toEqual(pages(ours).map(([name]) => name));
    const sentence = "فتعلّم المراسلون أن يضعوا أهم ما عندهم في السطر الأول";
    for (const [name, html] of pages(plain).filter(([one]) => isArticle(one)))
      expect(html, name).toContain(sentence);
  });
});

describe("a name in another script", () => {
  it.each(["newspaper", "plain"])("keeps its signs on their side wherever %s prints it", async (theme) => {
    const fields = "section: لغة C++\ntags: [C#]\nauthors: [فريق X++]\n";
    const root = new BuildRoot({
      "content/site.yaml": `theme: ${theme}\n`,
      "content/2017-11-22-a.md": article("خبر", fields, "نص."),
    });
    expect(codes(await root.build())).toEqual([]);
    for (const [name, html] of pages(root)) {
      const bare = html
        .slice(html.indexOf("<body"))
        .replace(/<bdi>[^<]*<\/bdi>|<(script|pre)\b.*?<\/\1>/gs, "");
      expect(bare.replace(/<[^>]*>/g, ""), name).not.toMatch(/C[+#]|X[+]/);
    }
    expect(root.read("dist/tags/index.html")).toContain("<bdi>C#</bdi>");
  });
});

const STATED =
  "updated: 2016-02-03\nsummary: خلاصة المقال\ntags: [وسم أول, وسم ثان]\nimage: /a.svg\nimage_alt: ما في الصورة\nimage_caption: ما يقال تحتها\nimage_credit: أحمد\n";
const AUTHORED = "authors: [هيئة التحرير, هدى علي, سعاد عمر, رويترز]\n";
const LABELLED = ["تصوير: أحمد", "عدسة أحمد", "صورة أرشيفية", "المصدر: رويترز", "Photo: AFP", "© AFP"];
const UNLABELLED = ["أحمد", "مصوّر", "مصوّر الوكالة", "صورة", "سوريا برس"];
const credited = (credit: string): string => `image: /a.svg\nimage_credit: ${JSON.stringify(credit)}\n`;

describe.each(["newspaper", "plain"])("an article in the theme %s", (theme) => {
  const fronts = [STATED, AUTHORED, ...[...LABELLED, ...UNLABELLED].map(credited)];
  let root: BuildRoot;
  /** All that a page shows of the others is their title, which is the same: what else stands there is of its own article. */
  const slugOf = (front: string): string => `x${fronts.indexOf(front)}`;
  beforeAll(async () => {
    root = new BuildRoot({
      ...{ "content/site.yaml": `theme: ${theme}\nrelated: 0\n`, "public/a.svg": SVG },
      ...Object.fromEntries(
        fronts.map((front) => [
          `content/${slugOf(front)}.md`,
          article("مقال", `date: 2016-01-02\nslug: ${slugOf(front)}\n${front}`, TEXT),
        ]),
      ),
    });
    expect(codes(await root.build())).toEqual([]);
  });
  const shown = (front: string): string =>
    root
      .read(`dist/2016/01/02/${slugOf(front)}/index.html`)
      .replace(/^[\s\S]*<main/, "")
      .replace(/<[^>]*>/g, "")
      .replace(/\s+/g, " ");
  it("shows every word that an editor states of it", () => {
    const words = shown(STATED);
    expect(words).toContain("خلاصة المقال");
    expect(words).toMatch(/ما يقال تحتها (?:· )?الصورة: أحمد/);
    expect(words).toMatch(/حُدِّث في 3 شباط\/فبراير 2016/);
    expect(words).toMatch(/الوسوم:? .*وسم أول/);
    expect(words).toContain("وسم ثان");
  });
  it.each(LABELLED)("labels no credit that does so itself: %s", (credit) => {
    const words = shown(credited(credit));
    expect(words).toContain(credit);
    expect(words).not.toContain("الصورة:");
  });
  it.each(UNLABELLED)("labels any other: %s", (credit) => {
    expect(shown(credited(credit))).toContain(`الصورة: ${credit}`);
  });
  it("names its authors in the order of the file, organisations too", () => {
    expect(shown(AUTHORED)).toMatch(/هيئة التحرير\S? .*هدى علي، سعاد عمر\S? .*رويترز/);
  });
});

describe("the user's own templates", () => {
  it.each(["newspaper", "plain"])("stand before those of the theme %s, file by file", async (theme) => {
    const root = site(`theme: ${theme}\n`, {
      "templates/index.eta": '<% layout("@layout") %>\n<h1>فهرسي</h1>\n',
      "templates/style/mine.css": "main{max-inline-size:33rem}",
    });
    expect(codes(await root.build())).toEqual([]);
    expect(root.read("dist/sections/index.html")).toMatch(/<h1>فهرسي<\/h1>/);
    expect(root.read("dist/tags/index.html")).toContain("<footer");
    expect(styleOf(root)).toMatch(/33rem/);
  });
});

describe.each(["newspaper", "plain"])("the picture in a browser's tab, in the theme %s,", (theme) => {
  const ALIASED = { "content/x.md": article("مقال", "date: 2016-01-02\naliases: [/old/]\n", TEXT) };
  /** What every page names, and the seal where there is one. */
  const iconOf = async (settings: string, more: Readonly<Record<string, string>> = {}) => {
    const root = new BuildRoot({ ...ALIASED, ...more, "content/site.yaml": settings });
    expect(codes(await root.build())).toEqual([]);
    const named = pages(root).map(([, html]) => /<link rel="icon" href="([^"]*)">/.exec(html)?.[1]);
    expect(pages(root).map(([name]) => name)).toContain("old/index.html");
    return { named: [...new Set(named)], seal: filesOf(root, "favicon.svg").get("favicon.svg") };
  };
  it("is a seal in the accent colour where the site has none, so that no browser asks for what is not there", async () => {
    const { named, seal } = await iconOf(
      `theme: { name: ${theme}, accent: "#005544", accent_dark: "#66ddbb" }\n`,
    );
    expect(named).toEqual(["/favicon.svg"]);
    expect(seal).toMatch(/^<svg .*fill:#005544.*dark\).*fill:#66ddbb.*<\/svg>\n$/);
  });
  it("is the site's own where public/ holds one, else its logo", async () => {
    const settings = `theme: { name: ${theme}, logo: /logo.svg }\n`;
    const logo = { "public/logo.svg": SVG };
    expect(await iconOf(settings, logo)).toEqual({ named: ["/logo.svg"], seal: undefined });
    const own = await iconOf(settings, { ...logo, "public/favicon.ico": "" });
    expect(own).toEqual({ named: ["/favicon.ico"], seal: undefined });
    const svg = await iconOf(`theme: ${theme}\n`, { "public/favicon.svg": SVG });
    expect(svg).toEqual({ named: ["/favicon.svg"], seal: SVG });
  });
});

describe("settings of the look", () => {
  it("change colours, fonts and logo, and a font that is not used is not brought", async () => {
    const root = site(
      [
        ...[
          "theme:",
          '  accent: "#005544"',
          '  accent_dark: "#66ddbb"',
          '  paper: "#ffffff"',
          '  paper_dark: "#000000"',
          "  logo: /logo.svg",
        ],
        ...["  fonts:", "    text: /fonts/mine.woff2", ""],
      ].join("\n"),
      { "public/logo.svg": SVG, "public/fonts/mine.woff2": "" },
    );
    expect(codes(await root.build())).toEqual([]);
    const style = styleOf(root);
    expect(style).toMatch(/--accent:light-dark\(#054,\s*#6db\)/);
    expect(style).toMatch(/--paper:light-dark\(#fff,\s*#000\)/);
    expect(style).toMatch(/--text-face:"?Site Text/);
    expect(style).not.toMatch(/naskh-400/);
    expect([...filesOf(root, ".woff2").keys()].filter((name) => /naskh/.test(name))).toEqual([]);
    const home = root.read("dist/index.html");
    expect(home).toMatch(/<img src="\/logo\.svg"/);
    expect(home).toMatch(/rel="preload" href="\/fonts\/mine\.woff2"/);
  });
  it("that name a logo and fonts which public/ lacks are errors, with line and what to do", async () => {
    const root = site("theme:\n  logo: /Logo.svg\n  fonts:\n    text: /a.woff2\n    headings: /b.woff2\n", {
      "public/logo.svg": SVG,
      "public/b.woff2": "",
    });
    const { published, diagnostics } = await root.build();
    expect(published).toBe(false);
    expect(diagnostics).toMatchObject(
      [
        {
          code: "file-missing",
          file: "content/site.yaml",
          place: { line: 2 },
          hint: /public\/logo\.svg: capital/,
        },
        { code: "file-missing", place: { line: 4 }, message: "There is no font public/a.woff2." },
      ].map((one) => ("hint" in one ? { ...one, hint: expect.stringMatching(one.hint as RegExp) } : one)),
    );
  });
  it("that are none are errors with their line", async () => {
    const { diagnostics } = await site("theme:\n  accent: rot\n  fonts:\n    text: a.ttf\n").build();
    expect(diagnostics.map(({ code, place }) => [code, place?.line])).toEqual([
      ["bad-setting", 2],
      ["bad-setting", 4],
    ]);
    expect((await site("theme: baroque\n").build()).diagnostics[0]?.message).toMatch(/newspaper or plain/);
  });
});
