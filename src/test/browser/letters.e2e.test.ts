/** Letters that Arabic news meets now and then are drawn in the site's own fonts, not in whatever a reader's machine has. */
import type { Browser, CDPSession } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, openReader } from "../testing/browser.ts";
import { markdown, Root } from "../testing/program.ts";
import { type Served, served } from "../testing/sites.ts";

let browser: Browser;
let site: Served;
beforeAll(async () => {
  browser = await openBrowser();
  const lines = [
    "ڕێگای کوردی و ۆ ێ ە ڵ، گفت‌وگو، پاکستان، ژاپن، ڨ ڭ",
    "﴿وَٱلۡعَصۡرِ ۝ إِنَّ ٱلۡإِنسَٰنَ لَفِي خُسۡرٍۖ﴾ بعدها ۚ ثم ۗ",
  ];
  const headline = "ڤیان ﴿وَٱلْعَصْرِ﴾";
  site = await served(
    new Root({ "content/a.md": markdown(headline, "date: 2018-03-02\n", lines.join("\n\n")) }),
  );
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** The families in which the letters of such an element are drawn. */
async function familiesOf(session: CDPSession, selector: string): Promise<string[]> {
  const { root } = await session.send("DOM.getDocument");
  const { nodeIds } = await session.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector });
  const fonts = await Promise.all(
    nodeIds.map((nodeId) => session.send("CSS.getPlatformFontsForNode", { nodeId })),
  );
  return [...new Set(fonts.flatMap((one) => one.fonts.map(({ familyName }) => familyName)))];
}

it("of Persian, Kurdish, the Maghreb and the Quran", async () => {
  const { page, close } = await openReader(browser, site.home);
  await page.goto(`${site.home}2018/03/02/`);
  await page.locator(".card-title a").click();
  await page.locator(".text p").first().waitFor();
  await page.evaluate("document.fonts.ready");
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  expect(await familiesOf(session, ".text p")).toEqual(["Noto Naskh Arabic"]);
  expect(await familiesOf(session, "h1")).toEqual(["Noto Kufi Arabic"]);
  await close();
});
