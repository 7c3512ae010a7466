/** Long words, large text, narrow windows and paper: nothing of a page stands outside it. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, openReader } from "../testing/browser.ts";
import { markdown, Root } from "../testing/program.ts";
import { type Served, served } from "../testing/sites.ts";

const LONG_WORD = "الأفروأوروآسيوية".repeat(6);
const TEXT =
  "قررت لجنة الأسواق في بلدة الرمان ترميم الخان الكبير بعد أعوام من الإهمال، ووافق التجار على الخطة.";
const COLUMNS = Array.from({ length: 12 }, (_, i) => `الموسم ${i + 1}`);
const TABLE = [COLUMNS, COLUMNS.map(() => "---"), COLUMNS.map((_, i) => `${i + 1},250`)]
  .map((cells) => `| ${cells.join(" | ")} |`)
  .join("\n");

const siteOf = (theme: string): Root =>
  new Root({
    "content/site.yaml": `title: أرشيف بلدة الرمان\ntheme: ${theme}\n`,
    "content/word.md": markdown(LONG_WORD, `date: 2018-03-02\nsection: محليات\ntags: [${LONG_WORD}]\n`, TEXT),
    "content/names.md": markdown(
      "أسماء",
      `date: 2018-03-03\nsection: ${LONG_WORD}\nauthors: [${LONG_WORD}]\ntags: [${LONG_WORD}]\n`,
      TEXT,
    ),
    "content/table.md": markdown(
      "أسعار الموسم",
      "date: 2018-03-04\nsection: اقتصاد\n",
      `${TEXT}\n\n${TABLE}`,
    ),
    ...Object.fromEntries(
      Array.from({ length: 4 }, (_, i) => [
        `content/${i}.md`,
        markdown(`الخان ${i}`, `date: 2018-03-0${i + 5}\nsection: محليات\n`, TEXT),
      ]),
    ),
  });
const PAGES = [
  "",
  "2018/03/04/أسعار-الموسم/",
  "2018/03/05/الخان-0/",
  "2018/03/03/أسماء/",
  "2018/03/03/",
  "محليات/",
  "archive/",
  "2018/",
  "2018/03/",
  "tags/",
  "on-this-day/",
  "search/?q=الخان",
].map(encodeURI);

/** Pages of a section, an author and a tag of the long word, whose addresses are shorter than it is. */
const pagesOfWord = ({ root }: Served): string[] =>
  ["", "authors/", "tags/"].map((folder) => {
    const names = readdirSync(join(root.path, "dist", folder));
    return encodeURI(`${folder}${names.find((name) => LONG_WORD.startsWith(name.slice(0, 8)))}/`);
  });

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

describe.each(["newspaper", "plain"])("in the theme %s", (theme) => {
  let site: Served;
  beforeAll(async () => {
    site = await served(siteOf(theme));
  });
  afterAll(() => site?.stop());

  it.each([
    { width: 320, size: "100%" },
    { width: 768, size: "100%" },
    { width: 1280, size: "100%" },
    { width: 390, size: "200%" },
  ])("every page fits a window $width pixels wide with text at $size", async ({ width, size }) => {
    const { page, close } = await openReader(browser, site.home, { width });
    const wide: string[] = [];
    for (const path of [...PAGES, ...pagesOfWord(site)]) {
      const response = await page.goto(site.home + path);
      expect(response?.status(), path).toBe(200);
      if (path.includes("?q=")) await page.locator("[data-results] li").first().waitFor();
      await page.evaluate(`document.documentElement.style.fontSize = "${size}"`);
      const over = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
      if (over !== 0) wide.push(`${decodeURI(path)}: ${over}`);
    }
    expect(wide).toEqual([]);
    await close();
  });

  it("a wide table is whole on paper", async () => {
    const { page, close } = await openReader(browser, site.home, { width: 640 });
    await page.emulateMedia({ media: "print" });
    await page.goto(`${site.home}${PAGES[1]}`);
    const hidden = `(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)`;
    expect(await page.evaluate(`${hidden}(document.querySelector("table"))`)).toBeLessThanOrEqual(0);
    expect(await page.evaluate(`${hidden}(document.documentElement)`)).toBe(0);
    await close();
  });
});

describe("the menu", () => {
  let site: Served;
  const SECTIONS = ["محليات", "اقتصاد", "ثقافة", "رياضة", "تحقيقات", "مقالات", "منوعات", "يوميات"];
  beforeAll(async () => {
    const written = SECTIONS.map((section, i) => [
      `content/${i}.md`,
      markdown(`خبر ${section}`, `date: 2018-03-0${i + 1}\nsection: ${section}\n`, TEXT),
    ]);
    site = await served(new Root(Object.fromEntries(written)));
  });
  afterAll(() => site?.stop());

  it("underlines the section one is in, and no other, where the reader's own colours hold", async () => {
    const { page, close } = await openReader(browser, site.home, { width: 390 });
    await page.emulateMedia({ forcedColors: "active" });
    await page.goto(`${site.home}archive/`);
    const seen = `[...document.querySelectorAll(".menu a")].filter((one) => {
      const { borderBottomColor } = getComputedStyle(one);
      return borderBottomColor !== getComputedStyle(document.body).backgroundColor;
    }).length`;
    expect(await page.evaluate(seen)).toBe(1);
    await close();
  });
});
