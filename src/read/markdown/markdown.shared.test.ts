/**
 * The short way past the Markdown parser against the whole of unified, on articles of the corpus: every fourth, since the
 * long way takes its time, or all with WHOLE_CORPUS=1.
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { realText } from "../../test/testing/real-text.ts";
import { finishMarkdown, finishMarkup } from "./markdown.ts";
import { plainBlocks } from "./plain-blocks.ts";

const EACH = process.env.WHOLE_CORPUS ? 1 : 4;

it("writes the same bytes as the long way for articles of the corpus", { timeout: 300_000 }, () => {
  const lines = gunzipSync(readFileSync(realText("corpus/ant.jsonl.gz")))
    .toString()
    .trim()
    .split("\n");
  const some = lines.filter((_, i) => i % EACH === 0);
  let short = 0;
  for (const line of some) {
    const { title, paragraphs } = JSON.parse(line) as { title: string; paragraphs: string[] };
    const text = paragraphs.join("\n\n").normalize("NFC");
    if (plainBlocks(text) === null) continue;
    short += 1;
    const [made, whole] = [finishMarkdown(text, title), finishMarkup(text, title)];
    if (JSON.stringify(made) !== JSON.stringify(whole)) expect(made).toEqual(whole);
  }
  expect(short / some.length).toBeGreaterThan(0.9);
});
