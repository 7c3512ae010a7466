/**
 * Names of months and weekdays. Own tables, because outlets choose their month names and ICU's names for a country
 * change between versions. `dual` prints both, as pan-Arab media do: تشرين الثاني/نوفمبر.
 */
import type { MonthNames } from "../../model/site.ts";

type Twelve = readonly [string, ...string[]] & { readonly length: 12 };

const LEVANT: Twelve = [
  "كانون الثاني",
  "شباط",
  "آذار",
  "نيسان",
  "أيار",
  "حزيران",
  "تموز",
  "آب",
  "أيلول",
  "تشرين الأول",
  "تشرين الثاني",
  "كانون الأول",
];
const EGYPT: Twelve = [
  "يناير",
  "فبراير",
  "مارس",
  "أبريل",
  "مايو",
  "يونيو",
  "يوليو",
  "أغسطس",
  "سبتمبر",
  "أكتوبر",
  "نوفمبر",
  "ديسمبر",
];
const MAGHREB: Twelve = [
  "جانفي",
  "فيفري",
  "مارس",
  "أفريل",
  "ماي",
  "جوان",
  "جويلية",
  "أوت",
  "سبتمبر",
  "أكتوبر",
  "نوفمبر",
  "ديسمبر",
];
const MOROCCO: Twelve = [
  "يناير",
  "فبراير",
  "مارس",
  "أبريل",
  "ماي",
  "يونيو",
  "يوليوز",
  "غشت",
  "شتنبر",
  "أكتوبر",
  "نونبر",
  "دجنبر",
];

/** Names of the Gregorian months, January first, for each profile. */
export const MONTHS: Readonly<Record<MonthNames, readonly string[]>> = {
  levant: LEVANT,
  egypt: EGYPT,
  maghreb: MAGHREB,
  morocco: MOROCCO,
  dual: LEVANT.map((name, index) => `${name}/${EGYPT[index]}`),
};

/** Sunday first, as `weekday()` of a civil date counts. */
export const WEEKDAYS = ["الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"] as const;

/** One distinct letter per weekday, for the head of a calendar (CLDR, narrow names of days in Arabic). Sunday first. */
const WEEKDAY_LETTERS = ["ح", "ن", "ث", "ر", "خ", "ج", "س"] as const;

/** Hijri months in the nominative, Muharram first. */
export const HIJRI_MONTHS: readonly string[] = [
  "محرم",
  "صفر",
  "ربيع الأول",
  "ربيع الآخر",
  "جمادى الأولى",
  "جمادى الآخرة",
  "رجب",
  "شعبان",
  "رمضان",
  "شوال",
  "ذو القعدة",
  "ذو الحجة",
];

function nameAt(names: readonly string[], index: number): string {
  const name = names[index];
  if (name === undefined) throw new RangeError(`the calendar has no such name: number ${index}`);
  return name;
}

/** The name of a Gregorian month. @throws RangeError unless `month` is 1 to 12. */
export const monthName = (month: number, names: MonthNames): string => nameAt(MONTHS[names], month - 1);

/** The name of a weekday. @throws RangeError unless `day` is 0 (Sunday) to 6 (Saturday). */
export const weekdayName = (day: number): string => nameAt(WEEKDAYS, day);

/** The letter of a weekday. @throws RangeError unless `day` is 0 (Sunday) to 6 (Saturday). */
export const weekdayLetter = (day: number): string => nameAt(WEEKDAY_LETTERS, day);

/** The name of a Hijri month. @throws RangeError unless `month` is 1 to 12. */
export const hijriMonthName = (month: number): string => nameAt(HIJRI_MONTHS, month - 1);

/** The name of a Hijri month after a day of it, in the genitive: 4 ذي القعدة. @throws RangeError unless 1 to 12. */
export const hijriMonthOfDay = (month: number): string => hijriMonthName(month).replace(/^ذو /, "ذي ");
