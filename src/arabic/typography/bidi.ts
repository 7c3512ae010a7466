/**
 * Text of two directions: finds foreign runs so that a template can wrap each in `<bdi>`, isolates them in plain text,
 * where there is no markup (page titles, feeds, cards), and removes control characters. Follows UAX #9 and the W3C's
 * articles on inline bidirectional markup: foreign text is isolated, not moved by marks.
 */

/** A run of text as offsets in UTF-16 units: `text.slice(start, end)`. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

const FIRST_STRONG_ISOLATE = "\u2068";
const POP_DIRECTIONAL_ISOLATE = "\u2069";
/** ALM, LRM, RLM, embeddings, overrides, isolates: all explicit and implicit formatting characters of UAX #9. */
const BIDI_CONTROL = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
const BIDI_CONTROLS = new RegExp(BIDI_CONTROL, "g");

/** The text between U+2068 and U+2069: its direction is independent of its context. For plain text only. */
export const isolate = (text: string): string => FIRST_STRONG_ISOLATE + text + POP_DIRECTIONAL_ISOLATE;

/** The text without bidi control characters; the same string where it holds none. */
export const stripBidiControls = (text: string): string =>
  BIDI_CONTROL.test(text) ? text.replace(BIDI_CONTROLS, "") : text;

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Mandaic}\p{Script=Samaritan}]/u;
const LETTER = /\p{L}/u;
const FIRST_LETTER = /\p{L}/u;

/** The direction of the first letter, as a browser's `dir="auto"` finds it; null where the text holds no letter. */
export function firstStrongDirection(text: string): "rtl" | "ltr" | null {
  const letter = FIRST_LETTER.exec(text)?.[0];
  if (letter === undefined) return null;
  return RIGHT_TO_LEFT.test(letter) ? "rtl" : "ltr";
}

// A word of a left-to-right script with attached signs (5G, @name, C++, example.org/a), then more such words or numbers
// with only spaces and ASCII punctuation between. Numbers alone are not foreign: Arabic uses them too.
const LEFT = "\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}";
const LEFT_LETTER = new RegExp(`[${LEFT}]`, "u");
const FIRST_WORD = new RegExp(`(?:[@#$€£]|(?<![0-9])[0-9]+[-.]?)?[${LEFT}][${LEFT}\\p{Mn}0-9]*`, "gu");
const NEXT_WORD = new RegExp(`[ \\u00A0'’.,:;&@/_+\\-–=?%~#()]*[${LEFT}0-9][${LEFT}\\p{Mn}0-9]*`, "uy");
const SIGNS_AFTER = /[+#]*/y;

/** The end of a match at `at`; `at` itself where there is none. */
function endOf(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : at;
}

/** Matches word by word: one expression for a whole run would need a stack as deep as the run is long. */
function* runsOfWords(text: string): Generator<Run> {
  FIRST_WORD.lastIndex = 0;
  for (let first = FIRST_WORD.exec(text); first; first = FIRST_WORD.exec(text)) {
    let end = FIRST_WORD.lastIndex;
    for (let next = endOf(NEXT_WORD, text, end); next > end; next = endOf(NEXT_WORD, text, end)) end = next;
    end = endOf(SIGNS_AFTER, text, end);
    yield { start: first.index, end };
    FIRST_WORD.lastIndex = end;
  }
}
/**
 * Blocks with all letters of those scripts, and little that Arabic text has: a plain class is several times faster than
 * one of scripts, and most texts match neither.
 */
export const MAY_BE_FOREIGN =
  /[\uFE2E\uFE2FA-Za-z\u00AA\u00BA\u00C0-\u05FF\u1C80-\u1FFF\u2071-\u218F\u2C60-\u2DFF\uA640-\uAB6F\uD800-\uDBFF\uFB00-\uFB06\uFF21-\uFF5A]/;

/** Extends a run by the bracket that closes one opened in it: `BBC (UK)`. */
function closeBracket(text: string, start: number, end: number): number {
  const run = text.slice(start, end);
  return text[end] === ")" && run.lastIndexOf("(") > run.lastIndexOf(")") ? end + 1 : end;
}

const ENDS_BEFORE_QUOTE = /^[.!?…]+(?=[»"”’])/;
/** Extends a fully quoted sentence by its final sign: `«No comment.»` */
function closeSentence(text: string, start: number, end: number): number {
  if (!/[«"“‘]/.test(text[start - 1] ?? "")) return end;
  return end + (ENDS_BEFORE_QUOTE.exec(text.slice(end, end + 8))?.[0].length ?? 0);
}

/**
 * A telephone number in international form: `+963 11 555 0100`, `+1 (212) 555-0100`. A bracket is part of it only with
 * its counterpart: `(هاتف: +963 11 555 0100)`.
 */
const TELEPHONE =
  /(?:\((?:\+|00)[0-9]{1,4}\)|(?:\+|(?<![0-9])00)[0-9])(?:[ \u00A0-]?(?:[0-9]|\([0-9]+(?:[ \u00A0-][0-9]+)*\)))+/g;
/** Fewest digits, without a leading 00. */
const DIGITS = 8;
const isLong = (number: string): boolean =>
  number.replace(/^\(?00/, "").replace(/[^0-9]/g, "").length >= DIGITS;

const NO_RUNS: Run[] = [];
function telephonesIn(text: string): Run[] {
  if (!text.includes("+") && !text.includes("00")) return NO_RUNS;
  return [...text.matchAll(TELEPHONE)]
    .filter(([number]) => isLong(number))
    .map(({ index, 0: number }) => ({ start: index, end: index + number.length }));
}

/** The runs of a text that may hold letters of those scripts. */
function allRuns(text: string): readonly Run[] {
  const telephones = telephonesIn(text);
  const runs = [...telephones];
  let telephone = 0;
  for (const { start, end: over } of runsOfWords(text)) {
    while ((telephones[telephone]?.end ?? over) <= start) telephone += 1;
    const isOfTelephone = (telephones[telephone]?.start ?? over) < over;
    if (isOfTelephone || !LETTER.test(text.slice(start, over))) continue;
    runs.push({ start, end: closeSentence(text, start, closeBracket(text, start, over)) });
  }
  return runs.sort((a, b) => a.start - b.start);
}

/** The left-to-right runs of a text, in order, none empty, none overlapping. */
export const latinRuns = (text: string): readonly Run[] =>
  MAY_BE_FOREIGN.test(text) ? allRuns(text) : telephonesIn(text);

const holdsNoOther = (text: string): boolean => LEFT_LETTER.test(text) && !RIGHT_TO_LEFT.test(text);
/** Whether a text holds letters of a left-to-right script and none of another. */
export const isLeftToRight = (text: string): boolean => MAY_BE_FOREIGN.test(text) && holdsNoOther(text);

/** The foreign runs of a standalone text: the whole of it where no letter is of the other direction. */
export function foreignRuns(text: string): readonly Run[] {
  if (!MAY_BE_FOREIGN.test(text)) return telephonesIn(text);
  return holdsNoOther(text) ? [{ start: 0, end: text.length }] : allRuns(text);
}

/** Plain text with each foreign run isolated: for titles in feeds, in `<title>`, in cards of social networks. */
export function isolateForeign(text: string): string {
  const runs = foreignRuns(text);
  if (runs.length === 0) return text;
  let isolated = "";
  let at = 0;
  for (const { start, end } of runs) {
    isolated += text.slice(at, start) + isolate(text.slice(start, end));
    at = end;
  }
  return isolated + text.slice(at);
}
