#!/usr/bin/env node
// What a build costs: from nothing, with nothing changed, after one edit, with one new article, with a template edited.
//
//   npm run bench -- [--corpus FILE] [--counts 10000,100000] [--peer hugo] [--runs 1] [--folder DIR]
//
// FILE holds articles as JSON lines, gzipped or not; without it they are made from content/. Archives are written to DIR
// (else to a folder that is removed at the end) as Markdown. With --peer hugo each cold build is preceded by one of the
// same articles with Hugo, so that both meet the same machine; the ratio is the median of the pairs. Seconds of the
// processor are printed too, since a machine may have other things to do.
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { markdownOf, openCorpus, writeArchive } from "./archive.mjs";
import { hugoBuild, hugoVersion, makeHugoSite } from "./hugo.mjs";
import { run } from "./measure.mjs";

const PROGRAM = fileURLToPath(new URL("../../bin/warraq.cjs", import.meta.url));
const TEMPLATES = fileURLToPath(new URL("../../templates", import.meta.url));

/** What must hold, from 50,000 articles on where seconds or megabytes are meant. */
const BOUNDS = {
  ratio: 0.8,
  peak: 1500,
  growth: 1.25,
  slope: 4096,
  unchanged: { seconds: 4, share: 0.05 },
  touched: { seconds: 6, share: 0.07, files: 40 },
};
const LARGE = 50_000;

const { values } = parseArgs({
  options: {
    corpus: { type: "string" },
    counts: { type: "string", default: "1000,10000" },
    peer: { type: "string" },
    runs: { type: "string", default: "1" },
    folder: { type: "string" },
  },
});
if (values.peer && values.peer !== "hugo") throw new Error("The only peer is hugo.");

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor((list.length - 1) / 2)];
const broken = [];
const mustBe = (what, figure, bound) => {
  if (figure > bound) broken.push(`${what}: ${figure.toFixed(2)}, at most ${bound}`);
};

/** One build of ours. `files`: files of dist/ that differ from before. */
async function build(root) {
  const { output, ...figures } = await run(process.execPath, [PROGRAM, "build", "--root", root, "--json"]);
  const { written, removed, stages, articles } = JSON.parse(output);
  return { ...figures, stages, articles, files: written.length + removed.length };
}

function row(name, { seconds, cpu, peak, articles, files, stages }) {
  const rate = articles ? Math.round(articles / seconds) : "";
  const cells = [
    name.padEnd(18),
    ...[seconds.toFixed(2), cpu.toFixed(2), String(rate), peak.toFixed(0)].map((one) => one.padStart(9)),
    String(files ?? "").padStart(8),
    (stages ?? []).map((one) => `${one.name} ${one.seconds.toFixed(2)}`).join(", "),
  ];
  console.log(cells.join(" "));
}

async function coldBuilds(root, hugoSite, count) {
  const ratios = [];
  const colds = [];
  for (let i = 0; i < Number(values.runs); i++) {
    const peer = hugoSite ? await hugoBuild(hugoSite) : null;
    if (peer) row("hugo, cold", { ...peer, articles: count });
    for (const name of ["dist", ".warraq"]) rmSync(join(root, name), { recursive: true, force: true });
    const cold = await build(root);
    row("cold", cold);
    colds.push(cold);
    if (peer) ratios.push({ wall: cold.seconds / peer.seconds, cpu: cold.cpu / peer.cpu });
  }
  if (ratios.length > 0) {
    const wall = median(ratios.map((one) => one.wall));
    const cpu = median(ratios.map((one) => one.cpu));
    console.log(`of Hugo's time: ${wall.toFixed(2)}; of its processor's time: ${cpu.toFixed(2)}`);
    mustBe(`${count} articles, of Hugo's time`, wall, BOUNDS.ratio);
  }
  return colds.toSorted((a, b) => a.seconds - b.seconds)[Math.floor((colds.length - 1) / 2)];
}

