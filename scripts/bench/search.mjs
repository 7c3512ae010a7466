#!/usr/bin/env node
// What search costs a reader and a build, measured on a built archive.
//
//   node scripts/bench/search.mjs --root ROOT [--queries FILE] [--count 100]
//
// ROOT was built with `warraq build`, of Markdown articles. FILE holds questions as JSON lines ({"query": "…"}); half of
// the queries are these, half are headlines of the archive. Each is asked in Chromium, from `warraq serve`, by a reader who
// comes for the first time, who then asks the next one. Bytes are those of the index's files, as sent.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { findChromium } from "../find-chromium.mjs";

const lib = new URL("../../lib/", import.meta.url);
const from = (file) => import(new URL(file, lib));
const { encodeTermList, decodeTermList } = await from("arabic/terms/stored-terms.js");
const { termListOf } = await from("arabic/terms/term-list.js");
const { Inverter } = await from("search/invert.js");
const { searchPages } = await from("search/plan.js");
const { isSearchPage, renderSearch } = await from("search/render.js");
const { runsOf, shardBitsFor } = await from("search/runs.js");
const { packParts } = await from("search/stripes.js");
const { SLOT } = await from("search/query/format.js");
const { readRecord } = await from("search/query/record.js");

/** Issue bounds: kilobytes of the first and a following query, part of the text, milliseconds. */
const BOUNDS = { first: 300, next: 150, share: 0.35, answer: 150, each: 0.5 };
const BROWSER = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
];

const { values } = parseArgs({
  options: {
    root: { type: "string" },
    queries: { type: "string" },
    count: { type: "string", default: "100" },
  },
});
if (!values.root) throw new Error("Say which archive: --root ROOT");
const folder = join(values.root, "dist", "search");
const count = Number(values.count);

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const ninth = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length * 0.9)];
const everyNth = (list, n) => Array.from({ length: n }, (_, i) => list[Math.floor((i * list.length) / n)]);
const filesUnder = (top) =>
  readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

function articlesOf(root) {
  return filesUnder(join(root, "content"))
    .filter((file) => file.endsWith(".md"))
    .map((file) => {
      const [, keys = "", text = ""] =
        /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(file, "utf8")) ?? [];
      const value = (key) => new RegExp(`^${key}: "?(.*?)"?$`, "m").exec(keys)?.[1] ?? "";
      return { title: value("title"), published: value("date").slice(0, 10) || null, text };
    });
}

/** The whole index in this process, from lists of terms to bytes, on one core. */
function indexing(articles) {
  const stored = [];
  const store = (bytes) => ({ digest: stored.push(bytes) - 1 });
  const load = ({ digest }) => stored[digest];
  const cards = articles.map(({ title, published, text }, i) => ({
    ...{ title, published, section: null, url: `/${i}/` },
    terms: store(encodeTermList(termListOf(title, text), text)),
  }));
  const dated = cards
    .filter(({ published }) => published)
    .sort((a, b) => (a.published < b.published ? -1 : 1));
  const before = process.cpuUsage();
  const runs = runsOf({ dated, undated: cards.filter(({ published }) => !published) });
  const shardBits = shardBitsFor(cards.length);
  const stripes = runs.closed.map(({ cards: some }) => {
    const inverter = new Inverter();
    for (const { terms } of some) inverter.add(decodeTermList(load(terms)));
    return packParts(inverter.parts(shardBits), shardBits).map(store);
  });
  for (const page of searchPages({ sections: [] }, { runs, shardBits, stripes }))
    if (isSearchPage(page)) renderSearch(page, load);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / cards.length;
}

function headlines() {
  return filesUnder(join(folder, "articles")).flatMap((file) => {
    const bytes = readFileSync(file);
    return readRecord(bytes.subarray(0, SLOT))?.title ?? [];
  });
}

