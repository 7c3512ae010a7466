/**
 * Dates as pages print them, and what a text only suggests of its date. A line that is nothing but a date states it; a
 * sentence never does. Lines are compared folded, so that hamzas, marks, tatweel, digit sets and presentation forms do
 * not matter.
 */
import { MONTHS } from "../../arabic/dates/calendar-names.ts";
import { fold } from "../../arabic/letters/fold.ts";
import type { DateEvidence } from "../../model/article.ts";
import { type CivilDate, civilDate, weekday } from "../../model/civil-date.ts";
import { askedOnce } from "./asked-once.ts";
import { withDashes } from "./keyboard-dash.ts";

export interface PrintedDate {
  /** Null when the line says when in another way than a Gregorian day: `4 ربيع الأول 1439`, `منذ 3 ساعات`. */
  readonly date: CivilDate | null;
  /** It says when the text was last changed (`آخر تحديث`), not when it was published. */
  readonly updated: boolean;
}

/** Month names of every profile, folded, to 1–12; either name of a dual month is enough. */
const MONTH_OF = new Map<string, number>();
for (const names of Object.values(MONTHS))
  for (const [i, name] of names.entries()) for (const one of name.split("/")) MONTH_OF.set(fold(one), i + 1);
/** Other spellings that papers have, folded, beside the number of their month. */
const SPELLINGS: Readonly<Record<number, string>> = {
  1: "كانون ثاني|كانون2|كانون 2|ك2",
  2: "فيبراير",
  3: "ادار",
  5: "مايس",
  6: "يونيه",
  7: "يوليه|جولاي",
  8: "اوغسطس|اغسطوس|اوغست|اوجست",
  9: "سيبتمبر|سبتنبر",
  10: "تشرين اول|تشرين1|تشرين 1|ت1|اوكتوبر|اكتبر",
  11: "تشرين ثاني|تشرين2|تشرين 2|تشرين ثان|ت2|نوفنبر",
  12: "كانون اول|كانون1|كانون 1|ك1|ديسيمبر|دسمبر|دجمبر",
};
for (const [month, names] of Object.entries(SPELLINGS))
  for (const name of names.split("|")) MONTH_OF.set(name, Number(month));
const ENGLISH = "january february march april may june july august september october november december".split(
  " ",
);
for (const [i, name] of ENGLISH.entries()) MONTH_OF.set(name, i + 1).set(name.slice(0, 3), i + 1);
MONTH_OF.set("sept", 9);

/** Names that are months in a date alone: of Libya from 1969 on, and in French. Folded. */
const IN_DATES = new Map<string, number>();
for (const names of [
  "اي النار|النوار|الربيع|الطير|الماء|الصيف|ناصر|هانيبال|الفاتح|التمور|الحرث|الكانون",
  "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre",
])
  for (const [i, name] of names.split("|").entries()) IN_DATES.set(name, i + 1);

const MONTH = [...MONTH_OF.keys(), ...IN_DATES.keys()].sort((a, b) => b.length - a.length).join("|");
const HIJRI_MONTH =
  "(?:محرم|صفر|ربيع (?:ال)?(?:اول|اخر|ثاني)|جماد[يه]? (?:ال)?(?:اولي|اول|اخره|اخر|ثانيه|ثاني)|رجب|شعبان|رمضان|شوال|ذ[وي] ?(?:ال)?(?:قعده|حجه))(?: ال(?:مبارك|حرام|خير|مكرم|معظم))?";
const WEEKDAY =
  "(?:(?:اليوم|يوم) )?(?:(?:ال)?(?:احد|ا?[ثت]نين|ثلا?ثاء?|اربعاء?|خميس|جمعه|سبت)|(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?)(?:day)?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) ?[،,–—-]? ?";
