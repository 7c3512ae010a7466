/** The project's own content, built and served by the compiled program, as a reader meets it in Chromium. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, openReader, type Reader } from "../testing/browser.ts";
import { REPOSITORY, type Root, Running, warraq } from "../testing/program.ts";
import { demonstration } from "../testing/sites.ts";

const roots: Root[] = [];
const servers: Running[] = [];
let browser: Browser;

/** A site of the repository's content, its settings changed, and where it is served. */
async function site(change: (settings: string) => string): Promise<string> {
  const root = demonstration(change);
  roots.push(root);
  const built = await warraq(root.path, "build");
  expect(built.printed).toMatch(/articles, .* pages in/);
  expect(built.code).toBe(0);
  const server = new Running(["serve", "--port", "0"], root.path);
  servers.push(server);
  return (await server.says(/http:\S+/))[0];
}

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  for (const server of servers) {
    server.signal("SIGINT");
    expect(await server.ended()).toBe(0);
  }
  for (const root of roots) root.remove();
});

/** The headline of the article that is kept as a raw page: its second line that is not empty. */
const HEADLINE = readFileSync(join(REPOSITORY, "content/syria/putin-trump-call.txt"), "utf8")
  .split("\n")
  .filter((line) => line.trim() !== "")[1]
  ?.trim() as string;
const SECTION = "الملف السوري";

const scrolled = (page: Page): Promise<number> => page.evaluate("Math.round(scrollY)");
const stillAt = (page: Page, top: number) =>
  expect.poll(() => scrolled(page), { timeout: 5000, interval: 50 }).toBe(top);

/** From the home page to the article of the raw page, by links alone. */
async function toTheArticle(page: Page, home: string): Promise<void> {
  await page.goto(home);
  const onHome = page.getByRole("link", { name: HEADLINE }).first();
  if ((await onHome.count()) === 0)
    await page.getByRole("navigation").getByRole("link", { name: SECTION, exact: true }).click();
  await page.getByRole("link", { name: HEADLINE }).first().click();
  await page.waitForURL("**/2017/11/22/**");
}

interface Place {
  readonly name: string;
  readonly change: (settings: string) => string;
}
const PLACES: readonly Place[] = [
  { name: "at the top of its host", change: (settings) => settings },
  {
    name: "under a base path in Arabic",
    change: (settings) => settings.replace(/^url:.*$/m, "url: https://warraq.example/news/أرشيف/"),
  },
];

describe.each(PLACES)("a site $name", ({ change }) => {
  let home = "";
  beforeAll(async () => {
    home = await site(change);
  });

  describe.each([true, false])("with JavaScript: %s", (javaScript) => {
    let reader: Reader;
    let page: Page;
    beforeAll(async () => {
      reader = await openReader(browser, home, { javaScript });
      page = reader.page;
      await toTheArticle(page, home);
    });
    afterAll(() => reader?.close());

    it("leads from the home page to the article of the raw page, which runs from right to left", async () => {
      expect(await page.locator("h1").textContent()).toBe(HEADLINE);
      expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
      expect(await page.locator("html").getAttribute("lang")).toBe("ar");
      const sides = await page
        .locator(".text p")
        .first()
        .evaluate((paragraph) => {
          const range = paragraph.ownerDocument.createRange();
          range.selectNodeContents(paragraph);
          const lines = [...range.getClientRects()];
          const box = paragraph.getBoundingClientRect();
          const last = lines.at(-1);
          return { right: Math.abs((last?.right ?? 0) - box.right), left: (last?.left ?? 0) - box.left };
        });
      expect(sides.right).toBeLessThan(2);
      expect(sides.left).toBeGreaterThan(2);
      expect(await page.locator("time").first().getAttribute("datetime")).toBe("2017-11-22");
    });

    it("shows seven paragraphs, and neither the picture's name nor the button's label", async () => {
      expect(await page.locator(".text p").count()).toBe(7);
      const text = await page.locator(".text").textContent();
      expect(text).not.toMatch(/[a-z]{5,}|مقالات ذات صلة|زر الذهاب/);
    });

    it("leads on to a related article", async () => {
      const related = page.locator(".related a").first();
      const title = await related.textContent();
      const before = page.url();
      await related.click();
      await page.waitForURL((url) => url.href !== before);
      expect(await page.locator("h1").textContent()).toBe(title);
      await page.goBack();
      expect(await page.locator("h1").textContent()).toBe(HEADLINE);
    });

    it("leads back to the top by mouse", async () => {
      await page.setViewportSize({ width: 390, height: 600 });
      const link = page.getByRole("link", { name: "العودة إلى الأعلى" });
      await page.evaluate("scrollTo({ top: 0, behavior: 'instant' })");
      const atFirst = await link.boundingBox();
      expect(atFirst === null || atFirst.y >= 600).toBe(true);
      await page.evaluate("scrollTo({ top: 1500, behavior: 'instant' })");
      const later = await link.boundingBox();
      expect(later?.y).toBeGreaterThan(0);
      expect((later?.y ?? 0) + (later?.height ?? 0)).toBeLessThanOrEqual(600);
      await link.click();
      await stillAt(page, 0);
    });

    it("leads back to the top by keyboard, and the focus goes there too", async () => {
      await page.evaluate("scrollTo({ top: 1500, behavior: 'instant' })");
      await page.locator(".foot a").last().focus();
      await page.keyboard.press("Tab");
      await stillAt(page, await page.evaluate("document.documentElement.scrollHeight - innerHeight"));
      expect(await page.evaluate("document.activeElement.textContent")).toContain("العودة إلى الأعلى");
      await page.keyboard.press("Enter");
      await stillAt(page, 0);
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.className")).toBe("skip");
      await page.setViewportSize({ width: 1280, height: 800 });
    });

    it("has met no error, no breach of its security policy, and asked no one else for anything", () => {
      expect(reader.faults).toEqual([]);
    });
  });

  it("answers an unknown address with its own page, and a way home", async () => {
    const { page, close } = await openReader(browser, home);
    const response = await page.goto(`${home}2031/01/01/none/`);
    expect(response?.status()).toBe(404);
    await page.locator(".brand").click();
    expect(decodeURI(page.url())).toBe(decodeURI(home));
    await close();
  });
});

describe("what a reader prefers", () => {
  let home = "";
  beforeAll(async () => {
    home = await site((settings) => settings);
  });
  it("moves at once where the reader asks for less motion", async () => {
    const { page, close } = await openReader(browser, home, { stillness: true });
    await page.goto(home);
    expect(await page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")).toBe("auto");
    await close();
  });

  it("keeps the reader's choice of light or dark from page to page", async () => {
    const { page, close } = await openReader(browser, home);
    await page.goto(home);
    const paper = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
    const light = await paper();
    await page.locator("[data-theme-toggle]").click();
    await expect.poll(paper).not.toBe(light);
    const dark = await paper();
    await page.goto(`${home}archive/`);
    await expect.poll(paper).toBe(dark);
    await close();
  });
});
