/** What a reader's browser makes of the pages: first paint, weight, measure, stability, and what scripts add. */
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, openReader, type ReaderOptions } from "../testing/browser.ts";
import { REPOSITORY, Root, Running, warraq } from "../testing/program.ts";

const root = new Root();
let server: Running;
let browser: Browser;
let home = "";
const ARTICLE = encodeURI("2017/09/18/كيف-تعمل-وكالات-الأنباء/");
const CORRECTED = encodeURI("2018/05/05/خبر-مصحح/");

beforeAll(async () => {
  for (const folder of ["content", "public"])
    cpSync(join(REPOSITORY, folder), join(root.path, folder), { recursive: true });
  root.write({
    "content/corrected.md": [
      ...["---", 'title: "خبر مصحح"', "date: 2018-05-05", "corrections:"],
      ...['  - { date: 2018-05-07, text: "سُمّي الوزير باسم غير اسمه." }', "---", "", "نص الخبر.", ""],
    ].join("\n"),
  });
  expect((await warraq(root.path, "build")).code).toBe(0);
  server = new Running(["serve", "--port", "0"], root.path);
  home = (await server.says(/http:\S+/))[0];
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  server?.signal("SIGINT");
  await server?.ended();
  root.remove();
});

/** A page of the site, and its reader's end. What `before` sets up is there before the first byte. */
async function reading<T>(
  path: string,
  options: ReaderOptions,
  look: (page: Page) => Promise<T>,
  before: (page: Page) => Promise<unknown> = async () => {},
): Promise<T> {
  const { page, faults, close } = await openReader(browser, home, options);
  try {
    await before(page);
    await page.goto(home + path);
    const seen = await look(page);
    expect(faults.filter((fault) => !/404/.test(fault))).toEqual([]);
    return seen;
  } finally {
    await close();
  }
}

/** Holds back every request for such a file. */
const late = (page: Page, files: RegExp, milliseconds: number) =>
  page.route(files, async (route) => {
    await new Promise((later) => setTimeout(later, milliseconds));
    await route.continue();
  });

describe("light and dark", () => {
  it.each([
    { system: "light", dark: false, choice: "dark", paper: "rgb(22, 20, 18)" },
    { system: "dark", dark: true, choice: "light", paper: "rgb(252, 250, 245)" },
  ])(
    "of a reader who chose $choice on a $system system is there at the first paint, be the script late",
    async (one) => {
      const at = await reading(
        ARTICLE,
        { dark: one.dark },
        async (page) => {
          const paper = await page.evaluate("getComputedStyle(document.body).backgroundColor");
          expect(paper).toBe(one.paper);
          await expect
            .poll(() => page.evaluate("performance.getEntriesByName('first-paint').length > 0"))
            .toBe(true);
          return page.evaluate(
            "({ chosen, painted: performance.getEntriesByName('first-paint')[0].startTime })",
          );
        },
        async (page) => {
          await late(page, /theme-.*\.js/, 400);
          await page.addInitScript(`localStorage.setItem("theme", "${one.choice}");
          new MutationObserver(() => { globalThis.chosen ??= performance.now(); })
            .observe(document, { subtree: true, attributes: true, attributeFilter: ["data-theme"] });`);
        },
      );
      const { chosen, painted } = at as { chosen: number; painted: number };
      expect(chosen).toBeLessThanOrEqual(painted);
    },
  );
});

