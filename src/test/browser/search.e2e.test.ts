/** Search as a reader meets it in Chromium, on a small archive that was built and is served by the compiled command. */
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openBrowser, openReader, type Reader, type ReaderOptions } from "../testing/browser.ts";
import { markdown, REPOSITORY, Root, Running, warraq } from "../testing/program.ts";

const SITE = `title: أرشيف
url: https://archive.example/قديم/
locale: { hijri: true }
`;
const TITLES = [
  "وزير الثقافة يفتتح معرض الكتاب",
  "افتتاح معرض الكتاب بحضور وزيرة التعليم",
  "نهر العاصي يفيض في حماة",
  "الضفة الغربية: موسم الزيتون",
  "عنوان فيه <img src=x onerror=alert(1)> ووسم",
];
/** Old enough to be in closed runs; the newest few hundred are in the open one. */
const CONTENT = Object.fromEntries([
  ...TITLES.map((title, i) => [
    `content/${i}.md`,
    markdown(
      JSON.stringify(title),
      `date: ${2012 + i}-05-0${1 + i}\nsection: ${i < 2 ? "ثقافة" : "أخبار"}\n`,
      "كان الوَزيرُ قد تحدّث إلى الصحافة عن خطة جديدة للمدن القديمة وأسواقها، ثم زار المتحف.".repeat(
        1 + (i % 2),
      ),
    ),
  ]),
  ...Array.from({ length: 420 }, (_, i) => [
    `content/many/${i}.md`,
    markdown(
      `مباراة رقم ${i}`,
      `date: 20${15 + (i % 4)}-0${1 + (i % 9)}-1${i % 10}\nsection: رياضة\n`,
      `انتهت المباراة بالتعادل أمام ${i} متفرج، ولم يسجل الفريقان.`,
    ),
  ]),
]) as Readonly<Record<string, string>>;

let browser: Browser;
let root: Root;
let server: Running;
let home = "";
beforeAll(async () => {
  browser = await openBrowser();
  root = new Root({ ...CONTENT, "content/site.yaml": SITE });
  const built = await warraq(root.path, "build");
  expect(built.printed).toMatch(/425 articles/);
  expect(built.code).toBe(0);
  server = new Running(["serve", "--port", "0"], root.path);
  home = (await server.says(/http:\S+/))[0];
});
afterAll(async () => {
  await browser?.close();
  server?.signal("SIGINT");
  expect(await server?.ended()).toBe(0);
  root?.remove();
});

let reader: Reader;
let page: Page;
const open = async (path: string, options: ReaderOptions = {}): Promise<void> => {
  reader = await openReader(browser, home, options);
  page = reader.page;
  await page.goto(home + path);
};
afterEach(() => reader?.close());

const field = () => page.getByRole("main").getByRole("searchbox");
const titles = () => page.locator("[data-results] h2").allTextContents();
const status = () => page.locator("[data-status]").textContent();
const asked = () => new URL(page.url()).searchParams;