/** The builds after the first. */
async function laterBuilds(root, { paths, corpus, cold, count }) {
  const content = join(root, "content");
  const share = ({ seconds }) => `${((100 * seconds) / cold.seconds).toFixed(1)} % of cold`;
  const later = async (name, bound, change) => {
    change();
    const one = await build(root);
    row(name, one);
    console.log(`${" ".repeat(18)} ${share(one)}`);
    if (!bound || count < LARGE) return;
    mustBe(`${name}, seconds`, one.seconds, bound.seconds);
    mustBe(`${name}, part of cold`, one.seconds / cold.seconds, bound.share);
    if (bound.files) mustBe(`${name}, files changed`, one.files, bound.files);
  };
  const { articles } = corpus;
  const newest = articles.reduce((a, b) => ((a.date || "") > (b.date || "") ? a : b));
  const text = articles[Math.floor(articles.length / 2)].paragraphs;
  await later("unchanged", BOUNDS.unchanged, () => {});
  await later("one edit", { ...BOUNDS.touched, files: Number.POSITIVE_INFINITY }, () =>
    appendFileSync(join(content, paths[Math.floor(count * 0.4)]), "\nأضيف هذا السطر إلى المقال بعد نشره.\n"),
  );
  await later("one new article", BOUNDS.touched, () =>
    writeFileSync(
      join(content, "new.md"),
      markdownOf({ ...newest, title: "مقال جديد في آخر الأرشيف", paragraphs: text }),
    ),
  );
  await later("template edited", null, () => {
    mkdirSync(join(root, "templates"), { recursive: true });
    const article = readFileSync(join(TEMPLATES, "article.eta"), "utf8");
    writeFileSync(join(root, "templates", "article.eta"), `${article}\n<!-- -->\n`);
  });
}

async function measure(corpus, count, folder) {
  const root = join(folder, String(count));
  rmSync(root, { recursive: true, force: true });
  const paths = writeArchive(corpus, count, join(root, "content"));
  // With an address of the site there are sitemaps, and every page tells its own in full, as Hugo's do.
  writeFileSync(join(root, "content", "site.yaml"), "title: أرشيف الأخبار\nurl: https://example.org\n");
  const hugoSite = values.peer ? join(folder, `hugo-${count}`) : null;
  if (hugoSite) makeHugoSite(join(root, "content"), hugoSite);
  console.log(`\n${count.toLocaleString("en")} articles`);
  console.log(
    `${"".padEnd(18)} ${["seconds", "cpu s", "art./s", "peak MB"].map((one) => one.padStart(9)).join(" ")} ${"files".padStart(8)} stages, seconds`,
  );
  const cold = await coldBuilds(root, hugoSite, count);
  if (count >= LARGE) mustBe(`${count} articles, peak MB`, cold.peak, BOUNDS.peak);
  await laterBuilds(root, { paths, corpus, cold, count });
  return { count, ...cold };
}

const corpus = openCorpus(values.corpus);
const folder = values.folder ?? mkdtempSync(join(tmpdir(), "warraq-bench-"));
console.log(
  `${availableParallelism()} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node ${process.version}${values.peer ? `, ${await hugoVersion()}` : ""}`,
);
const found = [];
try {
  for (const count of values.counts.split(",").map(Number)) found.push(await measure(corpus, count, folder));
} finally {
  if (!values.folder) rmSync(folder, { recursive: true, force: true });
}

const [first, last] = [found[0], found.at(-1)];
if (last.count > first.count) {
  const slope = ((last.peak - first.peak) * 2 ** 20) / (last.count - first.count);
  const growth = last.seconds / last.count / (first.seconds / first.count);
  console.log(`\nMemory grows by ${Math.round(slope)} bytes an article.`);
  console.log(`An article costs ${growth.toFixed(2)} times as much in the last archive as in the first.`);
  mustBe("bytes an article", slope, BOUNDS.slope);
  mustBe("growth of the cost of an article", growth, BOUNDS.growth);
}
for (const what of broken) console.error(`Over the bound: ${what}`);
if (broken.length > 0) process.exitCode = 1;
