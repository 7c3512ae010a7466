/**
 * A query → an answer, from the static files: in a browser over the network, in a terminal from the disk. Only the
 * shards of the query's terms and the records of the displayed articles are fetched, each once.
 */
import { exactWords } from "./exact-words.ts";
import { excerptOf, marked, type Piece } from "./excerpt.ts";
import type { FetchFile } from "./fetch-file.ts";
import { INDEX_FILE, type SearchIndex, VERSION } from "./format.ts";
import { IndexReader, placeOf } from "./index-reader.ts";
import { parseQuery, type Query, type QueryTerm } from "./parse-query.ts";
import { noPostings, type Postings } from "./postings.ts";
import { rank, rarity } from "./rank.ts";
import { suggest } from "./suggest.ts";
import type { TermFiles } from "./term-files.ts";

export interface SearchOptions {
  /** Name of a section. */
  readonly section?: string | null;
  readonly year?: number | null;
  readonly order?: "relevance" | "date";
  readonly limit?: number;
}
export interface SearchResult {
  readonly url: string;
  readonly title: string;
  readonly published: string;
  readonly section: string | null;
  readonly score: number;
  readonly titlePieces: readonly Piece[];
  readonly excerpt: readonly Piece[];
}
export interface Tally<T> {
  readonly value: T;
  readonly count: number;
}
export interface SearchAnswer {
  readonly results: readonly SearchResult[];
  /** All matching articles, beyond those in `results` too. */
  readonly total: number;
  /** Matches per section in the chosen year, and per year in the chosen section. */
  readonly sections: readonly Tally<string>[];
  readonly years: readonly Tally<number>[];
  /** The query has no terms: only stop words, signs, or excluded words. */
  readonly asksNothing: boolean;
  /**
   * Words that are in no article, as typed; empty where a part of the index could not be fetched, since it is unknown.
   */
  readonly unknown: readonly string[];
  /** Near spellings of unknown words that are in the index. */
  readonly suggestions: readonly { readonly typed: string; readonly instead: string }[];
  /** A part of the index could not be fetched: there may be more matches. */
  readonly incomplete: boolean;
}

/** There is no index, or it is of another version. */
export class NoIndex extends Error {}

export interface Searcher {
  readonly index: SearchIndex;
  readonly search: (typed: string, options?: SearchOptions) => Promise<SearchAnswer>;
}

function isIndex(value: unknown): value is SearchIndex {
  const index = value as Partial<SearchIndex> | null;
  return index?.version === VERSION && Array.isArray(index.runs) && Array.isArray(index.sections);
}

/** @throws NoIndex */
export async function openSearch(fetchFile: FetchFile): Promise<Searcher> {
  const found = await fetchFile(INDEX_FILE, {});
  let index: unknown;
  try {
    index = JSON.parse(new TextDecoder().decode(found?.bytes));
  } catch {
    index = null;
  }
  if (!isIndex(index)) throw new NoIndex("no search index of this version");
  const reader = new IndexReader(index, fetchFile);
  return { index, search: (typed, options = {}) => answer(typed, options, reader) };
}

function tally<T>(values: Iterable<T | null>): Tally<T>[] {
  const counts = new Map<T, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count }));
}

/** Bytes of postings fetched for one query beyond its RAREST rarest words. */
const ENOUGH = 110_000;
const RAREST = 3;

/**
 * Fetches phrases and excluded words, the three rarest of the other words, and of the rest as many as fit in some 110
 * KB, rarest first. In an archive of 100,000 articles, the words of a long question that are in one article of ten
 * would be nine tenths of the bytes and contribute least.
 */
async function postingsOf(query: Query, files: TermFiles): Promise<Map<string, Postings>> {
  const wanted = new Map<string, number>();
  for (const { term, hash } of [...query.phrases, ...query.excluded].flat()) wanted.set(term, hash);
  const free = query.terms.filter(({ term }) => !wanted.has(term));
  const sized = await Promise.all(
    free.map(async ({ term, hash }) => ({ term, hash, size: await files.sizeOf(hash) })),
  );
  let bytes = 0;
  for (const [i, { term, hash, size }] of sized.sort((a, b) => a.size - b.size).entries()) {
    bytes += size;
    if (i < RAREST || bytes <= ENOUGH) wanted.set(term, hash);
  }
  const found = await Promise.all(
    [...wanted].map(async ([term, hash]) => [term, await files.postings(hash)] as const),
  );
  return new Map(found);
}

