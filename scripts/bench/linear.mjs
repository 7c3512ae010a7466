#!/usr/bin/env node
// Whether time grows with the size of what is read, or faster: processor time of one text, or of a whole site, at n, 2n,
// 4n and 8n for each input of linear-inputs.mjs.
//
//   npm run compile && node scripts/bench/linear.mjs [--only WORDS]          the ratios of three doublings
//   node scripts/bench/linear.mjs --check                                    the representative ones, as CI does: exit 1
//
// n is doubled until it costs 0.3 s of the processor or the input is as large as it may be; a time is the best of three.
// Growth by 4n that costs more than eight times as much as n is a fault: linear is 4, quadratic 16.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { REPRESENTATIVE, SITES, TEXTS } from "./linear-inputs.mjs";

const lib = (path) => import(new URL(`../../lib/${path}.js`, import.meta.url).href);
const [{ build }, { decode }, { kindOf, parse }, { termListOf }, { withDirections }, { isolateForeign }] =
  await Promise.all(
    [
      "build/build",
      "content/decode",
      "read/parse",
      "arabic/terms/term-list",
      "render/text-direction",
      "arabic/typography/bidi",
    ].map(lib),
  );

const { values } = parseArgs({
  options: { only: { type: "string", default: "" }, check: { type: "boolean", default: false } },
});
const ENOUGH = 0.3;
const MOST_GROWTH = 8;
/** Characters of a text, files or names of a site. */
const LARGEST = { text: 2_000_000, site: 8_000 };

/** All that is done with the text of one file. */
async function readText({ file, text }) {
  const { value } = decode(Buffer.from(text), file);
  const read = value === undefined ? {} : await parse(value, kindOf(file, value), file);
  if (!read.value) return;
  const { body, parsed } = read.value;
  const { title = "" } = parsed.metadata;
  termListOf(title, body.plain, []);
  withDirections(body.html);
  isolateForeign(title);
}

async function buildSite(files) {
  const root = mkdtempSync(join(tmpdir(), "warraq-linear-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const start = cpu();
    await build({
      ...{ root, out: join(root, "dist"), outName: "dist/", keepGoing: true, workers: 1 },
      templates: fileURLToPath(new URL("../../templates", import.meta.url)),
    });
    return cpu() - start;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function cpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

const inputs = [
  ...[...TEXTS].map(([name, make]) => ({ name, make, kind: "text", first: 10_000 })),
  ...[...SITES].map(([name, make]) => ({ name, make, kind: "site", first: 500 })),
].filter(({ name }) => name.includes(values.only) && (!values.check || REPRESENTATIVE.has(name)));

async function timeOf({ make, kind }, n) {
  const input = make(n);
  if (kind === "site") return buildSite(input);
  const start = cpu();
  await readText(input);
  return cpu() - start;
}

/** The best of three, or the first that is good enough. */
async function best(input, n, enough = 0) {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3 && least > enough; i++) least = Math.min(least, await timeOf(input, n));
  return least;
}

/** The least n, doubled from the first, that costs enough; null where the largest does not. */
async function startOf(input) {
  for (let n = input.first; n <= LARGEST[input.kind]; n *= 2) {
    if ((await timeOf(input, n)) < ENOUGH) continue;
    const base = await best(input, n);
    if (base >= ENOUGH) return { n, base };
  }
  return null;
}

const faults = [];
for (const input of inputs) {
  // What is compiled on the way is not counted.
  for (const n of [200, 2_000]) await timeOf(input, input.kind === "site" ? 10 : n);
  const start = await startOf(input);
  if (start === null) {
    console.log(`${input.name.padEnd(48)} under ${ENOUGH} s at ${LARGEST[input.kind]}`);
    continue;
  }
  const { n, base } = start;
  const ratios = [];
  for (const times of values.check ? [4] : [2, 4, 8])
    ratios.push((await best(input, times * n, times === 4 ? base * MOST_GROWTH : 0)) / base);
  const growth = ratios[values.check ? 0 : 1];
  if (growth > MOST_GROWTH) faults.push(input.name);
  const told = ratios.map((one) => one.toFixed(1).padStart(6)).join("");
  console.log(`${input.name.padEnd(48)} ${String(n).padStart(8)} ${base.toFixed(2)} s, times${told}`);
}
if (faults.length > 0) {
  console.error(`\nFour times the size costs more than ${MOST_GROWTH} times the time: ${faults.join("; ")}`);
  process.exitCode = 1;
}
