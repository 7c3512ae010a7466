#!/usr/bin/env node
// What `warraq dev` makes an editor wait for: a page of a built archive after the start, and the reloaded page in Chromium
// after a file is saved.
//
//   node scripts/bench/dev.mjs [--corpus FILE] [--counts 10000] [--folder DIR]
//
// FILE holds articles as JSON lines, gzipped or not; without it they are made from content/. Archives are written to DIR,
// or to a folder that is removed at the end.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { findChromium } from "../find-chromium.mjs";
import { markdownOf, openCorpus, writeArchive } from "./archive.mjs";
import { run } from "./measure.mjs";

const PROGRAM = fileURLToPath(new URL("../../bin/warraq.cjs", import.meta.url));
const SAVES = 10;
/** Milliseconds: of the first page of a built archive, and from saving to the reloaded page, to 10,000 articles and past them. */
const BOUNDS = { served: 3000, reload: (count) => (count > 10_000 ? 1500 : 300) };

const { values } = parseArgs({
  options: {
    corpus: { type: "string" },
    counts: { type: "string", default: "1000,10000" },
    folder: { type: "string" },
  },
});
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

/** The article that is edited: in the middle of the archive, at an address that is known. */
function writeEdited(content, article, text) {
  const markdown = markdownOf({ ...article, title: "مقال يُحرَّر", paragraphs: [text, ...article.paragraphs] });
  writeFileSync(join(content, "edited.md"), markdown.replace("---\n", "---\nslug: edited\n"));
  return `${article.date.slice(0, 10).replaceAll("-", "/")}/edited/`;
}

/** Starts `dev`. `built` tells how many builds have ended. */
function startDev(root) {
  const child = spawn(process.execPath, [PROGRAM, "dev", "--root", root, "--port", "0"]);
  const dev = {
    built: 0,
    end: () => child.kill("SIGINT"),
    ended: new Promise((done) => child.on("close", done)),
  };
  dev.url = new Promise((resolve) => {
    child.stdout.on("data", (text) => {
      dev.built += String(text).match(/^Built in/gm)?.length ?? 0;
      const [home] = /http:\S+/.exec(String(text)) ?? [];
      if (home) resolve(home);
    });
  });
  return dev;
}

async function measure(corpus, count, folder) {
  const root = join(folder, String(count));
  rmSync(root, { recursive: true, force: true });
  const content = join(root, "content");
  writeArchive(corpus, count, content);
  const middle = corpus.articles.filter(({ date }) => date)[Math.floor(corpus.articles.length / 2)];
  const path = writeEdited(content, middle, "قبل التحرير.");
  await run(process.execPath, [PROGRAM, "build", "--root", root]);

  const start = performance.now();
  const dev = startDev(root);
  const home = await dev.url;
  const { status } = await fetch(home + path);
  const served = performance.now() - start;
  if (status !== 200) throw new Error(`${path} answers ${status}`);
  const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
  const times = [];
  try {
    while (dev.built < 1) await wait(50);
    const page = await browser.newPage();
    await page.goto(home + path);
    for (let i = 0; i < SAVES; i++) {
      await wait(500);
      const text = `بعد التحرير ${i}.`;
      const saved = performance.now();
      writeEdited(content, middle, text);
      await page.getByText(text).waitFor({ timeout: 120_000 });
      times.push(performance.now() - saved);
    }
  } finally {
    await browser.close();
    dev.end();
    await dev.ended;
  }
  return { served, reload: median(times), slowest: Math.max(...times) };
}

const corpus = openCorpus(values.corpus);
const folder = values.folder ?? mkdtempSync(join(tmpdir(), "warraq-bench-"));
const broken = [];
try {
  console.log("articles  page served after start, ms  save to reloaded page, ms (median)  (slowest)");
  for (const count of values.counts.split(",").map(Number)) {
    const { served, reload, slowest } = await measure(corpus, count, folder);
    const cells = [count, served.toFixed(0), reload.toFixed(0), slowest.toFixed(0)];
    console.log(cells.map((cell, i) => String(cell).padStart([8, 27, 34, 9][i])).join("  "));
    if (served > BOUNDS.served) broken.push(`${count}: a page is served after ${served.toFixed(0)} ms`);
    if (reload > BOUNDS.reload(count)) broken.push(`${count}: reloaded after ${reload.toFixed(0)} ms`);
  }
} finally {
  if (!values.folder) rmSync(folder, { recursive: true, force: true });
}
for (const what of broken) console.error(`Over the bound: ${what}`);
if (broken.length > 0) process.exitCode = 1;
