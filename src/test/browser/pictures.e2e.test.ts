/** Pictures as a reader's browser meets them: which file it takes, when, and that nothing on the page moves for them. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plain, scene } from "../../pictures/testing/draw.ts";
import { openBrowser, openReader, type Reader } from "../testing/browser.ts";
import { markdown, Root, Running, warraq } from "../testing/program.ts";

const LONG = "نص طويل عن السوق والنهر والمدينة القديمة وما فيها من كتب وورق. ".repeat(40);
let root: Root;
let server: Running;
let browser: Browser;
let home = "";

beforeAll(async () => {
  const [lead, tall, clear] = await Promise.all([
    scene(2000, 1200, 1).jpeg().toBuffer(),
    scene(900, 1400, 2).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
    plain(300, 200, "#10408080").png().toBuffer(),
  ]);
  root = new Root({
    "content/site.yaml": "url: https://archive.example.org/old/\n",
    "content/2017-11-22-a.md": markdown(
      "سوق الورق",
      "image: lead.jpg\nimage_alt: السوق القديم\nimage_caption: صورة من السوق\nimage_credit: مصوّر\n",
      `${LONG}\n\n![النهر](<النهر الكبير.jpg> "النهر في الربيع")\n\n${LONG}\n\n![](/images/clear.png)\n\n![خريطة](map.svg)\n\n![ضائعة](none.jpg)`,
    ),
    "content/lead.jpg": lead,
    "content/النهر الكبير.jpg": tall,
    "content/map.svg":
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100"><path d="M0 0h400v100z"/></svg>',
    "public/images/clear.png": clear,
  });
  const built = await warraq(root.path, "build");
  expect(built.code).toBe(0);
  expect(built.printed).toContain("[picture-missing]");
  server = new Running(["serve", "--port", "0"], root.path);
  home = (await server.says(/http:\S+/))[0];
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  server?.signal("SIGINT");
  await server?.ended();
  root?.remove();
});

const PATH = encodeURI("2017/11/22/سوق-الورق/");
/** What a font that comes late may move the lines by; a picture without a size moves a page by hundreds of times that. */
const A_HAIR = 0.001;
/** How far the page has moved by itself (Layout Instability, the sum of all shifts). */
const SHIFTS = `new Promise((told) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) sum += one.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => told(sum), 300);
})`;
interface Shown {
  readonly file: string;
  readonly loading: string;
  readonly ratio: number;
}
/** What each picture of the page is, once it was scrolled to. */
const PICTURES = `Promise.all([...document.querySelectorAll("main img")].map(async (img) => {
  img.scrollIntoView();
  await img.decode();
  return { file: img.currentSrc.split(".").pop(), loading: img.loading, ratio: img.naturalWidth / img.naturalHeight };
}))`;

describe.each([
  { width: 390, wanted: 480 },
  { width: 1280, wanted: 800 },
])("an article with pictures, $width pixels wide", ({ width, wanted }) => {
  let reader: Reader;
  const asked: string[] = [];
  beforeAll(async () => {
    reader = await openReader(browser, home, { width });
    reader.page.on("request", (request) => asked.push(decodeURI(request.url())));
    await reader.page.goto(home + PATH, { waitUntil: "load" });
  });
  afterAll(() => reader?.close());

  it("asks at once for the lead picture alone, as AVIF, no wider than it is shown", () => {
    const pictures = asked.filter(
      (url) => /\.(?:avif|webp|jpg|png|svg)$/.test(url) && !url.endsWith("favicon.svg"),
    );
    expect(pictures).toHaveLength(1);
    expect(pictures[0]).toMatch(new RegExp(`/old/assets/pictures/[\\w-]+-${wanted}\\.avif$`));
  });

  it("shows each in its own shape when it is scrolled to, upright, and a drawing as it is", async () => {
    const shown = (await reader.page.evaluate(PICTURES)) as Shown[];
    expect(shown.map(({ file, loading }) => `${file} ${loading}`)).toEqual([
      ...["avif auto", "avif lazy", "avif lazy", "svg lazy"],
    ]);
    for (const [i, ratio] of [5 / 3, 14 / 9, 3 / 2, 4].entries())
      expect(Math.abs((shown[i]?.ratio ?? 0) - ratio)).toBeLessThan(0.02);
  });

  it("does not move for any of them", async () => {
    expect(await reader.page.evaluate(SHIFTS)).toBeLessThan(A_HAIR);
  });

  it("names the one that is not there, says what each shows, and whose it is", async () => {
    const { page } = reader;
    expect(await page.locator(".no-picture").textContent()).toMatch(/الصورة غير متاحة: none\.jpg\s+ضائعة/);
    expect(await page.locator("main img").first().getAttribute("alt")).toBe("السوق القديم");
    expect(await page.locator("figcaption").allTextContents()).toEqual([
      "صورة من السوق الصورة: مصوّر",
      expect.stringContaining("النهر في الربيع"),
    ]);
  });

  it("meets no error and no breach of the security policy", () => {
    expect(reader.faults).toEqual([]);
  });
});

describe("the first page", () => {
  it("shows the newest article's picture at once, and does not move for it", async () => {
    const { page, faults, close } = await openReader(browser, home, { width: 390 });
    await page.goto(home, { waitUntil: "load" });
    const image = page.locator(".card-picture img").first();
    expect(await image.getAttribute("fetchpriority")).toBe("high");
    expect(await image.evaluate((img) => (img as unknown as { currentSrc: string }).currentSrc)).toMatch(
      /\.avif$/,
    );
    const colour = await page.evaluate(
      "getComputedStyle(document.querySelector('.card-picture img')).backgroundColor",
    );
    expect(colour).toMatch(/^rgb\(/);
    expect(await page.evaluate(SHIFTS)).toBeLessThan(A_HAIR);
    expect(faults).toEqual([]);
    await close();
  });
});

describe("many pictures", () => {
  it("come out the same from one worker, from three, and from a command that was killed and run again", async () => {
    const scenes = await Promise.all(
      Array.from({ length: 12 }, (_, i) => scene(300, 180, i).jpeg().toBuffer()),
    );
    const many = new Root({
      "content/site.yaml": "url: https://archive.example.org/\nshare_pictures: true\n",
      ...Object.fromEntries(scenes.map((bytes, i) => [`public/${i}.jpg`, bytes])),
      ...Object.fromEntries(
        scenes.map((_, i) => [`content/2017-11-${10 + i}-a.md`, markdown(`خبر ${i}`, `image: /${i}.jpg\n`)]),
      ),
    });
    expect((await warraq(many.path, "build", "--workers", "1")).code).toBe(0);
    const one = many.state();
    many.remove("dist").remove(".warraq");
    const killed = new Running(["build", "--workers", "3"], many.path);
    await expect
      .poll(() => Object.keys(many.state(".warraq/kept")).length, { timeout: 30_000, interval: 5 })
      .toBeGreaterThan(2);
    killed.signal("SIGKILL");
    await killed.ended();
    const kept = many.state(".warraq/kept");
    expect((await warraq(many.path, "build", "--workers", "3", "--verify")).code).toBe(0);
    expect(many.state()).toEqual(one);
    expect(many.state(".warraq/kept")).toMatchObject(
      Object.fromEntries(Object.entries(kept).filter(([name]) => !name.includes("."))),
    );
    many.remove();
  });
});