const HALF = "(?: ?(?:صباحا|مساء|ظهرا|ص|م|am|pm))?";
const CLOCK = `\\d{1,2}(?:[:.h]|سا ?و? ?)\\d{2}د?(?::\\d{2})?${HALF}`;
/** `الساعة 10 و 20 دقيقة`: read only where it is called the hour. */
const HOUR = `الساعه ?:? ?\\d{1,2}(?: ?و ?\\d{1,2}(?: ?دقي?قه| ?دقايق| ?د)?)?${HALF}`;
const ZONE =
  "(?: ?\\(?(?:بتوقيت [^ ]+(?: [^ ]+)?|(?:بتوقيت )?(?:gmt|gst|utc|ast) ?(?:[+-] ?\\d{1,2}(?::?\\d{2})?)?|[+-]\\d{2}:?\\d{2}|ت\\.? ?غ\\.?)\\)?)?";
const TIME = `(?: ?[-–—،,|@(:]? ?(?:(?:(?:في |عند |علي )?(?:الساعه|اخر تحديث) ?:? ?|at |علي |a )?${CLOCK}|(?:في |عند |علي )?${HOUR})${ZONE}\\)?)?`;
const TIME_FIRST = `(?:(?:gmt )?(?:الساعه ?:? ?)?${CLOCK}${ZONE} ?[-–—،,|]? ?)?`;
const PUBLISHED =
  "نشرت?|تم (?:النشر|نشر(?:ه|ها)|اضافت(?:ه|ها))|حررت?|(?:تم )?[اأ]نش(?:ا|اء|او|ي)ه? بتاريخ|تاريخ (?:النشر|الخبر|المقال|الاضافه|التحرير)|النشر|التاريخ|تاريخ|كتب|اضيف|posted|published|publie|date";
const UPDATED =
  "اخر تحديث|تاريخ (?:اخر )?(?:ال)?تحديث|محدث|تم التحديث|حدثت?|تحديث|(?:last )?updated|modified";
const LEAD = `(?:(?:ال)?عدد ?:? ?\\d{1,6} ?[-–—،,/|]? ?)?(?:(?:(?<updated>${UPDATED})|${PUBLISHED})(?: في (?:ال)?عدد ?:? ?\\d{1,6} ?[-–—،,]?)?(?: (?:في|يوم|بتاريخ|on|le))? ?[:-]? ?|بتاريخ ?:? ?|في ?:? ?|le )?`;
const HIJRI = `(?:\\d{1,2} (?:من )?(?:شهر )?(?:${HIJRI_MONTH}) ?[،,]? ?1[2-5]\\d\\d|\\d{1,2}[-/.]\\d{1,2}[-/.]1[2-5]\\d\\d|1[2-5]\\d\\d[-/.]\\d{1,2}[-/.]\\d{1,2}) ?(?:ه|هجريه?)?\\.?`;
const YEAR = "(?:1[6-9]|2[01])\\d\\d";
const GREGORIAN = [
  `(?<day>\\d{1,2})(?:st|nd|rd|th|er)? ?[-/.]? ?(?:من )?(?:شهر )?(?<month>${MONTH})(?: ?[/(-] ?(?:${MONTH})\\)?)? ?[،,./-]? ?(?:(?:من )?(?:عام|سنه) )?(?<year>${YEAR})`,
  `(?<year>${YEAR}) ${WEEKDAY}(?<day>\\d{1,2}) (?<month>${MONTH})(?: ?/ ?(?:${MONTH}))?`,
  `(?<year>${YEAR}) (?<month>${MONTH})(?: ?[/(] ?(?:${MONTH})\\)?)? (?<day>\\d{1,2})`,
  `(?<month>${MONTH})(?: ?[/(] ?(?:${MONTH})\\)?)? (?<day>\\d{1,2})(?:st|nd|rd|th)? ?[،,]? (?<year>${YEAR})`,
  `(?<year>${YEAR})(?<sign>[-/.])(?<month>\\d{1,2})\\k<sign>(?<day>\\d{1,2})(?:t[\\d:.]+(?:z|[+-]\\d{2}:?\\d{2})?)?`,
  `(?<day>\\d{1,2}) ?(?<sign>[-/.]) ?(?<month>\\d{1,2}) ?\\k<sign> ?(?<year>${YEAR})`,
];
const JOINT = "\\)?(?: ?(?:[-–—|،,/(]|[-–—،,]? ?(?:ه?الموافق(?: ?ل)?|يوافق) ?:?) ?| )";
const DATE_LINES = GREGORIAN.map(
  (date) =>
    new RegExp(
      `^${LEAD}(?:${WEEKDAY}(?:ه?الموافق(?: ?ل)? ?:? ?)?)?${TIME_FIRST}(?:${WEEKDAY})?(?:\\(?${HIJRI}${JOINT}(?:${WEEKDAY})?)?\\(?${date} ?(?:م|ميلاديه?)?\\.?(?:${JOINT}${HIJRI})?\\)?${TIME}$`,
      "u",
    ),
);
const HIJRI_LINE = new RegExp(`^${LEAD}(?:${WEEKDAY})?${TIME_FIRST}${HIJRI}${TIME}$`, "u");
/** The day of the page as it was looked at or printed. */
const OF_PAGE =
  /^(?:(?:تاريخ )?اليوم ?:|تاريخ اليوم|(?:اخر )?تحديث (?:لل?موقع|الموقع|لل?صفحه|الصفحه) ?:?|تاريخ (?:الطباعه|الطبع|التصفح|الزياره|الاطلاع) ?:?|printed(?: on)? ?:?) ?/u;
