/**
 * Text → terms with their positions: the one analyser for index, query, highlighting, related articles and duplicates,
 * in Node and in the browser. News repeats its vocabulary, so results are cached per word.
 */
import { fold } from "../letters/fold.ts";
import { stem } from "./stem.ts";
import { isStopWord } from "./stop-words.ts";
import { eachWord } from "./tokenise.ts";

/** A word that is no stop word: its term, and its span in the text (UTF-16 units, end excluded). */
export interface Token {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** The analysis of one spelling. */
export interface Word {
  /** The folded word. */
  readonly form: string;
  /** Its stem; "" for a stop word. */
  readonly term: string;
}

/** Cache size: about 200 bytes a word. When full, it is emptied. */
const REMEMBERED = 100_000;
/** Longer runs are no words (a line without spaces, pasted code): cut to this length. */
const LONGEST = 40;

let words = new Map<string, Word>();

/** A word as written → its folded form and term. */
export function meaningOf(surface: string): Word {
  const form = fold(surface).slice(0, LONGEST);
  return { form, term: form === "" || isStopWord(form) ? "" : stem(form) };
}

/** The same, cached. */
export function wordOf(surface: string): Word {
  const known = words.get(surface);
  if (known) return known;
  const word = meaningOf(surface);
  if (words.size >= REMEMBERED) words = new Map();
  words.set(detached(surface), word);
  return word;
}

/** A copy of the text: a slice of 13 or more characters would keep the whole source text in memory. */
export function detached(text: string): string {
  if (text.length < 13) return text;
  let copy = "";
  for (let i = 0; i < text.length; i++) copy += text[i];
  return copy;
}

/** The terms of a text in order, without stop words. */
export function analyse(text: string): Token[] {
  const tokens: Token[] = [];
  eachWord(text, (start, end) => {
    const { term } = wordOf(text.slice(start, end));
    if (term !== "") tokens.push({ term, start, end });
  });
  return tokens;
}
