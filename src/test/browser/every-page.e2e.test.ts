/** Every kind of page, in light and dark, on a phone and a desk: it fits, it breaks nothing, everyone can use it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, openReader } from "../testing/browser.ts";
import { differsFrom } from "../testing/golden.ts";
import { REPOSITORY } from "../testing/program.ts";
import {
  CROWDED,
  crowded,
  demonstration,
  inTheme,
  kindsOfPage,
  type Served,
  served,
} from "../testing/sites.ts";

const THEMES = ["newspaper", "plain"] as const;
type ThemeName = (typeof THEMES)[number];
let browser: Browser;
/** Of each theme: the demonstration, and a site of long lists. */
const sites = new Map<ThemeName, readonly [Served, Served]>();
let site: Served;
beforeAll(async () => {
  browser = await openBrowser();
  for (const theme of THEMES) {
    const own = theme === "newspaper" ? demonstration() : demonstration(inTheme(theme));
    sites.set(theme, await Promise.all([served(own), served(crowded(theme))]));
  }
  [site] = sitesOf("newspaper");
});
afterAll(async () => {
  await browser?.close();
  for (const one of [...sites.values()].flat()) await one.stop();
});
const sitesOf = (theme: ThemeName): readonly [Served, Served] => {
  const found = sites.get(theme);
  if (!found) throw new Error(`no site in the theme ${theme}`);
  return found;
};

interface Kind {
  readonly kind: string;
  readonly path: string;
  readonly of: Served;
}
/** Every kind of page of a theme, and where it is. */
function everyKind(theme: ThemeName): readonly Kind[] {
  const [own, long] = sitesOf(theme);
  return [
    ...Object.entries(kindsOfPage(own.root)).map(([kind, path]) => ({ kind, path, of: own })),
    ...Object.entries(CROWDED).map(([kind, path]) => ({ kind, path, of: long })),
  ];
}

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

/** Kinds of page whose looks are kept: in `plain` those that are not made as another is. */
const KEPT: Readonly<Record<ThemeName, (kind: string) => boolean>> = {
  newspaper: (kind) => !/^(?:day-crowded|tags-page)$/.test(kind),
  plain: (kind) =>
    /^(?:home|article-(?:plain|table)|section|archive|day-page|tags-crowded|search-results|not-found)$/.test(
      kind,
    ),
};

describe.each(THEMES)("in the theme %s", (theme) => {
  it.concurrent.each(VIEWS)(
    "in a window $width pixels wide, in $scheme, every kind of page looks as it is kept, fits, breaks nothing, and has no violation (axe)",
    async ({ width, scheme, dark }) => {
      const looks: string[] = [];
      for (const one of sitesOf(theme)) {
        const { page, faults, close } = await openReader(browser, one.home, { width, dark, stay: true });
        await page.clock.setFixedTime(TODAY);
        for (const { kind, path } of everyKind(theme).filter(({ of }) => of === one)) {
          await open(page, path, one);
          const name = theme === "newspaper" ? kind : `${theme}-${kind}`;
          const look = KEPT[theme](kind) ? await differsFrom(page, `${name}-${width}-${scheme}`) : null;
          if (look) looks.push(look);
          const wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
          expect(wide, `${kind} is wider than the window`).toBeLessThanOrEqual(0);
          expect(await page.locator("h1").count(), `${kind} has one heading of its own`).toBe(1);
          await page.evaluate(AXE);
          expect(await violations(page, "axe.run()"), kind).toEqual([]);
          if (!dark) expect(await violations(page, TARGETS), kind).toEqual([]);
        }
        expect(faults).toEqual([]);
        await close();
      }
      expect(looks).toEqual([]);
    },
    300_000,
  );
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
  it.each(THEMES)(
    "all of every kind of page of %s can be reached in order, one sees where one is, and nothing holds one back",
    async (theme) => {
      for (const one of sitesOf(theme)) {
        const { page, close } = await openReader(browser, one.home, { stillness: true, stay: true });
        const kinds = everyKind(theme).filter(({ of, kind }) => of === one && !kind.endsWith("-crowded"));
        for (const { kind, path } of kinds) {
          await open(page, path, one);
          await page.evaluate("document.body.tabIndex = -1; document.body.focus();");
          const met: Focused[] = [];
          for (;;) {
            await page.keyboard.press("Tab");
            const focused = (await page.evaluate(FOCUSED)) as Focused;
            if (focused.place < 0 || met.length >= focused.count) break;
            met.push(focused);
          }
          const { count } = (await page.evaluate(FOCUSED)) as Focused;
          const places = met.map(({ place }) => place);
          expect(places, kind).toEqual(Array.from({ length: count }, (_, i) => i));
          const unseen = met.filter(({ ring, inWindow }) => !ring || !inWindow).map(({ name }) => name);
          expect(unseen, kind).toEqual([]);
        }
        await close();
      }
    },
    300_000,
  );

  it.each(THEMES)("the skip link of %s leads to the text, past the masthead", async (theme) => {
    const [{ home }] = sitesOf(theme);
    const { page, close } = await openReader(browser, home);
    await page.goto(home);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("content");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.closest('main') !== null")).toBe(true);
    await close();
  });
});
