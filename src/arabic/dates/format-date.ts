/**
 * Prints dates, times and distances in Arabic, in the months and digits of the site. Independent of the machine's
 * locale, and free of control characters, so every text may be used in an attribute.
 */
import type { CivilDate, CivilTime } from "../../model/civil-date.ts";
import { dateParts, weekday } from "../../model/civil-date.ts";
import type { Digits, Locale } from "../../model/site.ts";
import type { Noun } from "../grammar/plural.ts";
import { countOf, singularOf } from "../grammar/plural.ts";
import { printDigits } from "../letters/digits.ts";
import { hijriMonthOfDay, monthName, weekdayName } from "./calendar-names.ts";
import { toHijri } from "./hijri.ts";

export interface DateOptions {
  /** Whether the weekday comes first. Default: no. */
  readonly weekday?: boolean;
  /** Whether the Hijri day is added. Default: as in the settings of the site. */
  readonly hijri?: boolean;
  /** Whether the year is printed, and with it the Hijri day. Default: yes. */
  readonly year?: boolean;
}

/** 4 ربيع الأول 1439 هـ, or null where the Hijri table ends. */
export function formatHijri(date: CivilDate, digits: Digits): string | null {
  const hijri = toHijri(date);
  if (hijri === null) return null;
  return printDigits(`${hijri.day} ${hijriMonthOfDay(hijri.month)} ${hijri.year} هـ`, digits);
}

/**
 * 22 تشرين الثاني/نوفمبر 2017; with its weekday الأربعاء 22 …; with its Hijri day … (4 ربيع الأول 1439 هـ), left out
 * where the table of that calendar ends.
 */
export function formatDate(date: CivilDate, locale: Locale, options: DateOptions = {}): string {
  const { year, month, day } = dateParts(date);
  const withYear = options.year ?? true;
  const name = options.weekday ? `${weekdayName(weekday(date))} ` : "";
  const gregorian = `${name}${day} ${monthName(month, locale.months)}${withYear ? ` ${year}` : ""}`;
  const hijri = withYear && (options.hijri ?? locale.hijri) ? formatHijri(date, locale.digits) : null;
  const printed = printDigits(gregorian, locale.digits);
  return hijri === null ? printed : `${printed} (${hijri})`;
}

/** تشرين الثاني/نوفمبر 2017. `month` is 1 to 12. */
export const formatMonth = (year: number, month: number, locale: Locale): string =>
  `${monthName(month, locale.months)} ${formatYear(year, locale.digits)}`;

/** A year is not grouped: 2017, never 2,017. */
export const formatYear = (year: number, digits: Digits): string => printDigits(String(year), digits);

/** 14:35, on the 24-hour clock of news pages. */
export const formatTime = (time: CivilTime, digits: Digits): string => printDigits(time.slice(0, 5), digits);

const DAYS_IN_MONTH = 365.2425 / 12;
const DAYS_IN_YEAR = 365.2425;

/** The unit a reader would count in: days to two weeks, weeks to two months, months to two years, then years. */
function inWords(days: number): { readonly count: number; readonly noun: Noun } {
  if (days === 7) return { count: 1, noun: "week" };
  if (days < 14) return { count: days, noun: "day" };
  if (days < 60) return { count: Math.round(days / 7), noun: "week" };
  const months = Math.round(days / DAYS_IN_MONTH);
  if (months === 12) return { count: 1, noun: "year" };
  if (months < 24) return { count: months, noun: "month" };
  return { count: Math.round(days / DAYS_IN_YEAR), noun: "year" };
}

/**
 * How long after (positive) or before (negative) something was: بعد يومين، قبل 3 أيام، في اليوم نفسه. Whole days;
 * from two weeks on rounded to the nearest week, month or year.
 */
export function formatDistance(days: number, digits: Digits): string {
  if (days === 0) return "في اليوم نفسه";
  const { count, noun } = inWords(Math.abs(days));
  const side = days > 0 ? "بعد" : "قبل";
  return `${side} ${count === 1 ? singularOf(noun) : countOf(count, noun, digits, "genitive")}`;
}
