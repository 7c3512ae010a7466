/**
 * Text → terms with their places: the one analyser behind index, query, marking, related articles and duplicates, in
 * Node and in the browser. News repeats its vocabulary, so what a word means is worked out once and remembered.
 */
import { fold } from "../letters/fold.ts";
import { stem } from "./stem.ts";
import { isStopWord } from "./stop-words.ts";
import { eachWord } from "./tokenise.ts";

/** A word that counts: its term, and where it stands in the text (UTF-16 units, end excluded). */
export interface Token {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** What one spelling amounts to. */
export interface Word {
  /** The folded word. */
  readonly form: string;
  /** Its stem; "" for a stop word. */
  readonly term: string;
}

/** Bounds the memory: about 200 bytes a word. Past that the words are forgotten and learnt again. */
const REMEMBERED = 100_000;
/** Longer runs are not words (a line without spaces, a pasted code): their beginning stands for them. */
const LONGEST = 40;

let words = new Map<string, Word>();

/** A word as it stands in a text → its folded form and term. */
export function meaningOf(surface: string): Word {
  const form = fold(surface).slice(0, LONGEST);
  return { form, term: form === "" || isStopWord(form) ? "" : stem(form) };
}

/** The same, remembered. */
export function wordOf(surface: string): Word {
  const known = words.get(surface);
  if (known) return known;
  const word = meaningOf(surface);
  if (words.size >= REMEMBERED) words = new Map();
  words.set(detached(surface), word);
  return word;
}

/** The same letters in memory of their own: a slice of 13 or more keeps the whole text it was cut from alive. */
export function detached(text: string): string {
  if (text.length < 13) return text;
  let copy = "";
  for (let i = 0; i < text.length; i++) copy += text[i];
  return copy;
}

/** Stop words are left out. */
export function analyse(text: string): Token[] {
  const tokens: Token[] = [];
  eachWord(text, (start, end) => {
    const { term } = wordOf(text.slice(start, end));
    if (term !== "") tokens.push({ term, start, end });
  });
  return tokens;
}
