/**
 * What a value was wanted to be. A schema of keys states the name of it in place of a message, `wanted("list")`, which
 * the diagnostic of a wrong value (keys.ts) puts into words.
 */
const WANTED = {
  text: "expected text",
  "text-for-word": (word) =>
    `expected text, where a word as ${word} stands between quotation marks, "${word}"`,
  "plain-text": "expected text without control characters",
  "text-in-list": 'expected text in the list, where a word as true stands between quotation marks, "true"',
  list: "expected a list, as [أ، ب] or one a line after -",
  "yes-or-no": "expected true or false",
  keys: "expected keys and values",
  "keys-of": (keys) => `expected keys and values: ${keys}`,
  date: "expected a date as 2017-11-22 or 2017-11-22T14:30:00+03:00",
  "whole-day":
    "expected a whole day, as 2017-11-22; where only its month or year is known, date_estimate states it",
  "one-day": (one, other) => `this may be two days; write ${one} or ${other}`,
  "day-that-exists": "no calendar has this day; expected a date that exists",
  "time-that-exists": "no clock has this time; expected 00:00 to 23:59",
  estimate: "expected a year, a month or a day, as 2017, 2017-11 or 2017-11-22",
  slug: "expected one step of an address: letters, digits and -, no / nor .. nor space, no control character, no name of a file or device as index.html and con, at most 120 bytes",
  step: "expected one step of an address, without / or space or control character",
  "page-address": "expected the address of a page, as https://example.org/1",
  "site-address": "expected the address the site will have, as https://archive.example.org/",
  corrections: "expected a list, each with date and text: - { date: 2017-11-23, text: … }",
  colour: "expected a colour as #7a1f1f, between quotation marks",
  section: "expected a name, or name, slug and description",
  sections: "expected a list, one section a line after -",
  font: "expected a font of public/, as /fonts/text.woff2",
  fonts: "expected text and headings, a font each",
  logo: "expected a picture of public/, as /logo.svg",
  theme: "expected newspaper or plain, or keys and values",
  "one-of": (names) => `expected ${names}`,
  "time-zone": "expected the name of a time zone, as Asia/Damascus",
  "whole-number": (least, most) => `expected a whole number from ${least} to ${most}`,
} as const satisfies Readonly<Record<string, string | ((one: string, other: string) => string)>>;
export type Wanted = keyof typeof WANTED;

/** @param about What the words name. @returns What a schema keeps as its message. */
export const wanted = (what: Wanted, ...about: readonly (string | number)[]): string =>
  [what, ...about].join("\n");

/** @param stated By {@link wanted}; a message of the schema's library, where none was stated, stays as it is. */
export function wordsOfWanted(stated: string): string {
  const [what = "", one = "", other = ""] = stated.split("\n");
  const words = Object.hasOwn(WANTED, what) ? WANTED[what as Wanted] : stated;
  return typeof words === "string" ? words : words(one, other);
}