function served() {
  const program = fileURLToPath(new URL("cli/main.js", lib));
  const server = spawn(process.execPath, [program, "serve", "--port", "0"], { cwd: values.root });
  return new Promise((resolve) => {
    server.stdout.on("data", (text) => {
      const [home] = /http:\S+/.exec(String(text)) ?? [];
      if (home) resolve({ home, end: () => server.kill("SIGINT") });
    });
  });
}

/** Milliseconds from Enter until the answer stands on the page. */
const askNext = (query) => `new Promise((resolve) => {
  const status = document.querySelector("[data-status]");
  const results = document.querySelector("[data-results]");
  const input = document.querySelector("[data-search] input");
  const begin = performance.now();
  const watch = new MutationObserver(() => { watch.disconnect(); resolve(performance.now() - begin); });
  watch.observe(results, { childList: true });
  input.value = ${JSON.stringify(query)};
  input.form.requestSubmit();
})`;

async function asReader(browser, home, [query, next]) {
  const context = await browser.newContext();
  const page = await context.newPage();
  let bytes = 0;
  const sizes = [];
  page.on("requestfinished", (request) => {
    if (/\/search\/.*\.(?:bin|json)/.test(request.url()))
      sizes.push(request.sizes().then(({ responseBodySize }) => (bytes += responseBodySize)));
  });
  const settled = async () => {
    await page.waitForTimeout(30);
    await Promise.all(sizes);
    return bytes;
  };
  await page.goto(`${home}search/?${new URLSearchParams({ q: query })}`);
  await page.waitForSelector("[data-status]:not(:empty)");
  const opened = await page.evaluate("performance.now()");
  const first = await settled();
  const answer = await page.evaluate(askNext(next));
  const both = await settled();
  await context.close();
  return { first: first / 1000, next: (both - first) / 1000, opened, answer };
}

const files = filesUnder(folder).filter((file) => !file.endsWith(".html"));
const articles = articlesOf(values.root);
const index = files.reduce((sum, file) => sum + statSync(file).size, 0);
const text = articles.reduce(
  (sum, one) => sum + Buffer.byteLength(one.title) + Buffer.byteLength(one.text),
  0,
);
const row = (name, figure, bound = "") =>
  console.log(`${name.padEnd(46)} ${String(figure).padStart(10)}  ${bound}`);
row("articles", articles.length);
row("files of the index", files.length, articles.length > 50_000 ? "at most 5,000" : "at most 2,000");
row("index, MB", (index / 1e6).toFixed(2));
row("index, part of the text", `${((100 * index) / text).toFixed(1)} %`, `at most ${100 * BOUNDS.share} %`);
row("indexing, ms of a core an article", indexing(articles).toFixed(3), `at most ${BOUNDS.each}`);

const questions = values.queries
  ? readFileSync(values.queries, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).query)
  : [];
const half = questions.length > 0 ? Math.floor(count / 2) : 0;
const queries = [];
const titles = everyNth(headlines(), count - half);
for (const [i, title] of titles.entries()) {
  queries.push(title);
  if (i < half) queries.push(questions[Math.floor((i * questions.length) / half)]);
}

const { home, end } = await served();
const browser = await chromium.launch({ executablePath: findChromium(), args: BROWSER });
const found = [];
try {
  for (const [i, query] of queries.entries())
    found.push(await asReader(browser, home, [query, queries[(i + 1) % queries.length]]));
} finally {
  await browser.close();
  end();
}
const both = (key, digits) => {
  const list = found.map((one) => one[key]);
  return `${median(list).toFixed(digits)} (${ninth(list).toFixed(digits)})`;
};
console.log(`${queries.length} queries, median (nine in ten are under):`);
row("first query, KB", both("first", 0), `at most ${BOUNDS.first}`);
row("following query, KB", both("next", 0), `at most ${BOUNDS.next}`);
row("page opened with a query until answered, ms", both("opened", 0));
row("answer to a following query, ms", both("answer", 0), `at most ${BOUNDS.answer}`);
