#!/usr/bin/env node
// How many words a second the Arabic analyser takes on one core: fold, tokenise, stem, drop stop words.
//
//   node scripts/bench/analyse.mjs [--corpus FILE]
//
// FILE holds articles as JSON lines with paragraphs, gzipped or not; without it the texts of content/ are taken, again and
// again until there are a million words.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";

const lib = new URL("../../lib/", import.meta.url);
const { analyse } = await import(new URL("arabic/terms/analyse.js", lib));
const { eachWord } = await import(new URL("arabic/terms/tokenise.js", lib));

const { values } = parseArgs({ options: { corpus: { type: "string" } } });

function fromLines(file) {
  const bytes = readFileSync(file);
  const lines = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString().trim().split("\n");
  return lines.map((line) => JSON.parse(line).paragraphs.join("\n"));
}
const content = fileURLToPath(new URL("../../content", import.meta.url));
const texts = values.corpus
  ? fromLines(values.corpus)
  : readdirSync(content, { recursive: true })
      .filter((name) => /\.(?:md|txt)$/.test(name))
      .map((name) => readFileSync(join(content, name), "utf8"));

let words = 0;
for (const text of texts) eachWord(text, () => words++);
const rounds = Math.max(1, Math.ceil(1e6 / words));
const before = process.cpuUsage();
let terms = 0;
for (let round = 0; round < rounds; round++) for (const text of texts) terms += analyse(text).length;
const { user, system } = process.cpuUsage(before);
const rate = (words * rounds) / ((user + system) / 1e6);
console.log(
  `${words * rounds} words, of which ${terms} count: ${Math.round(rate / 1000)} thousand words a second`,
);
console.log("Bound: 1,000 thousand words a second.");
