/** The program as users run it: the demonstration site built by the command, read in Chromium, with and without JavaScript. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const program = join(root, "lib/cli/main.js");
const work = mkdtempSync(join(tmpdir(), "warraq-e2e-"));
const started: ChildProcess[] = [];
let browser: Browser;

/** Starts a command that serves, and waits for the address it prints. */
function serving(args: readonly string[]): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  started.push(child);
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout?.on("data", (text: Buffer) => {
      said += String(text);
      const url = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said)?.[0];
      if (url) resolve({ url, child });
    });
    child.on("exit", () => reject(new Error(said)));
  });
}

const faults: string[] = [];
async function open(url: string, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    javaScriptEnabled,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (fault) => faults.push(fault.message));
  page.on(
    "request",
    (request) => request.url().startsWith(new URL(url).origin) || faults.push(`request to ${request.url()}`),
  );
  await page.goto(url);
  return page;
}

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
});
afterAll(async () => {
  await browser?.close();
  for (const child of started) if (child.exitCode === null) child.kill();
  rmSync(work, { recursive: true, force: true });
});

describe("the demonstration site", () => {
  let url: string;
  beforeAll(async () => {
    const site = join(work, "site");
    mkdirSync(site);
    for (const folder of ["content", "public"])
      cpSync(join(root, folder), join(site, folder), { recursive: true });
    const said = execFileSync(process.execPath, [program, "build", "--root", site], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
    expect(said).toMatch(/^\d+ articles, \d+ pages in/);
    ({ url } = await serving(["serve", "--root", site, "--port", "4300"]));
  });

  for (const javaScript of [true, false]) {
    it(`is read right to left, from the first page to a related article and back to the top, JavaScript ${javaScript ? "on" : "off"}`, async () => {
      const page = await open(url, javaScript);
      await page.getByRole("link", { name: "اتصال بين بوتين وترامب" }).first().click();
      expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
      expect(await page.locator("h1").textContent()).toContain("اتصال بين بوتين وترامب يبحث وقف الحرب");
      expect(await page.locator(".text p").count()).toBe(7);
      expect(await page.locator("time").first().getAttribute("datetime")).toBe("2017-11-22");
      await page.locator(".related a").first().click();
      expect(await page.locator("h1").count()).toBe(1);
      const toTop = page.getByRole("link", { name: "العودة إلى الأعلى" });
      const scrolled = () => page.evaluate<number>("scrollY");
      await page.mouse.wheel(0, 3000);
      await expect.poll(scrolled).toBeGreaterThan(400);
      await toTop.click();
      await expect.poll(scrolled).toBe(0);
      await toTop.focus();
      await page.keyboard.press("Enter");
      await expect.poll(scrolled).toBe(0);
      await page.keyboard.press("Tab");
      expect(await page.evaluate<string>("document.activeElement?.className")).toBe("skip");
      await page.context().close();
    });
  }
  it("asks nothing of other hosts and breaks no rule of its own policy", () => {
    expect(faults).toEqual([]);
  });
});

describe("dev", () => {
  it("shows an edit in the open page, a fault over it, and ends cleanly", async () => {
    const site = join(work, "dev");
    const write = (text: string) => writeFileSync(join(site, "content/a.md"), text);
    mkdirSync(join(site, "content"), { recursive: true });
    write("---\ntitle: الأول\ndate: 2017-11-22\nslug: one\n---\n\nنص قديم.\n");
    const { url, child } = await serving(["dev", "--root", site, "--port", "4320"]);
    const page = await browser.newPage();
    await expect
      .poll(async () => (await page.goto(`${url}2017/11/22/one/`))?.status(), { timeout: 20_000 })
      .toBe(200);
    await page.waitForTimeout(500);
    write("---\ntitle: الأول\ndate: 2017-11-22\nslug: one\n---\n\nنص جديد.\n");
    await page.getByText("نص جديد.").waitFor({ timeout: 10_000 });
    write("---\ntitle: الأول\ndate: 2017-02-30\nslug: one\n---\n\nنص جديد.\n");
    await page.getByText("content/a.md:3").waitFor({ timeout: 10_000 });
    child.kill("SIGINT");
    expect(await new Promise((resolve) => child.on("exit", resolve))).toBe(0);
    await page.close();
  });
});
