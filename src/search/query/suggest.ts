/** A word that is in no article → a similarly spelt word that is in one. */
import { wordOf } from "../../arabic/terms/analyse.ts";
import { termHash } from "../../arabic/terms/term-hash.ts";
import { eachWord } from "../../arabic/terms/tokenise.ts";
import { bareForm } from "./exact-words.ts";
import { nearSpellings } from "./near-spelling.ts";
import type { SearchRecord } from "./record.ts";
import type { TermFiles } from "./term-files.ts";

/** How many articles are searched for the word: those with the greatest weight for it. */
const LOOKED_INTO = 5;

/** Words of a record with this term. */
function wordsOf({ title, text }: SearchRecord, term: string): string[] {
  const words: string[] = [];
  for (const part of [title, text])
    eachWord(part, (start, end) => {
      const word = part.slice(start, end);
      if (wordOf(word).term === term) words.push(word);
    });
  return words;
}

/**
 * The near spelling whose term is in most articles, if one of them contains that word itself; else another word of that
 * term that they contain: a known stem does not make every changed spelling around it a word. Null where none is found.
 */
export async function suggest(
  typed: string,
  files: TermFiles,
  recordOf: (article: number) => Promise<SearchRecord | null>,
): Promise<string | null> {
  const counted = await Promise.all(
    nearSpellings(typed.replace(/[\p{M}\u0640]/gu, "")).map(async (spelling) => {
      const { term } = wordOf(spelling);
      return { spelling, term, count: term === "" ? 0 : await files.countOf(termHash(term)) };
    }),
  );
  const best = counted.reduce((a, b) => (b.count > a.count ? b : a), { spelling: "", term: "", count: 0 });
  if (best.count === 0) return null;
  const { articles, weights } = await files.postings(termHash(best.term));
  const fullest = articles
    .map((article, i) => ({ article, weight: weights[i] as number }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, LOOKED_INTO);
  const records = await Promise.all(fullest.map(({ article }) => recordOf(article)));
  const seen = records.flatMap((record) => (record ? wordsOf(record, best.term) : []));
  return seen.some((word) => bareForm(word) === bareForm(best.spelling)) ? best.spelling : (seen[0] ?? null);
}