describe("an article without a picture", () => {
  it("weighs at most 100 KB on first load, at most 4 KB of it scripts, compressed, none in the parser's way", async () => {
    const bodies: [string, Buffer][] = [];
    await reading(
      ARTICLE,
      { width: 390 },
      async (page) => {
        await page.waitForLoadState("networkidle");
        const inTheWay = "script[src]:not([async], [defer], [type='module'])";
        expect(await page.locator(inTheWay).count()).toBe(0);
      },
      async (page) => {
        page.on("response", async (response) => {
          bodies.push([response.url(), await response.body()]);
        });
      },
    );
    const sum = (sizes: readonly number[]): number => sizes.reduce((a, b) => a + b, 0);
    expect(sum(bodies.map(([, body]) => body.length))).toBeLessThanOrEqual(100 * 1024);
    const scripts = bodies.filter(([url]) => url.endsWith(".js"));
    expect(scripts.length).toBeGreaterThan(0);
    expect(sum(scripts.map(([, body]) => gzipSync(body).length))).toBeLessThanOrEqual(4 * 1024);
  });

  it.each([390, 1280])("does not move at %i pixels, and hardly when its fonts come late", async (width) => {
    // Lighthouse prints three decimals: less than a thousandth is 0.
    const shifts = (page: Page) =>
      page.evaluate(`new Promise((done) => {
        let sum = 0;
        new PerformanceObserver((list) => { for (const one of list.getEntries()) sum += one.value; })
          .observe({ type: "layout-shift", buffered: true });
        setTimeout(() => done(sum), 300);
      })`);
    expect(await reading(ARTICLE, { width }, shifts)).toBeLessThan(0.001);
    const moved = await reading(
      ARTICLE,
      { width },
      async (page) => {
        await expect
          .poll(() =>
            page.evaluate(
              "document.fonts.status === 'loaded' && document.fonts.check('20px Noto Kufi Arabic')",
            ),
          )
          .toBe(true);
        return shifts(page);
      },
      (page) => late(page, /\.woff2$/, 700),
    );
    expect(moved).toBeLessThan(0.002);
  });

  it.each([1280, 1920])("has a measure of 60 to 75 characters at %i pixels", async (width) => {
    const lines = await reading(ARTICLE, { width }, (page) =>
      page.evaluate(`document.fonts.ready.then(() => [...document.querySelectorAll(".text p")].flatMap((p) => {
        const range = document.createRange();
        const tops = [];
        for (let i = 0; i < p.firstChild.length; i++) {
          range.setStart(p.firstChild, i);
          range.setEnd(p.firstChild, i + 1);
          tops.push(Math.round(range.getBoundingClientRect().bottom / 8));
        }
        const rows = tops.reduce((all, top) => all.set(top, (all.get(top) ?? 0) + 1), new Map());
        return [...rows.values()].slice(0, -1);
      }))`),
    );
    const full = (lines as number[]).toSorted((a, b) => a - b);
    const middle = full[Math.floor(full.length / 2)] ?? 0;
    expect(middle).toBeGreaterThanOrEqual(60);
    expect(middle).toBeLessThanOrEqual(75);
    expect(full.at(-1)).toBeLessThanOrEqual(80);
  });
});

describe("every kind of page", () => {
  const KINDS = ["", "archive/", "2017/", "on-this-day/", "search/", "tags/", ARTICLE, CORRECTED, "about/"];
  // 400 % of 1280 pixels is a window of 320; 200 % of 640 too.
  it.each([320, 640, 1920])("fits a window %i pixels wide", async (width) => {
    await reading("", { width }, async (page) => {
      for (const path of KINDS) {
        await page.goto(home + path);
        expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth"), path).toBe(0);
        expect(await page.locator("h1").count(), path).toBe(1);
      }
    });
  });
  it("prints the text with date, source and address, and nothing to press", async () => {
    await reading(ARTICLE, {}, async (page) => {
      await page.emulateMedia({ media: "print" });
      expect(await page.locator(".address").textContent()).toMatch(/^https:.*كيف-تعمل-وكالات-الأنباء\/$/);
      for (const shown of [".address", "h1", "time", ".text"])
        expect(await page.locator(shown).first().isVisible(), shown).toBe(true);
      for (const gone of [".masthead", ".foot", ".to-top", ".related", ".neighbours", "button", ".cite"])
        expect(await page.locator(gone).first().isVisible(), gone).toBe(false);
    });
  });
});

