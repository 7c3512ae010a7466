/** A typed query → words of which any may match, phrases, and excluded words. */
import { wordOf } from "../../arabic/terms/analyse.ts";
import { termHash } from "../../arabic/terms/term-hash.ts";
import { eachWord } from "../../arabic/terms/tokenise.ts";

export interface QueryTerm {
  readonly term: string;
  readonly hash: number;
  /** The word as it was typed. */
  readonly surface: string;
  /** Its index among the typed words, stop words counted. */
  readonly offset: number;
}
export interface Query {
  /** Each term once, those of phrases included. */
  readonly terms: readonly QueryTerm[];
  readonly phrases: readonly (readonly QueryTerm[])[];
  /** As phrases, most of them of one word. */
  readonly excluded: readonly (readonly QueryTerm[])[];
}

/** Limits for pasted texts: characters, terms and phrases beyond them are ignored. */
const LONGEST = 500;
const MOST_TERMS = 24;
const MOST_PHRASES = 8;

const PIECES =
  /(^|\s)[-−–](?=[^\s\-−–])(?:["“”«]([^"“”»]*)["“”»]?|(\S+))|["“”«]([^"“”»]*)["“”»]?|[^"“”«\s]+(?:\s+(?![-−–])[^"“”«\s]+)*/gu;

/** The terms of a text with their offsets; stop words count for offsets but yield no term. */
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
