/**
 * Counted nouns in Arabic: six forms by CLDR's plural rules for `ar`; the dual has no numeral, one has an adjective,
 * eleven to ninety-nine take the accusative. Own table of nouns, since no library has one.
 */
import type { Digits } from "../../model/site.ts";
import { printNumber } from "../letters/digits.ts";

export type PluralForm = "zero" | "one" | "two" | "few" | "many" | "other";

/** CLDR's cardinal rules for Arabic; a fraction is always `other`. */
export function pluralForm(n: number): PluralForm {
  const count = Math.abs(n);
  if (!Number.isInteger(count)) return "other";
  if (count === 0) return "zero";
  if (count === 1) return "one";
  if (count === 2) return "two";
  const rest = count % 100;
  if (rest >= 3 && rest <= 10) return "few";
  return rest >= 11 ? "many" : "other";
}

interface Forms {
  /** After 100, 1000 and fractions; with the adjective, for one. */
  readonly singular: string;
  readonly adjective: "واحد" | "واحدة";
  readonly dual: string;
  /** The dual after a preposition or adverb: بعد يومين. */
  readonly genitiveDual: string;
  /** After 3 to 10. */
  readonly plural: string;
  /** After لا, where it differs: a plural in ٍ regains its ي. */
  readonly none?: string;
  /** After 11 to 99. */
  readonly accusative: string;
}

const TAA_MARBUTA = /ة$/;
/** A feminine noun ending in ة: its dual has ت and its accusative is written like the singular. */
const feminine = (singular: string, plural: string): Forms => ({
  singular,
  adjective: "واحدة",
  dual: singular.replace(TAA_MARBUTA, "تان"),
  genitiveDual: singular.replace(TAA_MARBUTA, "تين"),
  plural,
  accusative: singular,
});
const masculine = (singular: string, plural: string): Forms => ({
  singular,
  adjective: "واحد",
  dual: `${singular}ان`,
  genitiveDual: `${singular}ين`,
  plural,
  accusative: `${singular}ًا`,
});

const NOUNS = {
  article: masculine("مقال", "مقالات"),
  author: masculine("كاتب", "كتّاب"),
  copy: feminine("نسخة", "نسخ"),
  day: masculine("يوم", "أيام"),
  file: masculine("ملف", "ملفات"),
  hour: feminine("ساعة", "ساعات"),
  minute: feminine("دقيقة", "دقائق"),
  month: masculine("شهر", "أشهر"),
  page: feminine("صفحة", "صفحات"),
  paragraph: feminine("فقرة", "فقرات"),
  picture: feminine("صورة", "صور"),
  result: feminine("نتيجة", "نتائج"),
  second: { ...feminine("ثانية", "ثوانٍ"), none: "ثواني" },
  section: masculine("قسم", "أقسام"),
  tag: masculine("وسم", "وسوم"),
  time: feminine("مرة", "مرات"),
  week: masculine("أسبوع", "أسابيع"),
  word: feminine("كلمة", "كلمات"),
  year: feminine("سنة", "سنوات"),
} as const satisfies Readonly<Record<string, Forms>>;

/** The nouns that can be counted, by their English names. */
export type Noun = keyof typeof NOUNS;
export const COUNTED_NOUNS = Object.keys(NOUNS) as readonly Noun[];

/** Genitive after a preposition or adverb (في، بعد، من): only the dual shows it. */
export type GrammaticalCase = "nominative" | "genitive";

/**
 * A number with its noun: لا مقالات، مقال واحد، مقالان، ٣ مقالات، ١١ مقالًا، ١٠٠ مقال.
 * `n` is a count or an amount, not negative.
 */
export function countOf(
  n: number,
  noun: Noun,
  digits: Digits,
  inCase: GrammaticalCase = "nominative",
): string {
  const forms: Forms = NOUNS[noun];
  switch (pluralForm(n)) {
    case "zero":
      return `لا ${forms.none ?? forms.plural}`;
    case "one":
      return `${forms.singular} ${forms.adjective}`;
    case "two":
      return inCase === "genitive" ? forms.genitiveDual : forms.dual;
    case "few":
      return `${printNumber(n, digits)} ${forms.plural}`;
    case "many":
      return `${printNumber(n, digits)} ${forms.accusative}`;
    case "other":
      return `${printNumber(n, digits)} ${forms.singular}`;
  }
}

/** The singular without a number: يوم. */
export const singularOf = (noun: Noun): string => NOUNS[noun].singular;
