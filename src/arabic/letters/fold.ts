/**
 * Text → a form in which spelling variants are equal: a key for search and comparison, never for display. One table
 * from character code to folded code, filled on demand, does in one pass what NFKC, lower case and a series of
 * replacements would do in ten; it also gives the tokeniser the kind of each character.
 *
 * Rules: Unicode NFKC (UAX 15); harakat, Quranic marks and tatweel dropped and أ إ آ ٱ ى ة folded as in Lucene's
 * ArabicNormalizer; ؤ and ئ to the letters that carry them, but ئ before و to و, as Egypt writes شئون for شؤون; Persian
 * and Urdu letters to their Arabic neighbours, digits to ASCII.
 */

/** Kinds of characters for the tokeniser. Ignorable characters occur within words and are dropped. */
export const SEPARATOR = 0;
export const IGNORABLE = 1;
export const ARABIC = 2;
export const DIGIT = 3;
export const OTHER_LETTER = 4;
const UNKNOWN = 255;

const kinds = new Uint8Array(65_536).fill(UNKNOWN);
const folded = new Uint16Array(65_536);
/** Characters that fold to several: ligatures (ﻻ, ﷲ), fractions, ß. */
const several = new Map<number, string>();

const LETTERS: Readonly<Record<string, string>> = {
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ٲ: "ا",
  ٳ: "ا",
  ٵ: "ا",
  ى: "ي",
  ی: "ي",
  ې: "ي",
  ے: "ي",
  ۓ: "ي",
  ئ: "ي",
  ٸ: "ي",
  ؤ: "و",
  ٶ: "و",
  ۇ: "و",
  ۆ: "و",
  ۋ: "و",
  ة: "ه",
  ۃ: "ه",
  ہ: "ه",
  ھ: "ه",
  ۀ: "ه",
  ۂ: "ه",
  ە: "ه",
  ک: "ك",
  ڪ: "ك",
  گ: "ك",
  ڭ: "ك",
  پ: "ب",
  چ: "ج",
  ژ: "ز",
  ڤ: "ف",
  ڨ: "ق",
};
const LETTER_MAP = new Map(Object.entries(LETTERS));

/** A hamza on the line is a letter (ماء); as a combining mark it is dropped with the marks. */
const foldLetter = (char: string): string => LETTER_MAP.get(char) ?? char;

const isArabic = (code: number): boolean =>
  (code >= 0x0600 && code <= 0x06ff) ||
  (code >= 0x0750 && code <= 0x077f) ||
  (code >= 0x08a0 && code <= 0x08ff);

function learn(code: number): number {
  const char = String.fromCharCode(code);
  const compatible = char
    .normalize("NFKC")
    .normalize(isArabic(code) ? "NFC" : "NFKD")
    .toLowerCase();
  let plain = "";
  for (const one of compatible) {
    if (/[\p{M}\p{Cf}\u0640]/u.test(one)) continue;
    const digit = /\p{Nd}/u.test(one) ? digitOf(one) : null;
    plain += digit ?? foldLetter(one);
  }
  const kind = kindOf(compatible, plain);
  kinds[code] = kind;
  folded[code] = plain.length === 1 ? plain.charCodeAt(0) : 0;
  if (plain.length > 1 && kind !== SEPARATOR) several.set(code, plain);
  return kind;
}

/** The value of a decimal digit of any script: digits are in runs of ten, and only before zero does a run end. */
function digitOf(char: string): string | null {
  const code = char.charCodeAt(0);
  for (let value = 0; value < 10; value++) {
    const zero = code - value;
    if (zero > 0 && !/\p{Nd}/u.test(String.fromCharCode(zero - 1))) return String(value);
  }
  return null;
}

function kindOf(compatible: string, plain: string): number {
  if (plain === "") return /^[\p{M}\p{Cf}\u0640]+$/u.test(compatible) ? IGNORABLE : SEPARATOR;
  const first = plain.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return DIGIT;
  if (!/\p{L}/u.test(plain)) return /\p{N}/u.test(plain) ? OTHER_LETTER : SEPARATOR;
  return isArabic(plain.charCodeAt(plain.length > 1 && first === 0x20 ? 1 : 0)) ? ARABIC : OTHER_LETTER;
}

/** The kind of a UTF-16 unit: one of the constants above. Halves of a surrogate pair count as letters. */
export function kindOfCode(code: number): number {
  const kind = kinds[code] as number;
  if (kind !== UNKNOWN) return kind;
  if (code < 0xd800 || code > 0xdfff) return learn(code);
  kinds[code] = OTHER_LETTER;
  folded[code] = code;
  return OTHER_LETTER;
}

const YEH_WITH_HAMZA = 0x626;
const HAMZA_ABOVE = 0x654;
const WAW = 0x648;

/** Whether the next letter after marks folds to و, ؤ in either composition included. */
function beforeWaw(text: string, at: number): boolean {
  let next = at + 1;
  while (next < text.length && kindOfCode(text.charCodeAt(next)) === IGNORABLE) next += 1;
  const code = text.charCodeAt(next);
  return next < text.length && kindOfCode(code) !== SEPARATOR && folded[code] === WAW;
}

/**
 * أحْمَــد → احمد, ٢٠٢٤ → 2024, ﻻ → لا, Ünal → unal. Anything but letters, digits and marks is unchanged. Idempotent.
 */
export function fold(text: string): string {
  let out = "";
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const kind = kindOfCode(code);
    const to = folded[code] as number;
    if (to === code || kind === SEPARATOR) continue;
    out += text.slice(from, i);
    if (code === YEH_WITH_HAMZA && beforeWaw(text, i)) out += "و";
    else if (code === HAMZA_ABOVE && out.endsWith("ي") && beforeWaw(text, i)) out = `${out.slice(0, -1)}و`;
    else if (to !== 0) out += String.fromCharCode(to);
    else if (kind !== IGNORABLE) out += several.get(code) ?? "";
    from = i + 1;
  }
  return from === 0 ? text : out + text.slice(from);
}
