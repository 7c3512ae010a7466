/**
 * A word → ASCII letters and digits, for addresses in Latin letters. Arabic does not write its short vowels, so this is
 * no pronunciation but plain newspaper spelling (sh, kh, th, no diacritics), with و and ي read as vowels between
 * consonants and the article separated: السوري → al-suri.
 */
import { withoutArticle } from "../terms/definite-article.ts";

const LETTERS: Readonly<Record<string, string>> = {
  ء: "",
  آ: "a",
  أ: "a",
  ؤ: "u",
  إ: "i",
  ئ: "i",
  ا: "a",
  ب: "b",
  ة: "a",
  ت: "t",
  ث: "th",
  ج: "j",
  ح: "h",
  خ: "kh",
  د: "d",
  ذ: "dh",
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
  ل: "l",
  م: "m",
  ن: "n",
  ه: "h",
  ى: "a",
  ٱ: "a",
  ٹ: "t",
  پ: "p",
  چ: "ch",
  ڈ: "d",
  ڑ: "r",
  ژ: "zh",
  ڤ: "v",
  ڥ: "v",
  ک: "k",
  ڭ: "g",
  گ: "g",
  ڨ: "g",
  ں: "n",
  ھ: "h",
  ہ: "h",
  ے: "e",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ð: "d",
  đ: "d",
  þ: "th",
  ł: "l",
  ı: "i",
};

const WAW = "و";
const YEHS = "يی";
/** Letters that are always read as a vowel; below, with those that may be. */
const VOWELS = "اآأإىةٱ";
const VOWELS_OR_GLIDES = `${VOWELS}وؤيیئ`;
const ACCENTS = /[\u0300-\u036F]/g;
/** Ranges with accented Latin letters. */
const ACCENTED = /[\u00C0-\u024F\u1E00-\u1EFF]/;
const ARABIC_DIGIT = /[\u0660-\u0669\u06F0-\u06F9]/;
const ASCII = /^[a-z0-9]$/;
const ARABIC = /[\u0600-\u06FF]/;
const ALL_ASCII = /^[a-z0-9]+$/;

/**
 * و and ي are consonants at the start of a word, after a written vowel and before any vowel; else the vowels u and i.
 */
function glide(before: string, after: string, vowel: string, consonant: string): string {
  if (before === "") return consonant;
  return VOWELS.includes(before) || (after !== "" && VOWELS_OR_GLIDES.includes(after)) ? consonant : vowel;
}

function letter(character: string, before: string, after: string): string {
  const listed = LETTERS[character];
  if (listed !== undefined) return listed;
  if (character === WAW) return glide(before, after, "u", "w");
  if (YEHS.includes(character)) return glide(before, after, "i", "y");
  if (ASCII.test(character)) return character;
  return ARABIC_DIGIT.test(character) ? String(character.charCodeAt(0) & 15) : "";
}

function spell(word: string): string {
  const plain = ACCENTED.test(word) ? word.normalize("NFD").replace(ACCENTS, "").normalize("NFC") : word;
  const characters = Array.from(plain);
  let spelt = "";
  for (const [i, character] of characters.entries())
    spelt += letter(character, characters[i - 1] ?? "", characters[i + 1] ?? "");
  return spelt;
}

/**
 * One lower-case word without marks → `a`–`z`, `0`–`9` and at most one `-` after its article; "" where no letter is
 * known.
 */
export function transliterate(word: string): string {
  if (ALL_ASCII.test(word)) return word;
  const stem = ARABIC.test(word) ? withoutArticle(word) : word;
  const spelt = spell(stem);
  return spelt !== "" && stem.length < word.length ? `al-${spelt}` : spelt;
}

/** Of the letters with the same spelling, the one most common in names: ح rather than ه, س rather than ص. */
const READ_AS: Readonly<Record<string, string>> = {
  ...{ th: "ث", kh: "خ", dh: "ذ", sh: "ش", gh: "غ" },
  ...{ a: "ا", b: "ب", d: "د", f: "ف", h: "ح", i: "ي", j: "ج", k: "ك", l: "ل", m: "م", n: "ن" },
  ...{ q: "ق", r: "ر", s: "س", t: "ت", u: "و", w: "و", y: "ي", z: "ز" },
};
const SPELLINGS = /[tkdsg]h|./g;

/**
 * A spelling → the one word it represents: the Arabic word of the most common letters with this spelling, else the
 * Latin word itself. So of all words with one spelling exactly one is the result.
 */
export function readBack(spelt: string): string | null {
  // Before another word it would look like an article.
  if (spelt === "al") return null;
  const stem = spelt.replace(/^al-/, "");
  const letters = (stem.match(SPELLINGS) ?? []).map((part) => READ_AS[part] ?? "");
  const read = letters.includes("")
    ? ""
    : letters
        .join("")
        .replace(/(?<=..)ا$/, "ة")
        .replace(/^ي(?=.)/, stem.startsWith("i") ? "إ" : "ي");
  const word = stem === spelt ? read : `ال${read}`;
  return transliterate(word) === spelt ? word : spelt;
}
