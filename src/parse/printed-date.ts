/** Dates as pages print them, and what a text only suggests of its date. A line that is a date states it; a sentence never does. */
import { MONTHS } from "../arabic/calendar-names.ts";
import { printDigits } from "../arabic/digits.ts";
import type { DateEvidence } from "../model/article.ts";
import { civilDate } from "../model/civil-date.ts";

const plain = (name: string): string => name.replace(/[أإآ]/g, "ا").replace(/ة/g, "ه");
/** Month names of every profile, folded lightly, to 1–12; one name of a dual month is enough. */
const MONTH_OF = new Map<string, number>();
for (const names of Object.values(MONTHS))
  for (const [i, name] of names.entries()) for (const one of name.split("/")) MONTH_OF.set(plain(one), i + 1);
for (const [name, month] of [
  ["ابريل", 4],
  ["يونيه", 6],
  ["يوليه", 7],
  ["اغسطس", 8],
  ["اكتوبر", 10],
  ["شباط", 2],
  ["كانون ثاني", 1],
  ["تشرين ثاني", 11],
  ["كانون اول", 12],
  ["تشرين اول", 10],
] as const)
  MONTH_OF.set(name, month);

const NAMES = [...MONTH_OF.keys()].sort((a, b) => b.length - a.length).join("|");
const WEEKDAY = "(?:ال[اأ]حد|ال[اإ]?ثنين|الثلاثاء|ال[اأ]ربعاء|الخميس|الجمعه|السبت)";
const TIME =
  "(?:\\s*[-–،,|]?\\s*(?:الساعه\\s*)?\\d{1,2}:\\d{2}(?::\\d{2})?\\s*(?:ص|م|صباحا|مساء|am|pm)?(?:\\s*(?:بتوقيت\\s+\\S+|gmt))?)?";
const LEAD = `(?:(?:نشر(?:\\s+في)?|تاريخ\\s+النشر|التاريخ|بتاريخ|اخر\\s+تحديث|تحديث)\\s*[:：]?\\s*)?(?:(?:يوم\\s+)?${WEEKDAY}\\s*[،,]?\\s*)?`;
const WORDS = new RegExp(
  `^${LEAD}(\\d{1,2})\\s+(?:من\\s+)?(${NAMES})(?:\\s*[/(]\\s*(?:${NAMES})\\)?)?\\s*[،,]?\\s*(\\d{4})\\s*(?:م)?${TIME}$`,
  "iu",
);
const NUMBERS = new RegExp(
  `^${LEAD}(?:(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})|(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}))${TIME}$`,
  "iu",
);
const HIJRI = new RegExp(
  `^${LEAD}\\d{1,2}\\s+(?:محرم|صفر|ربيع|جمادى|جمادي|رجب|شعبان|رمضان|شوال|ذو|ذي)[^\\d]{0,20}\\s*1[34]\\d{2}\\s*(?:هـ|ه)?${TIME}$`,
  "iu",
);

/** The Gregorian date that a line states when it is nothing but a date, as `YYYY-MM-DD`; `hijri` when only that calendar has it. */
export function printedDate(line: string): string | "hijri" | null {
  if (line.length > 90 || !/[\d٠-٩]{4}/.test(line)) return null;
  const text = plain(printDigits(line, "latn")).replace(/\s+/g, " ").trim();
  const words = WORDS.exec(text);
  if (words) return civilDate(Number(words[3]), MONTH_OF.get(words[2] as string) ?? 0, Number(words[1]));
  const numbers = NUMBERS.exec(text);
  if (numbers) {
    const [, y, m, d, d2, m2, y2] = numbers.map(Number);
    // Day before month, as Arabic papers write; the other way round only where the calendar leaves no choice.
    return y ? civilDate(y, m ?? 0, d ?? 0) : civilDate(y2 ?? 0, m2 ?? 0, d2 ?? 0);
  }
  return HIJRI.test(text) ? "hijri" : null;
}

const NUMBER_WORD =
  "(?:[\\d٠-٩]{1,2}|(?:ال)?(?:أول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|عشرين|ثلاثين)(?:\\s+(?:عشر|والعشرين|والثلاثين))?)";
const MONTH_NAMES = [
  ...new Set(
    Object.values(MONTHS)
      .flat()
      .flatMap((name) => [name, ...name.split("/")]),
  ),
]
  .sort((a, b) => b.length - a.length)
  .join("|");
const EVIDENCE: readonly (readonly [DateEvidence["kind"], RegExp])[] = [
  [
    "weekday",
    /(?:اليوم|أمس|غدا|غدًا|غداً|مساء|صباح|فجر|ظهر|يوم)\s+(?:(?:اليوم|أمس)\s+)?(?:الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت)/gu,
  ],
  [
    "day-of-this-month",
    new RegExp(
      `(?:يوم\\s+)?${NUMBER_WORD}\\s+(?:من\\s+)?(?:هذا\\s+الشهر|الشهر\\s+(?:الجاري|الحالي|الماضي))`,
      "gu",
    ),
  ],
  [
    "day-month",
    new RegExp(
      `(?:يوم\\s+)?${NUMBER_WORD}\\s+(?:من\\s+)?(?:شهر\\s+)?(?:${MONTH_NAMES})(?:\\s*/\\s*(?:${MONTH_NAMES}))?`,
      "gu",
    ),
  ],
];
const MOST = 12;

/** What the text suggests of its date, in the text's own words: for editors, never for publication. */
export function evidenceIn(paragraphs: readonly string[]): DateEvidence[] {
  const found: DateEvidence[] = [];
  for (const paragraph of paragraphs)
    for (const [kind, pattern] of EVIDENCE)
      for (const [quote] of paragraph.matchAll(pattern)) if (found.length < MOST) found.push({ kind, quote });
  return found;
}
