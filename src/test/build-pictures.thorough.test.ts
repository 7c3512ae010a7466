/** Sites with pictures: what is made anew when one changes, what is told, and that a build that remembers equals one that does not. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { build } from "../build/build.ts";
import type { BuildReport } from "../build/report.ts";
import { scene } from "../pictures/testing/draw.ts";

const templates = fileURLToPath(new URL("../../templates", import.meta.url));
let root: string;
let age = 100_000;
let [first, second, third]: Buffer[] = [];

beforeAll(async () => {
  [first, second, third] = await Promise.all([1, 2, 3].map((seed) => scene(120, 80, seed).jpeg().toBuffer()));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Writes files, each a second younger than the last. */
function write(files: Readonly<Record<string, string | Buffer | undefined>>): void {
  for (const [name, contents = ""] of Object.entries(files)) {
    const path = join(root, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
    age -= 1;
    utimesSync(path, Date.now() / 1000 - age, Date.now() / 1000 - age);
  }
}
function start(files: Parameters<typeof write>[0]): void {
  root = mkdtempSync(join(tmpdir(), "warraq-pictures-"));
  write(files);
}
const make = (out = "dist", cache = ".warraq"): Promise<BuildReport> =>
  build({
    ...{ root, templates, keepGoing: false, outName: out },
    out: join(root, out),
    cache: join(root, cache),
  });
const article = (title: string, keys = "", text = "نص المقال.") =>
  `---\ntitle: ${title}\n${keys}---\n\n${text}\n`;
const page = (name: string, out = "dist") =>
  readFileSync(join(root, out, "2017/11/22", name, "index.html"), "utf8");
const told = ({ diagnostics }: BuildReport) =>
  diagnostics.map(
    ({ code, file, place }) => `${code} ${file}${place ? `:${place.line}:${place.column}` : ""}`,
  );
const site = (out: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(root, out), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(join(root, out).length), readFileSync(path, "latin1")]),
  );

const two = () => ({
  "content/2017/11/22/a.md": article("سوق", "image: /images/a.jpg\n"),
  "content/2017/11/22/b.md": article("نهر", "", "![منظر](b.jpg)"),
  "content/2017/11/22/c.md": article("جبل"),
  "content/2017/11/22/b.jpg": second,
  "public/images/a.jpg": first,
});

describe("a site with pictures", () => {
  it("shows those of public/ and those beside their article, in kinds and widths to choose from", async () => {
    start({
      ...two(),
      "content/2017/11/22/d.md": article("بحر", "image: /images/a.jpg\n", "![منظر](b.jpg)"),
    });
    expect(told(await make())).toEqual([]);
    for (const name of ["سوق", "نهر"]) {
      const files = [...page(name).matchAll(/(?:src="|srcset="|, )\/(assets\/pictures\/[\w-]+\.\w+)/g)].map(
        (match) => match[1],
      );
      expect(new Set(files.map((file) => file?.split(".").pop()))).toEqual(new Set(["avif", "webp", "jpg"]));
      for (const file of files) expect(existsSync(join(root, "dist", file ?? ""))).toBe(true);
      expect(page(name)).toMatch(/<img [^>]*width="120" height="80" class="tint-\d+"/);
    }
    expect(page("نهر")).toMatch(/<img [^>]*fetchpriority="high"/);
    expect(
      page("بحر")
        .match(/<img [^>]*(?:loading="lazy"|fetchpriority="high")/g)
        ?.map((img) => /lazy|high/.exec(img)?.[0]),
    ).toEqual([...["high", "lazy"]]);
    expect(page("سوق")).toMatch(/<img [^>]*fetchpriority="high"/);
    expect(readFileSync(join(root, "dist/images/a.jpg"))).toEqual(first);
    expect(existsSync(join(root, "dist/2017/11/22/b.jpg"))).toBe(false);
  });

  it("has them in its feeds and structured data by whole addresses, in a kind that everyone reads", async () => {
    start({ ...two(), "content/site.yaml": "url: https://archive.example.org/old/\n" });
    await make();
    const feed = readFileSync(join(root, "dist/feed.xml"), "utf8");
    expect(feed).toMatch(
      /<media:content url="https:\/\/archive.example.org\/old\/assets\/pictures\/[\w-]+-120.jpg"/,
    );
    expect(feed).toMatch(
      /&lt;img src="https:\/\/archive.example.org\/old\/assets|<img src="https:\/\/archive.example.org\/old\/assets\/pictures\/[\w-]+-120.jpg"/,
    );
    const head = page("سوق");
    expect(head).toMatch(
      /og:image" content="https:\/\/archive.example.org\/old\/assets\/pictures\/[\w-]+-120.jpg"/,
    );
    expect(head).toContain('<meta property="og:image:width" content="120">');
  });

  it("makes nothing anew when nothing changed, and only what shows a picture when that one did", async () => {
    start(two());
    await make();
    expect((await make()).written).toEqual([]);
    write({ "content/2017/11/22/b.jpg": third });
    const { written, removed } = await make();
    const pages = written.filter((file) => !file.startsWith("assets/pictures/"));
    expect(pages).toEqual([
      "2017/11/22/نهر/index.html",
      "atom.xml",
      "feed.json",
      "feed.xml",
      "manifest-sha256.txt",
    ]);
    expect(written.length - pages.length).toBe(3);
    expect(removed).toHaveLength(3);
    await make("fresh", "cache");
    expect(site("dist")).toEqual(site("fresh"));
  });

  it("does not make a picture again when only the site is gone, nor when only its time is another", async () => {
    start(two());
    await make();
    const kept = () =>
      readdirSync(join(root, ".warraq/kept")).map((name) => join(root, ".warraq/kept", name));
    for (const file of kept()) utimesSync(file, 1, 1);
    const before = site("dist");
    rmSync(join(root, "dist"), { recursive: true });
    write({ "content/2017/11/22/b.jpg": second });
    await make();
    expect(site("dist")).toEqual(before);
    expect(kept()).toHaveLength(2);
    const untouched = kept().map((file) => readFileSync(file).length);
    for (const file of kept()) writeFileSync(file, "garbled");
    rmSync(join(root, "dist"), { recursive: true });
    await make();
    expect(site("dist")).toEqual(before);
    expect(kept().map((file) => readFileSync(file).length)).toEqual(untouched);
  });

  it("forgets a picture that no article names any more", async () => {
    start(two());
    await make();
    rmSync(join(root, "content/2017/11/22/b.jpg"));
    write({ "content/2017/11/22/b.md": article("نهر") });
    await make();
    expect(readdirSync(join(root, "dist/assets/pictures"))).toHaveLength(3);
    expect(readdirSync(join(root, ".warraq/kept"))).toHaveLength(1);
    await make("fresh", "cache");
    expect(site("dist")).toEqual(site("fresh"));
  });
});

