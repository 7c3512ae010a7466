/** Pages without their style sheet, as a reader mode, an old browser or a page opened from disk shows them. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, openReader } from "../testing/browser.ts";
import { demonstration, inTheme, kindsOfPage, type Served, served } from "../testing/sites.ts";

/** What is seen and stands outside the window. A table of twelve months a year is wider than a telephone, and scrolls with the page. */
const OUTSIDE = `[...document.querySelectorAll("body *:not(.heat-years, .heat-years *)")]
  .filter((one) => { const { left, right, width } = one.getBoundingClientRect(); return width > 0 && one.checkVisibility() && (left < -1 || right > innerWidth + 1); })
  .map((one) => one.outerHTML.slice(0, 80))`;
const LARGE_SIGNS = `[...document.querySelectorAll("svg")]
  .filter((one) => Math.max(one.getBoundingClientRect().width, one.getBoundingClientRect().height) > 32)
  .map((one) => one.outerHTML.slice(0, 80))`;
/** Links side by side whose names run into one word. */
const JOINED = `[...document.querySelectorAll("body :not(li, td, th) > a + a")]
  .filter((one) => one.previousSibling === one.previousElementSibling && one.textContent.trim() !== "")
  .map((one) => one.outerHTML.slice(0, 80))`;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

describe.each(["newspaper", "plain"])("in the theme %s", (theme) => {
  let site: Served;
  beforeAll(async () => {
    site = await served(theme === "newspaper" ? demonstration() : demonstration(inTheme(theme)));
  });
  afterAll(() => site?.stop());

  it.each([390, 1280])(
    "every kind of page is readable without its style sheet in a window %i pixels wide",
    async (width) => {
      const { page, close } = await openReader(browser, site.home, { width, stay: true });
      await page.route("**/*.css", (route) => route.abort());
      for (const [kind, path] of Object.entries(kindsOfPage(site.root))) {
        await page.goto(site.home + path);
        expect(await page.evaluate("getComputedStyle(document.body).marginInlineStart"), kind).toBe("8px");
        expect(await page.evaluate(LARGE_SIGNS), kind).toEqual([]);
        expect(await page.evaluate(OUTSIDE), kind).toEqual([]);
        expect(await page.evaluate(JOINED), kind).toEqual([]);
        expect(await page.evaluate("getComputedStyle(document.body).direction"), kind).toBe("rtl");
        expect(await page.locator("[data-theme-toggle]:visible").count(), kind).toBe(0);
      }
      await close();
    },
    120_000,
  );
});
