/**
 * Titles → steps of an address. Arabic stays Arabic: letters are kept, only what is no letter (marks, tatweel, controls,
 * punctuation) goes. A step is at most 120 bytes of UTF-8, since a file name holds 255 and an address is read by people.
 */
import { type Slug, slug } from "../model/brands.ts";

/** Bytes of UTF-8 a slug holds at most. */
export const SLUG_BYTES = 120;

/** Harakat, the dagger alef, Quranic signs, tatweel, and controls of direction and joining: written, never told apart by. */
const SIGNS =
  /[\u064b-\u065f\u0670\u06d6-\u06ed\u08d3-\u08ff\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const PRESENTATION = /[\ufb50-\ufdff\ufe70-\ufefc]/;
const NO_LETTER = /[^\p{L}\p{N}\p{M}]+/gu;

/** Letter by letter, as newspapers spell names, not as a scholar would: meant to be typed. */
const LATIN: Readonly<Record<string, string>> = {
  ...{
    ا: "a",
    أ: "a",
    إ: "i",
    آ: "aa",
    ٱ: "a",
    ب: "b",
    ت: "t",
    ث: "th",
    ج: "j",
    ح: "h",
    خ: "kh",
    د: "d",
    ذ: "dh",
  },
  ...{
    ر: "r",
    ز: "z",
    س: "s",
    ش: "sh",
    ص: "s",
    ض: "d",
    ط: "t",
    ظ: "z",
    ع: "a",
    غ: "gh",
    ف: "f",
    ق: "q",
    ك: "k",
  },
  ...{ ل: "l", م: "m", ن: "n", ه: "h", و: "w", ي: "y", ى: "a", ة: "a", ء: "", ؤ: "w", ئ: "y" },
  ...{ پ: "p", چ: "ch", ژ: "zh", ڤ: "v", گ: "g", ک: "k", ی: "y", ہ: "h" },
};
const EASTERN_DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/g;
const LATIN_MARK = /[\u0300-\u036f]/g;

const transliterate = (text: string): string =>
  text
    .replace(/\p{Script=Arabic}/gu, (letter) => LATIN[letter] ?? letter)
    .replace(EASTERN_DIGIT, (digit) => String(digit.charCodeAt(0) & 15))
    .normalize("NFD")
    .replace(LATIN_MARK, "")
    .replace(/[^a-z0-9-]/g, "");

const bytesOf = (text: string): number => Buffer.byteLength(text);

/** Cut after a whole word; a first word that is too long by itself is cut after a character. */
function cut(text: string): string {
  if (text.length * 3 <= SLUG_BYTES || bytesOf(text) <= SLUG_BYTES) return text;
  let kept = "";
  for (const word of text.split("-")) {
    const longer = kept === "" ? word : `${kept}-${word}`;
    if (bytesOf(longer) > SLUG_BYTES) break;
    kept = longer;
  }
  if (kept !== "") return kept;
  for (const character of text) {
    if (bytesOf(kept + character) > SLUG_BYTES) break;
    kept += character;
  }
  return kept;
}

/** The slug of a title, or null when no letter or digit is left. */
export function slugOf(title: string, style: "arabic" | "latin"): Slug | null {
  const composed = PRESENTATION.test(title) ? title.normalize("NFKC") : title.normalize("NFC");
  const words = composed.replace(SIGNS, "").toLowerCase().replace(NO_LETTER, "-");
  const text = style === "latin" ? transliterate(words).replace(/-{2,}/g, "-") : words;
  const made = cut(text.replace(/^-+|-+$/g, "")).normalize("NFC");
  return made === "" ? null : slug(made);
}
