/** A text near the bound of depth comes to the same in a thread, whatever its stack, as in the program itself. */
import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { DEEPEST } from "./depth.ts";

/** In megabytes: that of a worker thread, where the main one has about one. */
const STACK = 4;
const PARSE = new URL("../../../lib/read/parse.js", import.meta.url).href;
const KEYS = "---\ntitle: س\n---\n";
const page = (body: string): string => `<title>س</title><h1>عنوان</h1><article>${body}</article>`;
const nested =
  (open: string, close = "") =>
  (n: number) =>
    `${open.repeat(n)}نص${close.repeat(n)}`;
const SHAPES: readonly (readonly [name: string, file: string, text: (n: number) => string])[] = [
  ...["<div>", "<b>", "<font size=2>", "<span>", "<blockquote>"].flatMap(
    (tag) =>
      [
        [tag, "a.html", (n: number) => page(nested(tag)(n))],
        [tag, "a.md", (n: number) => `${KEYS}نص\n\n${nested(tag)(n)}\n`],
      ] as const,
  ),
  ["lists", "a.html", (n) => page(nested("<ul><li>")(n / 2))],
  ["tables", "a.html", (n) => page(nested("<table><tr><td>")(n / 4))],
  ["letters across paragraphs", "a.html", (n) => page(`${nested("<b><i><u>")(n / 3)}<p>أ</b>ب<p>ج`)],
  ["quotations", "a.md", (n) => `${KEYS}${nested("> ")(n)}\n`],
  ["lists on a line", "a.md", (n) => `${KEYS}${nested("- ")(n)}\n`],
  ["emphasis", "a.md", (n) => `${KEYS}${"*نص ".repeat(n)}${" نص*".repeat(n)}\n`],
  ["brackets of keys", "a.md", (n) => `---\ntitle: ${"[".repeat(n)}${"]".repeat(n)}\n---\nنص\n`],
  [
    "brackets of JSON",
    "a.html",
    (n) => `<script type="application/ld+json">${"[".repeat(n)}</script>${page("نص")}`,
  ],
];
const TEXTS = SHAPES.flatMap(([, file, text]) =>
  [DEEPEST - 8, DEEPEST + 8, 20_000].map((n) => [file, text(n)] as const),
);
const CODE = `
const { parentPort, workerData } = await import("node:worker_threads");
const { kindOf, parse } = await import(workerData.parse);
const found = [];
for (const [file, text] of workerData.texts) {
  const { value, diagnostics } = await parse(text, kindOf(file, text), file);
  found.push([value?.body.html ?? null, diagnostics.map(({ code }) => code)]);
}
parentPort.postMessage(found);`;

const inThread = (stackSizeMb: number): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const url = new URL(`data:text/javascript,${encodeURIComponent(CODE)}`);
    const worker = new Worker(url, {
      workerData: { parse: PARSE, texts: TEXTS },
      resourceLimits: { stackSizeMb },
    });
    worker.once("message", resolve).once("error", reject);
  });

describe("a text that nests deeply", () => {
  it("is an article, or too deep, whatever the stack of the thread", async () => {
    const { kindOf, parse } = (await import(PARSE)) as typeof import("../parse.ts");
    const own: unknown[] = [];
    for (const [file, text] of TEXTS) {
      const { value, diagnostics } = await parse(text, kindOf(file, text), file);
      own.push([value?.body.html ?? null, diagnostics.map(({ code }) => code)]);
    }
    const isRead = own.map((one) => (one as [string | null])[0] !== null);
    SHAPES.forEach(([name], i) => {
      expect([name, ...isRead.slice(3 * i, 3 * i + 3)]).toEqual([
        name,
        true,
        name === "brackets of JSON",
        name === "brackets of JSON",
      ]);
    });
    expect(await inThread(STACK)).toEqual(own);
  }, 240_000);
});
