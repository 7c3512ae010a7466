/** Every kind of page, in light and dark, on a phone and a desk: it fits, it breaks nothing, everyone can use it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, openReader } from "./testing/browser.ts";
import { differsFrom } from "./testing/golden.ts";
import { REPOSITORY } from "./testing/program.ts";
import { demonstration, kindsOfPage, type Served, served } from "./testing/sites.ts";

let browser: Browser;
let site: Served;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), served(demonstration())]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** The page is there, and the search page has its answer. */
async function open(page: Page, path: string, { home }: Pick<Served, "home"> = site): Promise<void> {
  await page.goto(home + path);
  if (path.includes("?q=")) await page.locator("[data-results] li").first().waitFor();
}

const AXE = readFileSync(join(REPOSITORY, "node_modules/axe-core/axe.min.js"), "utf8");
/** The rule of targets, which axe leaves to be asked for (WCAG 2.2, 2.5.8), without the link that floats: whatever lies under it is scrolled from under it. */
const TARGETS = `(document.querySelector(".to-top-track")?.setAttribute("hidden", ""), axe.run({ runOnly: ["target-size"] }))`;

/** What is wrong by axe, as text. */
async function violations(page: Page, run: string): Promise<string[]> {
  const results = (await page.evaluate(run)) as AxeResults;
  return results.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("\n")}`,
  );
}

/** The day on which the pages are looked at: the first page asks what happened on it. */
const TODAY = new Date("2026-11-22T12:00:00Z");
const VIEWS = [390, 1280].flatMap((width) =>
  (["light", "dark"] as const).map((scheme) => ({ width, scheme, dark: scheme === "dark" })),
);

describe.each(VIEWS)("in a window $width pixels wide, in $scheme", ({ width, scheme, dark }) => {
  it("every kind of page looks as it is kept, fits, breaks nothing, and has no violation (axe)", async () => {
    const { page, faults, close } = await openReader(browser, site.home, { width, dark, stay: true });
    const looks: string[] = [];
    await page.clock.setFixedTime(TODAY);
    for (const [kind, path] of Object.entries(kindsOfPage(site.root))) {
      await open(page, path);
      const look = await differsFrom(page, `${kind}-${width}-${scheme}`);
      if (look) looks.push(look);
      const wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
      expect(wide, `${kind} is wider than the window`).toBeLessThanOrEqual(0);
      expect(await page.locator("h1").count(), `${kind} has one heading of its own`).toBe(1);
      await page.evaluate(AXE);
      expect(await violations(page, "axe.run()"), kind).toEqual([]);
      if (!dark) expect(await violations(page, TARGETS), kind).toEqual([]);
    }
    expect(faults).toEqual([]);
    expect(looks).toEqual([]);
    await close();
  }, 300_000);
});

/** Kinds of page of the theme `plain` whose looks are kept. */
const OF_PLAIN = ["home", "article-plain", "section", "search-results"];

describe("the theme plain", () => {
  it("looks as it is kept, on a phone and a desk", async () => {
    const plain = await served(
      demonstration((settings) => settings.replace(/^theme:[\s\S]*/m, "theme: plain\n")),
    );
    const looks: string[] = [];
    for (const width of [390, 1280]) {
      const { page, faults, close } = await openReader(browser, plain.home, { width });
      const kinds = kindsOfPage(plain.root);
      for (const kind of OF_PLAIN) {
        await open(page, kinds[kind] as string, plain);
        const look = await differsFrom(page, `plain-${kind}-${width}-light`);
        if (look) looks.push(look);
      }
      expect(faults).toEqual([]);
      await close();
    }
    await plain.stop();
    expect(looks).toEqual([]);
  });
});

/** All that moved since the page began: the score, and of each thing how far it went down, in pixels. */
const SHIFTS = `new Promise((done) => {
  const shifts = { score: 0, down: [] };
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      shifts.score += value;
      for (const { previousRect, currentRect } of sources)
        shifts.down.push(Math.abs(currentRect.y - previousRect.y) + Math.abs(currentRect.height - previousRect.height));
    }
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(shifts), 300);
})`;
interface Shifts {
  readonly score: number;
  readonly down: readonly number[];
}

describe.each([390, 1280])("in a window %i pixels wide", (width) => {
  it.each(["home", "section", "archive", "year", "day", "search-results"])(
    "no line of %s moves down when its fonts arrive late, and words hardly aside",
    async (kind) => {
      const { page, close } = await openReader(browser, site.home, { width });
      await page.route(/\.woff2$/, async (route) => {
        await new Promise((later) => setTimeout(later, 700));
        await route.continue();
      });
      await open(page, kindsOfPage(site.root)[kind] as string);
      await page.evaluate("document.fonts.ready");
      const { score, down } = (await page.evaluate(SHIFTS)) as Shifts;
      expect(score).toBeLessThan(0.002);
      expect(down.filter((pixels) => pixels > 1)).toEqual([]);
      await close();
    },
  );
});

/** What the focus is on: its place among all that can be focused, and whether one can see that it is there. */
interface Focused {
  readonly place: number;
  /** All that can be focused on the page. */
  readonly count: number;
  readonly name: string;
  readonly ring: boolean;
  readonly inWindow: boolean;
}
const FOCUSED = `(() => {
  const element = document.activeElement;
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
    .filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true }));
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  return {
    place: all.indexOf(element),
    count: all.length,
    name: element.outerHTML.slice(0, 120),
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    inWindow: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
  };
})()`;

describe("by keyboard alone", () => {
  it("all of every kind of page can be reached in order, one sees where one is, and nothing holds one back", async () => {
    const { page, close } = await openReader(browser, site.home, { stillness: true, stay: true });
    for (const [kind, path] of Object.entries(kindsOfPage(site.root))) {
      await open(page, path);
      await page.evaluate("document.body.focus()");
      const met: Focused[] = [];
      for (;;) {
        await page.keyboard.press("Tab");
        const focused = (await page.evaluate(FOCUSED)) as Focused;
        if (focused.place < 0 || met.length >= focused.count) break;
        met.push(focused);
      }
      const { count } = (await page.evaluate(FOCUSED)) as Focused;
      expect(
        met.map(({ place }) => place),
        kind,
      ).toEqual(Array.from({ length: count }, (_, i) => i));
      const unseen = met.filter(({ ring, inWindow }) => !ring || !inWindow);
      expect(
        unseen.map(({ name }) => name),
        kind,
      ).toEqual([]);
    }
    await close();
  }, 300_000);

  it("the skip link leads to the text, past the masthead", async () => {
    const { page, close } = await openReader(browser, site.home);
    await page.goto(site.home);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("content");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.closest('main') !== null")).toBe(true);
    await close();
  });
});