describe("what scripts add", () => {
  it("is what this day holds, chosen in the browser; without a script, a link to all days", async () => {
    const section = (page: Page) => page.locator("[data-on-this-day]");
    const at = (day: string) => (page: Page) => page.clock.setFixedTime(new Date(`${day}T12:00:00`));
    const seen = (day: string) =>
      reading(
        "",
        {},
        async (page) => {
          await expect.poll(() => section(page).locator("li").count()).toBeGreaterThan(0);
          return section(page).textContent();
        },
        at(day),
      );
    expect(await seen("2031-11-22")).toMatch(/في مثل هذا اليوم[\s\S]*2017[\s\S]*اتصال بين بوتين وترامب/);
    expect(await seen("2031-11-24")).toMatch(/في مثل هذه الأيام[\s\S]*اتصال بين بوتين وترامب/);
    await reading("", { javaScript: false }, async (page) => {
      await section(page).getByRole("link").click();
      await page.getByRole("link", { name: "22", exact: true }).last().waitFor();
      expect(await page.locator("h1").textContent()).toBe("في مثل هذا اليوم");
    });
  });

  it("is copying the address and the citation, which can be read without", async () => {
    const { page, faults, close } = await openReader(browser, home);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto(home + ARTICLE);
    const copied = () => page.evaluate("navigator.clipboard.readText()");
    await page.getByRole("button", { name: "نسخ الرابط" }).click();
    await expect.poll(copied).toBe(`https://warraq.example/${ARTICLE}`);
    await page.getByText("استشهد بهذا المقال").click();
    await page.getByRole("button", { name: "نسخ BibTeX" }).click();
    await expect.poll(copied).toMatch(/^@online\{kif-taml-2017,[\s\S]*\n\}$/);
    await page.getByRole("button", { name: "نُسخ" }).first().waitFor();
    expect(faults).toEqual([]);
    await close();
    await reading(ARTICLE, { javaScript: false }, async (still) => {
      expect(await still.getByRole("button").filter({ visible: true }).count()).toBe(1);
      await still.getByText("استشهد بهذا المقال").click();
      expect(await still.locator("#cite-text").isVisible()).toBe(true);
    });
  });

  it("is what a lost address may have led to", async () => {
    const near = (path: string) =>
      reading(encodeURI(path), {}, async (page) => {
        await page.locator("[data-near] a").first().waitFor();
        expect(await page.locator("h1").textContent()).toBe("لا صفحة في هذا العنوان");
        return page.locator("[data-near] a").allTextContents();
      });
    expect(await near("2017/01/01/وكالات-الأنباء.html")).toEqual(
      expect.arrayContaining(["كيف تعمل وكالات الأنباء", "2017"]),
    );
    expect(await near("2016/99/")).toEqual(["2016"]);
  });

  it("is nothing that a correction needs", async () => {
    await reading(CORRECTED, { javaScript: false }, async (page) => {
      expect(await page.locator(".corrections").textContent()).toMatch(
        /تصويب[\s\S]*7 أيار\/مايو 2018[\s\S]*سُمّي الوزير باسم غير اسمه/,
      );
    });
  });
});

describe("the plain theme", () => {
  it.each([
    { dark: false, scheme: "light" },
    { dark: true, scheme: "dark" },
  ])(
    "can be used by everyone in a narrow window, in the $scheme scheme (axe), and its search answers",
    async ({ dark }) => {
      const settings = root.read("content/site.yaml");
      root.write({ "content/site.yaml": settings.replace(/^theme:[\s\S]*/m, "theme: plain\n") });
      expect((await warraq(root.path, "build")).code).toBe(0);
      root.write({ "content/site.yaml": settings });
      const axe = readFileSync(join(REPOSITORY, "node_modules/axe-core/axe.min.js"), "utf8");
      const paths = [
        "",
        "archive/",
        "tags/",
        ARTICLE,
        "about/",
        "404.html",
        `search/?q=${encodeURI("بغداد")}`,
      ];
      await reading("", { width: 320, dark }, async (page) => {
        for (const path of paths) {
          await page.goto(home + path);
          if (path.startsWith("search")) await page.locator("[data-results] a").first().waitFor();
          await page.evaluate(axe);
          const { violations } = (await page.evaluate("axe.run()")) as AxeResults;
          const found = violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`,
          );
          expect(found, path).toEqual([]);
          expect(await page.evaluate("document.scrollingElement.scrollWidth - innerWidth"), path).toBe(0);
        }
      });
    },
  );
});