describe("a search", () => {
  beforeEach(() => open("search/"));
  afterEach(() => expect(reader.faults).toEqual([]));

  it("finds as one types, the article too by its word, and marks the words as they are spelt", async () => {
    await field().pressSequentially("الوزير");
    await expect.poll(titles).toContain(TITLES[0]);
    expect(await status()).toMatch(/نتائج$/);
    const marks = await page.locator("[data-results] mark").allTextContents();
    expect(new Set(marks)).toEqual(new Set(["وزير", "وزيرة", "الوَزيرُ"]));
    expect(asked().get("q")).toBe("الوزير");
  });

  it.each([
    ["معرض الكتاب ووزيره والتعليم", TITLES[1]],
    ["وَزِير الثقافه", TITLES[0]],
    ["نهر العاصى", TITLES[2]],
    ["«معرض الكتاب» -افتتاح", TITLES[0]],
  ])("understands %s, loosely typed", async (typed, first) => {
    await field().fill(typed);
    await expect.poll(async () => (await titles())[0]).toBe(first);
  });

  it("narrows to a section and a year, with counts, and puts the newest first when asked", async () => {
    await field().fill("الوزير");
    await expect.poll(async () => (await titles()).length).toBe(5);
    const section = page.getByRole("combobox", { name: "القسم" });
    expect(await section.locator("option").allTextContents()).toEqual([
      "كل الأقسام",
      "أخبار (3)",
      "ثقافة (2)",
    ]);
    await page.getByRole("combobox", { name: "الترتيب" }).selectOption("date");
    await expect.poll(async () => (await titles())[0]).toBe(TITLES[4]);
    await section.selectOption("ثقافة");
    await expect.poll(titles).toEqual([TITLES[1], TITLES[0]]);
    expect(asked().get("section")).toBe("ثقافة");
    await page.getByRole("combobox", { name: "السنة" }).selectOption("2012");
    await expect.poll(titles).toEqual([TITLES[0]]);
    expect(await status()).toBe("نتيجة واحدة");
    await page.reload();
    await expect.poll(titles).toEqual([TITLES[0]]);
    expect(await section.inputValue()).toBe("ثقافة");
  });

  it("is used by keyboard throughout: to the field, through the results, into one, and back", async () => {
    await page.locator("body").press("/");
    await page.keyboard.type("معرض الكتاب");
    await expect.poll(async () => (await titles()).length).toBe(2);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const second = (await titles())[1];
    expect(await page.evaluate("document.activeElement.textContent")).toBe(second);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    expect(await page.evaluate("document.activeElement.name")).toBe("q");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Escape");
    expect(await page.evaluate("document.activeElement.name")).toBe("q");
    const first = (await titles())[0] as string;
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/[/]201\d[/]/);
    expect(await page.locator("h1").textContent()).toBe(first);
    await page.goBack();
    await expect.poll(async () => (await titles())[0]).toBe(first);
    expect(await field().inputValue()).toBe("معرض الكتاب");
  });

  it("dates what it finds as cards do, without the Hijri day", async () => {
    await field().fill("نهر العاصي");
    const date = page.locator("[data-results] time");
    await expect.poll(() => date.allTextContents()).toEqual(["3 أيار/مايو 2014"]);
    await page.goto(`${home}2014/05/03/`);
    expect(await page.locator(".card time").allTextContents()).toEqual(["3 أيار/مايو 2014"]);
  });

  it("shows more when asked for", async () => {
    await field().fill("المباراة");
    await expect.poll(async () => (await titles()).length).toBe(10);
    expect(await status()).toBe("420 نتيجة");
    await page.getByRole("button", { name: "المزيد من النتائج" }).click();
    await expect.poll(async () => (await titles()).length).toBe(20);
  });

  it("goes on at the first of those it shows more, and shows as many to whoever comes back", async () => {
    await field().fill("المباراة");
    await expect.poll(async () => (await titles()).length).toBe(10);
    await page.getByRole("button", { name: "المزيد من النتائج" }).press("Enter");
    await expect.poll(async () => (await titles()).length).toBe(20);
    const eleventh = (await titles())[10];
    await expect.poll(() => page.evaluate("document.activeElement.textContent")).toBe(eleventh);
    await page.keyboard.press("Enter");
    await page.waitForURL(/[/]201\d[/]/);
    await page.goBack();
    await expect.poll(async () => (await titles()).length).toBe(20);
  });

  it("names the page, so that a tab and the history tell one from another", async () => {
    await field().fill("نهر العاصي");
    await expect.poll(() => page.title()).toBe("نهر العاصي – ابحث في الأرشيف – أرشيف");
    await field().fill("");
    await expect.poll(() => page.title()).toBe("ابحث في الأرشيف – أرشيف");
  });

  it("of stop words or signs alone asks for a word, and does not say that there is nothing", async () => {
    for (const typed of ["من", "«»", "-نهر"]) {
      await field().fill(typed);
      await expect.poll(status).toMatch(/^اكتب كلمة/);
      expect(await page.locator("[data-advice]").textContent()).toBe("");
      await field().fill("نهر العاصي");
      await expect.poll(status).toMatch(/نتيجة/);
    }
  });

  it("that finds nothing says so, names the word, and offers a near spelling", async () => {
    await field().fill("الظفة");
    await expect.poll(status).toBe("لا نتائج لهذا البحث.");
    const advice = page.locator("[data-advice]");
    expect(await advice.textContent()).toContain("الظفة");
    expect(await advice.textContent()).not.toContain("التنصيص");
    await advice.getByRole("link").click();
    await expect.poll(titles).toEqual([TITLES[3]]);
    await field().fill("«موسم الضفة»");
    await expect.poll(() => advice.textContent()).toContain("أزل علامات التنصيص");
  });

  it("keeps its filters where a near spelling is taken", async () => {
    await field().fill("الضفة");
    await expect.poll(titles).toEqual([TITLES[3]]);
    await page.getByRole("combobox", { name: "السنة" }).selectOption("2015");
    await field().fill("الظفة");
    await page.locator("[data-advice]").getByRole("link", { name: "الضفة" }).click();
    await expect.poll(titles).toEqual([TITLES[3]]);
    expect(asked().get("year")).toBe("2015");
  });

  it("that a filter leaves nothing of leads to the whole archive", async () => {
    await field().fill("نهر");
    await expect.poll(titles).toEqual([TITLES[2]]);
    await page.getByRole("combobox", { name: "السنة" }).selectOption("2014");
    await field().fill("التعليم");
    await expect.poll(status).toBe("لا نتائج لهذا البحث.");
    await page.getByRole("link", { name: "ابحث في كل الأقسام والسنوات" }).click();
    await expect.poll(titles).toEqual([TITLES[1]]);
  });

  it("shows a title with HTML in it as it is written", async () => {
    await field().fill("ووسم");
    await expect.poll(titles).toEqual([TITLES[4]]);
    expect(await page.locator("[data-results] img").count()).toBe(0);
  });

  it.each([".*+?^$\u007b}()|[]\\", "<script>alert(1)</script>", '"""" -- -', "%00%FF", "و".repeat(400)])(
    "for %s has an answer",
    async (typed) => {
      await field().fill(typed);
      await field().press("Enter");
      await expect.poll(status).not.toBe("");
      expect(await page.locator("[data-results] script").count()).toBe(0);
    },
  );

  it("can be used by everyone (axe)", async () => {
    await field().fill("الوزير");
    await expect.poll(async () => (await titles()).length).toBe(5);
    await page.evaluate(readFileSync(join(REPOSITORY, "node_modules/axe-core/axe.min.js"), "utf8"));
    const { violations } = (await page.evaluate("axe.run()")) as AxeResults;
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual(
      [],
    );
  });
});

