/**
 * How well real pages of Arabic outlets are read, each alone: as they were saved, the text of the article's box, the text
 * of the whole page. What was reached is pinned in reading-floors.json; a rule that reads better raises it.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadSite } from "../site/load-site.ts";
import { realText } from "../test/testing/real-text.ts";
import { readFile } from "./read.ts";

type Score = Readonly<Record<string, number>>;
const FLOORS: Readonly<Record<string, Score>> = JSON.parse(
  readFileSync(new URL("./reading-floors.json", import.meta.url), "utf8"),
);
/** Of lines that are not the article's, the fewer the better. */
const CEILING = "foreign";

const folder = mkdtempSync(join(tmpdir(), "warraq-reading-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function scoreOf(set: string): Promise<Score> {
  const pages = realText(join("eval/html", set));
  const { readBy: site } = loadSite(null, "site.yaml");
  const lines: string[] = [];
  for (const name of readdirSync(pages).sort()) {
    const { value } = await readFile(join(pages, name), { path: name, site, makes: null });
    if (value) lines.push(JSON.stringify(value));
  }
  const results = join(folder, `${set}.jsonl`);
  writeFileSync(results, lines.join("\n"));
  const printed = execFileSync(process.execPath, [realText("eval/html.mjs"), "--results", results], {
    encoding: "utf8",
  });
  return Object.fromEntries(
    [...printed.matchAll(/([a-z]+) +(\d+(?:\.\d+)?)/g)].map(([, name, count]) => [name, Number(count)]),
  );
}

describe("real pages read alone", () => {
  it.each(Object.entries(FLOORS))("are read no worse than they were, as %s", async (set, floors) => {
    const score = await scoreOf(set);
    const worse = Object.entries(floors).filter(([name, floor]) => {
      const reached = score[name];
      return reached === undefined || (name === CEILING ? reached > floor : reached < floor);
    });
    expect(worse.map(([name, floor]) => `${name}: ${score[name]} in place of ${floor}`)).toEqual([]);
  });
});
