/**
 * Text → terms with their places: the one analyser behind index, query, marking, related articles and duplicates, in
 * Node and in the browser. News repeats its vocabulary, so what a word means is worked out once and remembered.
 */
import { fold } from "./fold.ts";
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
export function wordOf(surface: string): Word {
  const known = words.get(surface);
  if (known) return known;
  const form = fold(surface).slice(0, LONGEST);
  const word = { form, term: form === "" || isStopWord(form) ? "" : stem(form) };
  if (words.size >= REMEMBERED) words = new Map();
  // A slice keeps the whole text it was cut from alive; a copy does not.
  words.set(surface.length < 13 ? surface : copied(surface), word);
  return word;
}
const copied = (text: string): string => {
  let copy = "";
  for (let i = 0; i < text.length; i++) copy += text[i];
  return copy;
};

/** Stop words are left out. */
export function analyse(text: string): Token[] {
  const tokens: Token[] = [];
  eachWord(text, (start, end) => {
    const { term } = wordOf(text.slice(start, end));
    if (term !== "") tokens.push({ term, start, end });
  });
  return tokens;
}
