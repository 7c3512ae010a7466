/**
 * Names in the order an Arabic index has: without their leading ال, Arabic before other scripts before numbers, marks
 * and tatweel of no weight. ICU's `ar` collation compares the rest; it has no notion of the article, and it puts
 * numbers first.
 */
import { withoutArticle } from "../terms/definite-article.ts";
import { printDigits } from "./digits.ts";

/** What is compared, made once for a name that is compared often. */
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
  // ICU's numeric order is circular where ASCII digits meet Arabic ones: ٢٢ < ٢أ < 2ال < ٢٢.
  const plain = printDigits(name.normalize("NFKC"), "latn");
  const bare = plain.replace(UNWEIGHED, "").replace(BEFORE_FIRST_LETTER, "");
  const text = bare.replace(FIRST_WORD, withoutArticle);
  return { group: ARABIC.test(text) ? 0 : LETTER.test(text) ? 1 : 2, text, name };
}

const unitOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A total order: names equal to a reader (أحمد with and without harakat) are told apart by their code units. */
export const compareKeys = (a: CollationKey, b: CollationKey): number =>
  a.group - b.group || ARABIC_ORDER.compare(a.text, b.text) || unitOrder(a.name, b.name);

/** Negative, zero (only for the same name) or positive. For more than a few names use `sortedByName`. */
export const compareNames = (a: string, b: string): number => compareKeys(collationKey(a), collationKey(b));

/** The letter under which a name stands in an index: without hamza or accent, large; null for a number or a sign. */
export function initialOf(name: string): string | null {
  const { group, text } = collationKey(name);
  return group === 2 ? null : (text.normalize("NFD")[Symbol.iterator]().next().value ?? "").toUpperCase();
}

/** A new array in the order of names; the keys are made once. Things of one name keep their order. */
export function sortedByName<T>(things: readonly T[], nameOf: (thing: T) => string): T[] {
  return things
    .map((thing) => ({ thing, key: collationKey(nameOf(thing)) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ thing }) => thing);
}
