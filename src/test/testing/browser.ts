/** Chromium for the end-to-end tests: a page that fails the test for every error in its console and every stray request. */
import { type Browser, type BrowserContext, chromium, type Page, type Route } from "playwright-core";

export interface ReaderOptions {
  readonly javaScript?: boolean;
  readonly width?: number;
  readonly dark?: boolean;
  readonly stillness?: boolean;
  /** Shows a page that leads on to another, rather than follow it. */
  readonly stay?: boolean;
}
export interface Reader {
  readonly page: Page;
  /** Console errors (breaches of the security policy among them), thrown errors, failed requests, and requests to elsewhere. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

/** @throws Error when CHROMIUM_PATH does not say where the browser is: `npm test` sees to it. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH;
  if (!executablePath) throw new Error("CHROMIUM_PATH is not set: run the tests with npm test");
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

function contextOf(
  browser: Browser,
  { javaScript = true, width = 1280, dark = false, stillness = false }: ReaderOptions,
): Promise<BrowserContext> {
  return browser.newContext({
    javaScriptEnabled: javaScript,
    viewport: { width, height: 800 },
    colorScheme: dark ? "dark" : "light",
    reducedMotion: stillness ? "reduce" : "no-preference",
    locale: "ar",
  });
}

async function stay(route: Route): Promise<void> {
  if (route.request().resourceType() !== "document") return route.continue();
  const response = await route.fetch();
  const body = (await response.text()).replace(/<meta http-equiv="refresh"[^>]*>/, "");
  await route.fulfill({ response, body });
}

/** A new page of a reader's own, which knows no other address than those of `origin`. */
export async function openReader(
  browser: Browser,
  origin: string,
  options: ReaderOptions = {},
): Promise<Reader> {
  const context = await contextOf(browser, options);
  const page = await context.newPage();
  const faults: string[] = [];
  await context.route("**/*", (route) => {
    const url = route.request().url();
    if (new URL(url).origin === new URL(origin).origin) return options.stay ? stay(route) : route.continue();
    faults.push(`asked for ${url}`);
    return route.abort();
  });
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`thrown: ${error.message}`));
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  return { page, faults, close: () => context.close() };
}
