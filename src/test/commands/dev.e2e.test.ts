/** `warraq dev` with a browser open beside it: every edit is seen, every fault is shown and goes away, Ctrl-C ends it. */
import { renameSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openBrowser, openReader, type Reader } from "../testing/browser.ts";
import { markdown, Root, Running, warraq } from "../testing/program.ts";

const ARTICLE = "2017/11/22/one/";
const KEYS = "date: 2017-11-22\nslug: one\n";
const LONG = Array.from({ length: 60 }, (_, i) => `الفقرة ${i + 1} من نص طويل.`).join("\n\n");
const OVERLAY = "#warraq-errors";

let browser: Browser;
let root: Root;
let dev: Running;
let url = "";
let reader: Reader;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

async function start(files: Record<string, string>): Promise<void> {
  root = new Root(files);
  dev = new Running(["dev", "--port", "0"], root.path);
  url = (await dev.says(/http:\S+/))[0];
  await dev.says(/Built in/);
  reader = await openReader(browser, url);
}
afterEach(async () => {
  await reader?.close();
  dev?.signal("SIGINT");
  expect(await dev?.ended()).toBe(0);
  expect(JSON.stringify(Object.keys(root.state()))).not.toContain("__warraq");
  root?.remove();
});

describe("a page that is open", () => {
  beforeEach(() =>
    start({
      "content/one.md": markdown("العنوان الأول", KEYS, LONG),
      "content/two.md": markdown("مقال ثان", "date: 2017-11-23\nslug: two\n"),
    }),
  );
  /** Opens an address, and waits until the page there listens for builds. */
  const visit = (address: string) =>
    Promise.all([reader.page.waitForResponse(/__warraq\/events\?/), reader.page.goto(address)]);
  const heading = () => reader.page.locator("h1").textContent();

  it("shows an edit of its text without being asked, where the reader was, and nothing of the preview is published", async () => {
    const { page } = reader;
    await visit(url + ARTICLE);
    await page.evaluate("scrollTo({ top: 900, behavior: 'instant' })");
    root.write({ "content/one.md": markdown("العنوان الثاني", KEYS, LONG) });
    await expect.poll(heading).toBe("العنوان الثاني");
    await expect.poll(() => page.evaluate("Math.round(scrollY)")).toBe(900);
    expect(root.read(`dist/${ARTICLE}index.html`)).not.toContain("__warraq");
    expect(reader.faults).toEqual([]);
  });

  it("stays as it is when the edit is of another article", async () => {
    const { page } = reader;
    const third = (text: string) =>
      root.write({ "content/three.md": markdown("ثالث", "slug: three\ndate: 2011-01-01\n", text) });
    const body = "نص آخر لا يظهر في غير صفحته. ".repeat(20);
    third(body);
    await dev.says(/Built in [\s\S]*Built in/);
    await visit(url + ARTICLE);
    await page.evaluate("window.untouched = true");
    third(`${body} خاتمة.`);
    await dev.says(/Built in [\s\S]*Built in [\s\S]*Built in/);
    await page.waitForTimeout(300);
    expect(await page.evaluate("window.untouched")).toBe(true);
    expect(await (await fetch(`${url}2011/01/01/three/`)).text()).toContain("خاتمة");
  });

  it("goes to its new address when its headline gives it another, and says so when its file is deleted", async () => {
    const { page } = reader;
    root.write({ "content/three.md": markdown("قبل التحرير", "date: 2017-11-24\n") });
    await dev.says(/Built in [\s\S]*Built in/);
    await visit(`${url}2017/11/24/قبل-التحرير/`);
    root.write({ "content/bad.md": markdown("خطأ", "autors: [فلان]\n") });
    await page.locator(OVERLAY).waitFor();
    root.write({ "content/three.md": markdown("بعد التحرير", "date: 2017-11-24\n") });
    await expect.poll(heading).toBe("بعد التحرير");
    expect(decodeURI(new URL(page.url()).pathname)).toBe("/2017/11/24/بعد-التحرير/");
    await page.locator(OVERLAY).waitFor();
    root.remove("content/three.md");
    await expect.poll(heading).toBe("لا صفحة في هذا العنوان");
  });

  it("shows what is in error over itself, with file, line and hint, until it is mended", async () => {
    const { page } = reader;
    await visit(url + ARTICLE);
    root.write({ "content/one.md": markdown("العنوان الأول", `${KEYS}autors: [فلان]\n`, LONG) });
    const overlay = page.locator(OVERLAY);
    await overlay.waitFor();
    const shown = await overlay.locator("section").textContent();
    expect(shown).toContain("content/one.md:5:1");
    expect(shown).toContain("autors");
    expect(shown).toContain("→");
    expect(await overlay.locator("mark").textContent()).toBe("autors");
    expect(await dev.says(/content\/one\.md:5:1/)).toBeTruthy();
    expect(await heading()).toBe("العنوان الأول");
    await visit(`${url}2017/11/23/two/`);
    await overlay.waitFor();
    await visit(url + ARTICLE);
    root.write({ "content/one.md": markdown("بعد الإصلاح", KEYS, LONG) });
    await expect.poll(heading).toBe("بعد الإصلاح");
    expect(await overlay.count()).toBe(0);
  });

  it("shows markup that an editor's file holds as text", async () => {
    const { page } = reader;
    await visit(url);
    root.write({ "content/two.md": markdown("ثان", "<img src=x onerror=alert(1)>: 1\n") });
    await page.locator(OVERLAY).waitFor();
    expect(await page.locator(OVERLAY).locator("img").count()).toBe(0);
    root.write({ "content/two.md": markdown("ثان") });
    await expect.poll(() => page.locator(OVERLAY).count()).toBe(0);
    expect(reader.faults).toEqual([]);
  });

  it("shows a template of the user's own, in a folder made while it was open, and ours again when that goes", async () => {
    const { page } = reader;
    await visit(url);
    root.write({ "templates/partials/footer.eta": "<footer>تذييل جديد</footer>" });
    await page.getByText("تذييل جديد").waitFor();
    root.write({ "templates/partials/footer.eta": "<footer><% if (true { %></footer>" });
    await page.locator(OVERLAY).waitFor();
    expect(await page.locator(OVERLAY).locator("section").textContent()).toContain(
      "templates/partials/footer.eta",
    );
    root.remove("templates");
    await page.locator(".foot").waitFor();
    await expect.poll(() => page.locator(OVERLAY).count()).toBe(0);
  });

  it("shows a draft as one, follows its edits, and shows it as any page once it is published", async () => {
    const { page } = reader;
    const draft = (title: string, keys = "draft: true\n") =>
      root.write({ "content/d.md": markdown(title, `date: 2017-11-25\nslug: d\n${keys}`, "![](p.svg)") });
    root.write({ "content/p.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>' });
    draft("قيد الكتابة");
    await dev.says(/1 draft, shown here and not published:\s+http:\S+2017\/11\/25\/d\//);
    await visit(`${url}__warraq/drafts/`);
    await Promise.all([
      page.waitForResponse(/__warraq\/events\?/),
      page.getByRole("link", { name: "قيد الكتابة" }).click(),
    ]);
    const mark = page.locator("#warraq-draft");
    expect(await mark.textContent()).toContain("مسوّدة");
    const place = `(() => {
      const mark = document.getElementById("warraq-draft").getBoundingClientRect();
      return { top: mark.top, covers: mark.bottom > document.querySelector(".masthead").getBoundingClientRect().top };
    })()`;
    expect(await page.evaluate(place)).toEqual({ top: 0, covers: false });
    await page.evaluate(
      "document.querySelector('main').style.minBlockSize = '300vh'; scrollTo({ top: 900, behavior: 'instant' })",
    );
    expect(await page.evaluate(`${place}.top`)).toBe(0);
    expect(await page.evaluate("document.querySelector('article img').naturalWidth")).toBe(9);
    draft("قيد المراجعة");
    await expect.poll(heading).toBe("قيد المراجعة");
    expect(Object.keys(root.state()).filter((path) => /2017\/11\/25/.test(path))).toEqual([]);
    expect(reader.faults).toEqual([]);
    draft("جاهز", "");
    await expect.poll(heading).toBe("جاهز");
    expect(await mark.count()).toBe(0);
    draft("عاد", "draft: true\n");
    await expect.poll(heading).toBe("عاد");
    expect(await mark.count()).toBe(1);
  });

  it("follows the site to another base path and back", async () => {
    const { page } = reader;
    root.write({ "content/site.yaml": "url: https://example.org/news/\n" });
    await dev.says(/Built in [\s\S]*Built in/);
    await visit(url);
    expect(new URL(page.url()).pathname).toBe("/news/");
    expect(await page.locator(".brand").getAttribute("href")).toBe("/news/");
  });
});

describe("many edits at once", () => {
  it("are all in the site in the end, however they fall", async () => {
    await start({ "content/one.md": markdown("العنوان", KEYS) });
    for (let i = 0; i < 40; i++) {
      root.write({ [`content/n${i}.md`]: markdown(`مقال ${i}`, `date: 2018-01-01\nslug: n${i}\n`) });
      if (i % 5 === 0) await new Promise((later) => setTimeout(later, 60));
    }
    await expect
      .poll(
        () => Object.keys(root.state()).filter((name) => /^2018\/01\/01\/n\d+\/index/.test(name)).length,
        {
          timeout: 10_000,
        },
      )
      .toBe(40);
  });
});

describe("a site of linked folders", () => {
  it("is seen to change, also when its folder is replaced", async () => {
    root = new Root({
      "articles/one.md": markdown("العنوان", KEYS),
      "next/one.md": markdown("الثاني", KEYS),
    });
    symlinkSync("articles", join(root.path, "content"));
    dev = new Running(["dev", "--port", "0"], root.path);
    url = (await dev.says(/http:\S+/))[0];
    await dev.says(/Built in/);
    reader = await openReader(browser, url);
    const text = async () => (await fetch(url + ARTICLE)).text();
    root.write({ "articles/one.md": markdown("الأول", KEYS) });
    await expect.poll(text).toContain("الأول");
    renameSync(join(root.path, "articles"), join(root.path, "old"));
    renameSync(join(root.path, "next"), join(root.path, "articles"));
    await expect.poll(text).toContain("الثاني");
    root.write({ "articles/one.md": markdown("الثالث", KEYS) });
    await expect.poll(text).toContain("الثالث");
  });
});

describe("starting and ending", () => {
  it("serves what an earlier build left at once, while the first build runs", async () => {
    root = new Root({ "content/one.md": markdown("العنوان", KEYS) });
    expect((await warraq(root.path, "build")).code).toBe(0);
    dev = new Running(["dev", "--port", "0"], root.path);
    url = (await dev.says(/http:\S+/))[0];
    expect(dev.printed).not.toContain("Built in");
    expect((await fetch(url + ARTICLE)).status).toBe(200);
    await dev.says(/Built in .*0 written, 0 removed/);
  });

  it("shows a page as soon as there is one, when it was asked for before the first build ended", async () => {
    root = new Root({ "content/one.md": markdown("العنوان", KEYS) });
    dev = new Running(["dev", "--port", "0"], root.path);
    url = (await dev.says(/http:\S+/))[0];
    const early = await openReader(browser, url);
    await early.page.goto(url + ARTICLE);
    await expect.poll(() => early.page.locator("h1").textContent()).toBe("العنوان");
    await early.close();
  });

  it.each(["SIGINT", "SIGTERM"] as const)(
    "ends by %s in the middle of a build with code 0 and a whole site",
    async (signal) => {
      root = new Root();
      for (let i = 0; i < 300; i++)
        root.write({ [`content/n${i}.md`]: markdown(`مقال ${i}`, `date: 2018-01-01\nslug: n${i}\n`, LONG) });
      dev = new Running(["dev", "--port", "0"], root.path);
      await dev.says(/http:\S+/);
      await new Promise((later) => setTimeout(later, 150));
      dev.signal(signal);
      expect(await dev.ended()).toBe(0);
      expect((await warraq(root.path, "build")).code).toBe(0);
    },
  );

  it("takes the next port when one is in use, and says so", async () => {
    await start({ "content/one.md": markdown("العنوان", KEYS) });
    const port = new URL(url).port;
    const other = new Running(["serve", "--port", port], root.path);
    await other.says(new RegExp(`Port ${port} is in use by another program, so this is port \\d+`));
    other.signal("SIGINT");
    expect(await other.ended()).toBe(0);
  });
});