/** As forums print a day, the month first or not: either may be meant. */
const FORUM = /^\d{2}-\d{2}-\d{4}, \d{2}:\d{2} [ap]m$/;
const AGO =
  /^(?:نشر |اخر تحديث ?:? ?)?(?:منذ|قبل) (?:\d{1,3} )?(?:ثوان|ثواني|ثانيه|دقيقه|دقيقتين|دقايق|ساعه|ساعتين|ساعات|يوم|يومين|ايام|اسبوع|اسبوعين|اسابيع|شهر|شهرين|اشهر|شهور|سنه|سنتين|سنوات|عام|عامين|اعوام)(?: واحده?)?$/u;
/** `السنة 140 العدد 46697` behind a day. */
const ISSUE_BEHIND =
  /(?: ?[-–—،,|/]? ?(?:السنه|سنه) (?:ال)?[^ ]+)? ?[-–—،,|/]? ?(?:رقم )?(?:ال)?عدد(?: رقم)? ?:? ?[[(]?\d{1,6}[\])]?$/u;
/** Longer lines are sentences. */
const LONGEST = 110;

/** From Sunday on, folded. */
const WEEKDAYS = [
  "(?:ال)?احد|sun",
  "(?:ال)?ا?[ثت]نين|mon",
  "(?:ال)?ثلا?ثاء?|tue",
  "(?:ال)?اربعاء?|wed",
  "(?:ال)?خميس|thu",
  "(?:ال)?جمعه|fri",
  "(?:ال)?سبت|sat",
].map((names) => new RegExp(`(?<!\\p{L})(?:${names})(?:(?<=[a-z])[a-z]*|)(?!\\p{L})`, "u"));
/** Null where the text names none. */
function weekdayIn(text: string): number | null {
  const found = WEEKDAYS.findIndex((day) => day.test(text));
  return found < 0 ? null : found;
}

/** In figures that may be two days, the weekday beside them tells which. */
function gregorian({ year, month, day }: Readonly<Record<string, string>>, text: string): CivilDate | null {
  const named = weekdayIn(text);
  if (named !== null && /^\d+$/.test(month ?? "") && day !== month) {
    const [first, second] = [
      civilDate(Number(year), Number(month), Number(day)),
      civilDate(Number(year), Number(day), Number(month)),
    ];
    if (first && second && weekday(first) !== named && weekday(second) === named) return second;
  }
  const [y, d] = [Number(year), Number(day)];
  const m = MONTH_OF.get(month as string) ?? IN_DATES.get(month as string) ?? Number(month);
  // Day before month, as Arabic papers write; the other way round only where the calendar leaves no choice.
  return civilDate(y, m, d) ?? (d <= 12 ? civilDate(y, d, m) : null);
}

