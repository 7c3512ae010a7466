/**
 * Sorts names as an Arabic index does: without a leading ال, Arabic before other scripts before numbers, marks and
 * tatweel ignored. ICU's `ar` collation compares the rest; it does not know the article, and puts numbers first.
 */
import { withoutArticle } from "../terms/definite-article.ts";
import { printDigits } from "./digits.ts";

/** A precomputed key, for a name that is compared often. */
export interface CollationKey {
  /** 0 begins with an Arabic letter, 1 with a letter of another script, 2 with anything else. */
  readonly group: 0 | 1 | 2;
  /** The name without its opening punctuation and the article of its first word. */
  readonly text: string;
  readonly name: string;
}

const ARABIC_ORDER = new Intl.Collator("ar", { numeric: true });
const BEFORE_FIRST_LETTER = /^[^\p{L}\p{N}]+/u;
const FIRST_WORD = /^\S+/;
const UNWEIGHED = /[\u064B-\u065F\u0670\u0640\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const ARABIC = /^(?=\p{L})\p{Script=Arabic}/u;
const LETTER = /^\p{L}/u;

export function collationKey(name: string): CollationKey {
  // ICU's numeric order is circular across digit sets: ٢٢ < ٢أ < 2ال < ٢٢.
  const plain = printDigits(name.normalize("NFKC"), "latn");
  const bare = plain.replace(UNWEIGHED, "").replace(BEFORE_FIRST_LETTER, "");
  const text = bare.replace(FIRST_WORD, withoutArticle);
  return { group: ARABIC.test(text) ? 0 : LETTER.test(text) ? 1 : 2, text, name };
}

const unitOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A total order: names equal to a reader (أحمد with and without harakat) are ordered by code units. */
export const compareKeys = (a: CollationKey, b: CollationKey): number =>
  a.group - b.group || ARABIC_ORDER.compare(a.text, b.text) || unitOrder(a.name, b.name);

/** Negative, zero (only for the same name) or positive. For more than a few names use `sortedByName`. */
export const compareNames = (a: string, b: string): number => compareKeys(collationKey(a), collationKey(b));

/**
 * The letter of an index under which a name is listed: without hamza or accent, in upper case; null for a number or a
 * sign.
 */
export function initialOf(name: string): string | null {
  const { group, text } = collationKey(name);
  return group === 2 ? null : (text.normalize("NFD")[Symbol.iterator]().next().value ?? "").toUpperCase();
}

/** A new array sorted by name, with keys computed once; stable for equal names. */
export function sortedByName<T>(things: readonly T[], nameOf: (thing: T) => string): T[] {
  return things
    .map((thing) => ({ thing, key: collationKey(nameOf(thing)) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ thing }) => thing);
}
