#!/usr/bin/env node
// What relating articles costs on one core: all of them, and again after an edit, at two sizes of archive.
//
//   node scripts/bench/related.mjs [--corpus FILE] [--counts 24000,100000]
//
// FILE holds articles as JSON lines (title, date, section, paragraphs), gzipped or not; without it the articles of
// content/ are taken. Where more are asked for than there are, further ones mix paragraphs of several of one section, in
// earlier years. Run `npm run compile` first. Times are of the processor, since a machine may have other things to do.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { articleAt, openCorpus, randomNumbers } from "./archive.mjs";

const lib = new URL("../../lib/", import.meta.url);
const { termListOf, vectorOf } = await import(new URL("arabic/terms/term-list.js", lib));
const { relateAll } = await import(new URL("archive/related/relate.js", lib));
const { arraysOf, earlierRun } = await import(new URL("archive/related/state.js", lib));
const { UNDATED } = await import(new URL("archive/related/vectors.js", lib));
const { readArrays, saveArrays } = await import(new URL("cache/store/typed-arrays.js", lib));

/** What must hold: milliseconds an article, growth of that from the first size to the last, seconds after an edit. */
const BOUNDS = { each: 0.3, growth: 1.3, unchanged: 0.3, edit: 1.5 };

const { values } = parseArgs({
  options: { corpus: { type: "string" }, counts: { type: "string", default: "24000,100000" } },
});

const random = randomNumbers();

function articleFrom(corpus, i) {
  const { date, ...article } = articleAt(corpus, i, random);
  const days = Math.floor(Date.parse((date ?? "").slice(0, 10)) / 864e5);
  return { ...article, day: Number.isNaN(days) ? UNDATED : days };
}

function archiveOf(corpus, count) {
  const { sections } = corpus;
  const articles = Array.from({ length: count }, (_, i) => {
    const { title, day, section, paragraphs } = articleFrom(corpus, i);
    const vector = vectorOf(termListOf(title, paragraphs.join("\n")));
    return { key: i, day, section: sections.indexOf(section) + 1, vector };
  });
  return articles;
}

const inputOf = (articles) => ({
  count: articles.length,
  keys: Float64Array.from(articles, ({ key }) => key),
  days: Int32Array.from(articles, ({ day }) => day),
  sections: Int32Array.from(articles, ({ section }) => section),
  vectorOf: (index) => articles[index].vector,
});

/** Seconds of the processor, and what came of it. */
async function timed(work) {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { result, seconds: (user + system) / 1e6 };
}

async function measure(articles, file) {
  const work = () => relateAll(inputOf(articles));
  const runs = [await timed(work), await timed(work)];
  const all = runs.sort((a, b) => a.seconds - b.seconds)[0];
  const keep = (run) => {
    const arrays = arraysOf(run);
    if (arrays) saveArrays(file, "bench", arrays);
  };
  keep(all.result);
  const again = (changed) =>
    timed(async () => {
      const earlier = earlierRun((names) => readArrays(file, { writer: "bench", names }));
      const run = await relateAll(inputOf(changed), { earlier });
      keep(run);
      return run.lookedUp;
    });
  const at = Math.floor(articles.length * 0.4);
  const edited = articles.with(at, { ...articles[at], key: -1, vector: articles[at + 7].vector });
  const added = [...edited, { ...articles[at], key: -2, vector: articles[at + 9].vector }];
  const unchanged = await again(articles);
  return { all: all.seconds, unchanged, edit: await again(edited), add: await again(added) };
}

const corpus = openCorpus(values.corpus);
const folder = mkdtempSync(join(tmpdir(), "warraq-bench-"));
const costs = [];
try {
  console.log("articles  all (s)  ms each  unchanged (s)  one edited (s)  one new (s)  done again  peak MB");
  for (const count of values.counts.split(",").map(Number)) {
    const articles = archiveOf(corpus, count);
    const { all, unchanged, edit, add } = await measure(articles, join(folder, "related.bin"));
    const each = (all * 1000) / count;
    costs.push({ each, unchanged: unchanged.seconds, edit: Math.max(edit.seconds, add.seconds) });
    const figures = [all, each, unchanged.seconds, edit.seconds, add.seconds].map((one, i) =>
      one.toFixed(i === 1 ? 3 : 2),
    );
    const peak = Math.round(process.resourceUsage().maxRSS / 1024);
    const cells = [count, ...figures, `${edit.result} and ${add.result}`, peak];
    const widths = [8, 7, 7, 13, 14, 11, 10, 7];
    console.log(cells.map((cell, i) => String(cell).padStart(widths[i])).join("  "));
  }
} finally {
  rmSync(folder, { recursive: true });
}

const [first] = costs;
const last = costs.at(-1);
const growth = last.each / first.each;
console.log(`An article costs ${growth.toFixed(2)} times as much in the last archive as in the first.`);
const broken = [
  [first.each > BOUNDS.each, `more than ${BOUNDS.each} ms an article`],
  [growth > BOUNDS.growth, `grows by more than ${BOUNDS.growth}`],
  [last.unchanged > BOUNDS.unchanged, `more than ${BOUNDS.unchanged} s when nothing has changed`],
  [last.edit > BOUNDS.edit, `more than ${BOUNDS.edit} s after one edit`],
].filter(([is]) => is);
for (const [, what] of broken) console.error(`Too slow: ${what}.`);
if (broken.length > 0) process.exitCode = 1;