/** What a line says of the day when it is nothing but a date; null for text, and for a day that no calendar has. */
export const printedDate = askedOnce((line: string): PrintedDate | null => {
  if (line.length > LONGEST || line.length < 6) return null;
  const text = fold(withDashes(line))
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^\((.*)\)$/u, "$1")
    .replace(/^[*•▪●■◆] /u, "")
    .replace(ISSUE_BEHIND, "");
  if (AGO.test(text)) return { date: null, updated: /^اخر/u.test(text) };
  if (!/\d{4}/.test(text)) return null;
  const ofPage = OF_PAGE.exec(text)?.[0];
  if (ofPage) return printedDate(text.slice(ofPage.length)) ? { date: null, updated: false } : null;
  for (const pattern of DATE_LINES) {
    const groups = pattern.exec(text)?.groups;
    if (!groups) continue;
    if (
      FORUM.test(text) &&
      Math.max(Number(groups.day), Number(groups.month)) <= 12 &&
      groups.day !== groups.month
    )
      return { date: null, updated: false };
    const date = gregorian(groups as Record<string, string>, text);
    return date ? { date, updated: groups.updated !== undefined } : null;
  }
  const hijri = HIJRI_LINE.exec(text);
  return hijri ? { date: null, updated: hijri.groups?.updated !== undefined } : null;
});

/** In text as it is written: digits of any set, and month names in any spelling, none of them cut out of a longer one. */
const DIGIT = "[\\d٠-٩۰-۹]";
const NO_DIGIT_BEFORE = "(?<![\\d٠-٩۰-۹][-/.]?)";
const NO_DIGIT_BEHIND = "(?![-/.]?[\\d٠-٩۰-۹])";
const WRITTEN_YEAR = `(?:1[6-9]|2[01]|١[٦-٩]|٢[٠١]|۱[۶-۹]|۲[۰۱])${DIGIT}{2}${NO_DIGIT_BEHIND}`;
const NUMBER_WORD = `(?:${NO_DIGIT_BEFORE}${DIGIT}{1,2}|(?:ال)?(?:أول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|عشرين|ثلاثين)(?:\\s+(?:عشر|والعشرين|والثلاثين))?)`;
const anySpelling = (name: string): string =>
  name === "اب"
    ? "آب"
    : name.replaceAll("ا", "[اأإآ]").replaceAll("ه", "[هة]").replaceAll("ي", "[يى]").replaceAll(" ", "\\s+");
const MONTH_NAMES = `(?:${[...MONTH_OF.keys()]
  .filter((name) => !/[a-z]/.test(name))
  .sort((a, b) => b.length - a.length)
  .map(anySpelling)
  .join("|")})(?![\\p{L}\\p{M}])`;
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
      [
        `${NO_DIGIT_BEFORE}${WRITTEN_YEAR}\\s+${MONTH_NAMES}\\s+${DIGIT}{1,2}${NO_DIGIT_BEHIND}`,
        `(?:يوم\\s+)?${NUMBER_WORD}\\s+(?:من\\s+)?(?:شهر\\s+)?${MONTH_NAMES}(?:\\s*/\\s*${MONTH_NAMES})?(?:\\s*[،,]?\\s*(?:(?:من\\s+)?(?:عام|سنة)\\s+)?${WRITTEN_YEAR})?`,
        `(?<!\\p{L})${MONTH_NAMES}(?:\\s*/\\s*${MONTH_NAMES})?\\s*[،,]?\\s*(?:(?:من\\s+)?(?:عام|سنة)\\s+)?${WRITTEN_YEAR}`,
        `${NO_DIGIT_BEFORE}${DIGIT}{1,2}\\s?(?<sign>[-/.])\\s?${DIGIT}{1,2}\\s?\\k<sign>\\s?${WRITTEN_YEAR}`,
        `${NO_DIGIT_BEFORE}(?:1[6-9]|2[01]|١[٦-٩]|٢[٠١])${DIGIT}{2}(?<mark>[-/.])${DIGIT}{1,2}\\k<mark>${DIGIT}{1,2}${NO_DIGIT_BEHIND}`,
      ].join("|"),
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
      for (const [quote] of paragraph.matchAll(pattern)) {
        found.push({ kind, quote });
        if (found.length === MOST) return found;
      }
  return found;
}