describe("share pictures", () => {
  const settings = "url: https://archive.example.org/old/\nshare_pictures: true\n";
  const articles = () => ({
    "content/2017/11/22/a.md": article("سوق"),
    "content/2017/11/22/b.md": article("نهر"),
    "content/b.md": article("بلا تاريخ"),
    "content/pages/about.md": article("عن الأرشيف", "slug: about\n"),
  });
  const drawn = (files: readonly string[]) => files.filter((file) => file.endsWith("share.png"));

  it("are drawn where the settings ask for them: one an article, told in its head", async () => {
    start({ ...articles(), "content/site.yaml": settings });
    const { written } = await make();
    expect(drawn(written)).toEqual([
      "2017/11/22/سوق/share.png",
      "2017/11/22/نهر/share.png",
      "undated/بلا-تاريخ/share.png",
    ]);
    const head = page("سوق");
    const address = encodeURI("https://archive.example.org/old/2017/11/22/سوق/share.png");
    expect(head).toContain(`<meta property="og:image" content="${address}">`);
    expect(head).toContain('<meta property="og:image:width" content="1200">');
    expect(head).toContain('<meta property="og:image:alt" content="سوق">');
    expect(head).toContain('<meta name="twitter:card" content="summary_large_image">');
  });

  it("are drawn again when a word of theirs changed, and not when another text did", async () => {
    start({ ...articles(), "content/site.yaml": settings });
    await make();
    write({
      "content/2017/11/22/a.md": article("سوق", "section: تاريخ\n"),
      "content/2017/11/22/b.md": article("نهر", "", "نص آخر."),
    });
    expect(drawn((await make()).written)).toEqual(["2017/11/22/سوق/share.png"]);
    await make("fresh", "cache");
    expect(site("dist")).toEqual(site("fresh"));
  });

  it("are not there where nobody asked", async () => {
    start({ ...articles(), "content/site.yaml": "url: https://archive.example.org/\n" });
    expect(drawn((await make()).written)).toEqual([]);
    expect(page("سوق")).not.toContain("og:image");
  });
});