/**
 * Results are re-ranked by exact matches in groups of this size, so that asking for more never reorders those shown
 * before.
 */
const AT_ONCE = 10;

function byExactWords(results: readonly SearchResult[]): SearchResult[] {
  const ranked: SearchResult[] = [];
  for (let from = 0; from < results.length; from += AT_ONCE)
    ranked.push(...results.slice(from, from + AT_ONCE).sort((a, b) => b.score - a.score));
  return ranked;
}

async function answer(typed: string, options: SearchOptions, reader: IndexReader): Promise<SearchAnswer> {
  const query = parseQuery(typed);
  const { index } = reader;
  reader.forget();
  const [places, byTerm] = await Promise.all([reader.sections(), postingsOf(query, reader.terms)]);
  const isComplete = !reader.terms.incomplete;
  const postingsOfTerm = (term: string): Postings => byTerm.get(term) ?? noPostings();
  const { articles, scores } = rank(query, index.articles, postingsOfTerm);
  const yearOf = (article: number): number | null => placeOf(article, index).run.year;
  const sectionOf = (article: number): string | null => index.sections[(places?.[article] ?? 0) - 1] ?? null;
  const { section = null, year = null, order = "relevance", limit = 10 } = options;
  const inYear = year === null ? articles : articles.filter((one) => yearOf(one) === year);
  const inSection = section === null ? articles : articles.filter((one) => sectionOf(one) === section);
  const chosen = section === null ? inYear : inYear.filter((one) => sectionOf(one) === section);
  const byDate = order === "date";
  const byScore = (a: number, b: number): number => (scores[b] as number) - (scores[a] as number) || b - a;
  const top = [...chosen]
    .sort(byDate ? (a, b) => b - a : byScore)
    .slice(0, Math.ceil(limit / AT_ONCE) * AT_ONCE);
  const terms = new Set(query.terms.map(({ term }) => term));
  const worthOf = (term: string): number => {
    const having = postingsOfTerm(term).articles.length;
    return having === 0 ? 0 : rarity(index.articles, having);
  };
  const results = await Promise.all(
    top.slice(0, byDate ? limit : undefined).map(async (article): Promise<SearchResult | null> => {
      const record = await reader.record(article);
      if (!record) return null;
      const score = (scores[article] as number) + exactWords(query.terms, record, worthOf);
      return {
        ...{ url: record.url, title: record.title, published: record.published },
        section: sectionOf(article),
        score: Math.round(score * 1000) / 1000,
        titlePieces: marked(record.title, terms),
        excerpt: excerptOf(record.text, terms),
      };
    }),
  );
  const found = results.filter((one) => one !== null);
  const unknown = query.terms.filter(({ term }) => isComplete && byTerm.get(term)?.articles.length === 0);
  return {
    results: (byDate ? found : byExactWords(found)).slice(0, limit),
    total: chosen.length,
    sections: tally(inYear.map(sectionOf)).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
    years: tally(inSection.map(yearOf)).sort((a, b) => b.value - a.value),
    asksNothing: query.terms.length === 0,
    unknown: unknown.map(({ surface }) => surface),
    suggestions: await suggestionsFor(unknown, reader),
    incomplete: reader.incomplete,
  };
}

/** Only for the first word: each takes dozens of index look-ups. */
async function suggestionsFor(
  [word]: readonly QueryTerm[],
  reader: IndexReader,
): Promise<SearchAnswer["suggestions"]> {
  if (!word) return [];
  const instead = await suggest(word.surface, reader.terms, (article) => reader.record(article));
  return instead === null ? [] : [{ typed: word.surface, instead }];
}
