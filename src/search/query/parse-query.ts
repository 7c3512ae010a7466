/** What a reader typed → what is looked for: words of which any may match, phrases, and words that must not stand. */
import { wordOf } from "../../arabic/terms/analyse.ts";
import { termHash } from "../../arabic/terms/term-hash.ts";
import { eachWord } from "../../arabic/terms/tokenise.ts";

export interface QueryTerm {
  readonly term: string;
  readonly hash: number;
  /** The word as it was typed. */
  readonly surface: string;
  /** Its place among the words that were typed, stop words counted. */
  readonly offset: number;
}
export interface Query {
  /** Each term once, phrases' terms among them. */
  readonly terms: readonly QueryTerm[];
  readonly phrases: readonly (readonly QueryTerm[])[];
  /** Phrases too, most of them of one word. */
  readonly excluded: readonly (readonly QueryTerm[])[];
}

/** A pasted page is not a question: what is past this many characters, or terms, is not read. */
const LONGEST = 500;
const MOST_TERMS = 24;
const MOST_PHRASES = 8;

const PIECES =
  /(^|\s)[-−–](?=[^\s\-−–])(?:["“”«]([^"“”»]*)["“”»]?|(\S+))|["“”«]([^"“”»]*)["“”»]?|[^"“”«\s]+(?:\s+(?![-−–])[^"“”«\s]+)*/gu;

/** Words that count, with their places; where nothing but stop words stands, nothing does. */
function termsOf(text: string, from = 0): QueryTerm[] {
  const terms: QueryTerm[] = [];
  let place = from;
  eachWord(text, (start, end) => {
    const surface = text.slice(start, end);
    const { term } = wordOf(surface);
    const offset = place++;
    if (term !== "") terms.push({ term, surface, offset, hash: termHash(term) });
  });
  return terms;
}

export function parseQuery(typed: string): Query {
  const text = typed.slice(0, LONGEST).normalize("NFC");
  const wanted: QueryTerm[] = [];
  const phrases: QueryTerm[][] = [];
  const excluded: QueryTerm[][] = [];
  let next = 0;
  for (const [piece, , excludedPhrase, excludedWord, phrase] of text.matchAll(PIECES)) {
    if (excludedPhrase !== undefined || excludedWord !== undefined) {
      const terms = termsOf(excludedPhrase ?? excludedWord ?? "");
      if (terms.length > 0) excluded.push(terms);
      continue;
    }
    const terms = termsOf(phrase ?? piece, next);
    next = (terms.at(-1)?.offset ?? next) + 1;
    wanted.push(...terms);
    if (phrase !== undefined && terms.length > 0) phrases.push(terms);
  }
  const terms = new Map<string, QueryTerm>();
  for (const one of wanted) if (!terms.has(one.term)) terms.set(one.term, one);
  return {
    terms: [...terms.values()].slice(0, MOST_TERMS),
    phrases: phrases.slice(0, MOST_PHRASES).map((one) => one.slice(0, MOST_TERMS)),
    excluded: excluded.slice(0, MOST_PHRASES).map((one) => one.slice(0, MOST_TERMS)),
  };
}