describe("what is wrong with pictures", () => {
  it("is told with file, line and column, and the article is published with the picture's name", async () => {
    start({
      "content/2017/11/22/a.md": article(
        "سوق",
        "image: /images/none.jpg\nimage_alt: سوق قديم\n",
        "نص\n\n![منظر](Photo.JPG) ثم ![](cut.jpg)",
      ),
      "content/2017/11/22/photo.jpg": first,
      "content/2017/11/22/cut.jpg": first?.subarray(0, first.length >> 1),
    });
    const report = await make();
    expect(report.published).toBe(true);
    expect(told(report)).toEqual([
      "picture-missing content/2017/11/22/a.md:3:8",
      "picture-missing content/2017/11/22/a.md:9:9",
      "picture-unreadable content/2017/11/22/cut.jpg",
      "picture-unnamed content/2017/11/22/photo.jpg",
    ]);
    expect(report.diagnostics[1]?.hint).toContain("photo.jpg");
    expect(page("سوق")).not.toContain("<img");
    for (const name of ["none.jpg", "Photo.JPG", "cut.jpg"])
      expect(page("سوق")).toContain(`الصورة غير متاحة: <bdi>${name}</bdi>`);
    expect(readFileSync(join(root, "dist/index.html"), "utf8")).not.toMatch(/<img|none\.jpg/);
  });

  it("is told in letters, and put where it is looked for, where its name is in Arabic", async () => {
    start({ "content/2017/11/22/a.md": article("سوق", "", "![منظر](<باب السور.jpg>)") });
    const [fault] = (await make()).diagnostics;
    expect(fault?.message).toContain("\u2068باب السور.jpg\u2069");
    expect(fault?.hint).toContain("content/2017/11/22/باب السور.jpg or public/باب السور.jpg");
  });

  it("is told again by every build until it is mended, and no longer", async () => {
    start({ "content/2017/11/22/a.md": article("سوق", "image: a.jpg\n"), "content/2017/11/22/a.jpg": "نص" });
    expect(told(await make())).toEqual(["picture-unreadable content/2017/11/22/a.jpg"]);
    expect(told(await make())).toEqual(["picture-unreadable content/2017/11/22/a.jpg"]);
    rmSync(join(root, "content/2017/11/22/a.jpg"));
    expect(told(await make())).toEqual(["picture-missing content/2017/11/22/a.md:3:8"]);
    write({ "public/a.jpg": first });
    expect(told(await make())).toEqual([]);
    expect(page("سوق")).toContain('class="tint-');
    await make("fresh", "cache");
    expect(site("dist")).toEqual(site("fresh"));
  });

  it("is where the sidecar names it", async () => {
    start({
      "content/2017/11/22/a.txt": "سوق الورق في المدينة القديمة\n\nنص المقال عن السوق.\n",
      "content/2017/11/22/a.yaml": "section: تاريخ\nimage: none.jpg\n",
    });
    expect(told(await make())).toEqual(["picture-missing content/2017/11/22/a.yaml:2:8"]);
  });

  it("is nothing with a picture of the host a page was saved from: it is ours where it was saved, else it stays there", async () => {
    const text = "نص المقال عن السوق والنهر والمدينة القديمة وما فيها. ".repeat(8);
    start({
      "content/2017/11/22/a.html": `<title>سوق الورق القديم</title><link rel="canonical" href="https://outlet.example/n/1"><article><h1>سوق الورق القديم</h1><p>${text}</p><p><img src="/wp/a.jpg" alt=""></p><p><img src="page_files/b.jpg"></p><p><img src="/wp/gone.jpg"></p></article>`,
      "content/2017/11/22/page_files/b.jpg": second,
      "public/wp/a.jpg": first,
    });
    expect(told(await make())).toEqual([]);
    const html = page("سوق-الورق-القديم");
    expect(html.match(/<img src="[^"]*"/g)?.map((img) => img.replace(/[\w-]+-120/, "KEY-120"))).toEqual([
      ...['<img src="/assets/pictures/KEY-120.jpg"', '<img src="/assets/pictures/KEY-120.jpg"'],
      '<img src="https://outlet.example/wp/gone.jpg"',
    ]);
  });

  it("is nothing with the parts of a page saved whole: what the page names is shown, the rest is no article", async () => {
    const text = "وصل القارب إلى المرفأ قبل الفجر وعليه صناديق من الكتب القديمة. ".repeat(8);
    start({
      "content/2017/11/22/قارب.html": `<title>قارب الكتب</title><article><h1>قارب الكتب</h1><p>${text}</p><p><img src="./${encodeURI("قارب_ملفات")}/b.jpg"></p></article>`,
      "content/2017/11/22/قارب_ملفات/b.jpg": second,
      "content/2017/11/22/قارب_ملفات/advert.jpg": first,
      "content/2017/11/22/قارب_ملفات/saved_resource.html": "<title>إعلان</title><p>اشترك الآن</p>",
      "content/2017/11/22/قارب_ملفات/style.css": "p{}",
    });
    const report = await make();
    expect(told(report)).toEqual([]);
    expect(report.articles).toBe(1);
    expect(page("قارب-الكتب")).toMatch(/<img src="\/assets\/pictures\/[\w-]+-120.jpg"/);
  });

  it("is nothing with a picture of another host: it is asked for late, and told nothing of the reader", async () => {
    start({ "content/2017/11/22/a.md": article("سوق", "", "![](https://x.example/a.jpg)") });
    expect(told(await make())).toEqual([]);
    expect(page("سوق")).toMatch(
      /<img src="https:\/\/x.example\/a.jpg" alt="" loading="lazy" [^>]*referrerpolicy="no-referrer">/,
    );
  });
});