describe("the address of a search", () => {
  it("gives the same to whoever it is sent to", async () => {
    await open(`search/?${new URLSearchParams({ q: "معرض الكتاب", year: "2013" })}`);
    await expect.poll(titles).toEqual([TITLES[1]]);
    expect(await page.getByRole("combobox", { name: "السنة" }).inputValue()).toBe("2013");
    expect(reader.faults).toEqual([]);
  });
  it("stays short enough for any host, however long the query that was pasted", async () => {
    await open("search/");
    await field().fill("وزير ".repeat(2000));
    await expect.poll(async () => (await titles()).length).toBe(5);
    expect(page.url().length).toBeLessThan(4000);
    await page.reload();
    await expect.poll(async () => (await titles()).length).toBe(5);
    expect(reader.faults).toEqual([]);
  });
  it("is where the box in the header of every page leads", async () => {
    await open("");
    await page.getByRole("banner").getByRole("searchbox").fill("نهر");
    await page.keyboard.press("Enter");
    await expect.poll(titles).toEqual([TITLES[2]]);
    expect(reader.faults).toEqual([]);
  });
  it("is offered where an address leads nowhere", async () => {
    await open("nothing/here/");
    await page.getByRole("main").getByRole("searchbox").fill("نهر");
    await page.keyboard.press("Enter");
    await expect.poll(titles).toEqual([TITLES[2]]);
  });
});

describe("without JavaScript", () => {
  it("the page says so and leads to the calendar and the sections", async () => {
    await open("search/", { javaScript: false });
    expect(await page.getByRole("main").textContent()).toContain("جافاسكربت");
    expect(await field().isVisible()).toBe(false);
    const hrefs = await page
      .locator("[data-elsewhere] a")
      .evaluateAll((links) => links.map((link) => String(link)));
    const paths = hrefs.map((href) => decodeURI(href).replace(decodeURI(home), ""));
    expect(paths).toEqual(expect.arrayContaining(["archive/", "ثقافة/", "رياضة/"]));
  });
});

describe("an index that was damaged", () => {
  const terms = () => join(root.path, "dist/search/terms");
  const kept = new Map<string, Buffer>();
  const keep = (file: string): string => {
    kept.set(file, readFileSync(file));
    return file;
  };
  afterEach(() => {
    for (const [file, bytes] of kept) writeFileSync(file, bytes);
    kept.clear();
  });

  it("whose list is gone leads to the calendar and the sections", async () => {
    rmSync(keep(join(root.path, "dist/search/index.json")));
    await open("search/?q=وزير");
    await expect.poll(status).toMatch(/تعذّر/);
    expect(await page.locator("[data-elsewhere]").isVisible()).toBe(true);
  });
  it("whose list is not what it should be says so", async () => {
    writeFileSync(keep(join(root.path, "dist/search/index.json")), "<!doctype html><h1>Not found</h1>");
    await open("search/?q=وزير");
    await expect.poll(status).toMatch(/تعذّر/);
  });
  it("whose shards are cut short or gone says that there may be more", async () => {
    readdirSync(terms()).forEach((name, i) => {
      const file = keep(join(terms(), name));
      if (i % 2 === 0) rmSync(file);
      else truncateSync(file, 9);
    });
    await open("search/?q=وزير مباراة");
    await expect.poll(() => page.locator("[data-advice]").textContent()).toMatch(/تعذّر تحميل جزء/);
    expect((await titles()).length).toBeGreaterThan(0);
  });
  it("whose shards are all out of reach does not say that nothing was found", async () => {
    for (const name of [...readdirSync(terms()).map((one) => `terms/${one}`), "open.bin"])
      rmSync(keep(join(root.path, "dist/search", name)));
    await open("search/?q=وزير");
    await expect.poll(status).toMatch(/تعذّر تحميل جزء/);
    expect(await page.locator("[data-advice]").textContent()).toBe("");
  });
});
