/** The analyser in a reader's browser, as search bundles it, takes real text apart exactly as the build does. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { analyse } from "../../arabic/terms/analyse.ts";
import { openBrowser } from "../testing/browser.ts";
import { REPOSITORY } from "../testing/program.ts";
import { REAL_TEXT_LEFT_OUT, realText } from "../testing/real-text.ts";

const WORDS = 4000;

/** Real articles: a spread of the corpus beside the repository where that is there, and those of the repository itself. */
function realTexts(): string[] {
  const content = join(REPOSITORY, "content");
  const own = readdirSync(content, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:md|txt)$/.test(name))
    .map((name) => readFileSync(join(content, name), "utf8"));
  if (REAL_TEXT_LEFT_OUT) return own;
  const lines = gunzipSync(readFileSync(realText("corpus/ant.jsonl.gz")))
    .toString()
    .trim()
    .split("\n");
  const spread = lines.filter((_, i) => i % 400 === 0);
  return own.concat(spread.map((line) => (JSON.parse(line).paragraphs as string[]).join("\n")));
}

/** What breaks analysers: marks, controls, ligatures, other scripts, halves of pairs. */
const ODD = [
  "مُحَمَّـــدٌ ﷺ ﻻ ﷲ ﻣﺤﻤﺪ ٢٠٢٤ ۲۰۲۴ شئون شئون",
  "گاز ڤيتنام پاريس \u200fإيه320\u200e F16 Zürich ½ ß İstanbul ΟΔΟΣ",
  "\ud83d\ude00 \ud83d وا\u0654و ئو \u0626\u0648 \u064a\u0654\u0648 東京",
];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

it("gives the same terms at the same places in Chromium as in Node, over thousands of words of real text", async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("../../arabic/terms/analyse.ts", import.meta.url))],
    bundle: true,
    minify: true,
    format: "iife",
    globalName: "analyser",
    target: ["es2020"],
    charset: "utf8",
    write: false,
  });
  const texts = [...realTexts(), ...ODD];
  const here = texts.map((text) => analyse(text).map(({ term, start, end }) => `${term} ${start} ${end}`));
  expect(here.flat().length).toBeGreaterThan(WORDS);
  const page = await browser.newPage();
  await page.addScriptTag({ content: outputFiles[0]?.text ?? "" });
  const there = await page.evaluate(
    `${JSON.stringify(texts)}.map((text) => analyser.analyse(text).map(({ term, start, end }) => term + " " + start + " " + end))`,
  );
  expect(there).toEqual(here);
});
