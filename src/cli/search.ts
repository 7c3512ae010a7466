/** `warraq search`: searches the files of the built site with the code that runs in a reader's browser. */
import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { counted } from "../model/counted.ts";
import { printableJson } from "../report/printable.ts";
import type { FetchFile } from "../search/query/fetch-file.ts";
import { NoIndex, openSearch, type SearchAnswer, type Searcher } from "../search/query/search.ts";
import { type FolderOptions, foldersOf } from "./folders.ts";
import { fail, print, printError, printJson, printSlowly } from "./print.ts";

interface SearchCommandOptions extends FolderOptions {
  readonly section?: string;
  readonly year?: number;
  readonly order?: "relevance" | "date";
  readonly limit: number;
  readonly queries?: string;
  readonly json?: boolean;
}

/** Reads files of a folder as a host would serve them. */
function filesOf(folder: string): FetchFile {
  return async (name, { range }) => {
    try {
      if (!range) return { bytes: readFileSync(join(folder, name)), from: 0 };
      const file = openSync(join(folder, name), "r");
      try {
        const bytes = Buffer.alloc(range.length);
        const got = readSync(file, bytes, 0, range.length, range.from);
        return { bytes: bytes.subarray(0, got), from: range.from };
      } finally {
        closeSync(file);
      }
    } catch {
      return null;
    }
  };
}

export async function searchCommand(query: string | undefined, options: SearchCommandOptions): Promise<void> {
  const { out } = foldersOf(options);
  if ((query === undefined) !== (options.queries !== undefined)) {
    fail("Say what to search for, or name a file of queries with --queries.");
    return;
  }
  try {
    const searcher = await openSearch(filesOf(join(out, "search")));
    const { section } = options;
    if (section !== undefined && !searcher.index.sections.includes(section)) {
      fail(unknownSection(section, searcher.index.sections));
      return;
    }
    if (query !== undefined) await answerOne(query, options, searcher);
    else await printSlowly(answersOf(options.queries as string, options, searcher));
  } catch (fault) {
    if (!(fault instanceof NoIndex)) throw fault;
    fail(`There is no search index in ${out}.\n  Build the site first: npx warraq build`);
  }
}

/** Sections listed at most, where the one asked for does not exist. */
const NAMED = 20;

function unknownSection(asked: string, sections: readonly string[]): string {
  if (sections.length === 0) return "No article of the site has a section.";
  const more = sections.length > NAMED ? ` and ${sections.length - NAMED} more` : "";
  const named = sections.slice(0, NAMED).map((name) => `\u2068${name}\u2069`);
  return `There is no section \u2068${asked}\u2069.\n  The sections are: ${named.join(", ")}${more}.`;
}

const asked = ({ section, year, order, limit }: SearchCommandOptions) => ({
  ...{ section: section ?? null, year: year ?? null, limit },
  ...(order ? { order } : {}),
});
const plain = ({ results }: SearchAnswer) =>
  results.map(({ url, title, published, section, score, excerpt }) => ({
    ...{ url, title, published, section, score },
    excerpt: excerpt.map(({ text }) => text).join(""),
  }));

async function answerOne(query: string, options: SearchCommandOptions, searcher: Searcher): Promise<void> {
  const answer = await searcher.search(query, asked(options));
  if (answer.incomplete) printError("A part of the index is missing or damaged; there may be more results.");
  if (options.json) {
    for (const result of plain(answer)) printJson(result);
    return;
  }
  // Arabic is isolated (U+2068 … U+2069), so that it does not reorder the figures beside it.
  for (const { url, title, published, score, excerpt } of plain(answer))
    print(
      `${score.toFixed(2).padStart(6)}  \u2068${title}\u2069  ${published}\n        \u2068${url}\u2069\n        \u2068${excerpt}\u2069`,
    );
  print(counted(answer.total, "article"));
  for (const { typed, instead } of answer.suggestions)
    print(`Nothing has \u2068${typed}\u2069. Did you mean \u2068${instead}\u2069?`);
}

/** One answer a line, in the order of the queries; ends at the first query that is not valid. */
async function* answersOf(
  file: string,
  options: SearchCommandOptions,
  searcher: Searcher,
): AsyncGenerator<string> {
  let lines: string[];
  try {
    lines = readFileSync(file, "utf8").split("\n");
  } catch {
    fail(`${file} cannot be read.\n  It holds one line of JSON a query: {"query": "…"}`);
    return;
  }
  for (const [i, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const query = queryOf(line);
    if (query === null) {
      fail(`${file}:${i + 1}  is no query.\n  Each line is JSON like {"query": "…"}`);
      return;
    }
    const { results } = await searcher.search(query, asked(options));
    yield printableJson({ query, results: results.map(({ url, title, score }) => ({ url, title, score })) });
  }
}

function queryOf(line: string): string | null {
  try {
    const { query } = JSON.parse(line) as { query?: unknown };
    return typeof query === "string" ? query : null;
  } catch {
    return null;
  }
}
