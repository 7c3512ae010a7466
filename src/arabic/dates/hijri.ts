/**
 * Converts dates to and from the Hijri calendar of Umm al-Qura, which Saudi Arabia publishes and most news media print.
 * Only numbers are taken from ICU, through `formatToParts`; names and order are ours. ICU's table is reliable from 1300
 * to 1500 AH; outside it the result is null.
 */
import type { CivilDate } from "../../model/civil-date.ts";
import { civilDate, dayNumber } from "../../model/civil-date.ts";

/** `month` is 1 (Muharram) to 12 (Dhu al-Hijja), `day` 1 to 30. */
export interface HijriDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** 1 Muharram 1300 and the last of Dhu al-Hijja 1500, as ISO dates: they compare as text. */
const FIRST = "1882-11-12";
const LAST = "2077-11-16";
const DAY_IN_MS = 86_400_000;

const UMM_AL_QURA = new Intl.DateTimeFormat("en-u-ca-islamic-umalqura-nu-latn", {
  timeZone: "UTC",
  year: "numeric",
  month: "numeric",
  day: "numeric",
});

/** Cache of converted dates: an archive repeats the same days; at most 71,000 entries. */
const known = new Map<CivilDate, HijriDate>();

function convert(date: CivilDate): HijriDate {
  const found = { year: 0, month: 0, day: 0 };
  for (const { type, value } of UMM_AL_QURA.formatToParts(dayNumber(date) * DAY_IN_MS)) {
    if (type === "year" || type === "month" || type === "day") found[type] = Number.parseInt(value, 10);
  }
  return found;
}

/** The Hijri date of a day, or null before 1300 and after 1500 AH. */
export function toHijri(date: CivilDate): HijriDate | null {
  if (date < FIRST || date > LAST) return null;
  const before = known.get(date);
  if (before !== undefined) return before;
  const hijri = convert(date);
  known.set(date, hijri);
  return hijri;
}

/** Mean length of a lunar month in days. */
const MONTH = 29.530588;

/** The day of a Hijri date; null where the calendar has no such day, before 1300 and after 1500 AH. */
export function fromHijri({ year, month, day }: HijriDate): CivilDate | null {
  const months = (year - 1300) * 12 + month - 1;
  const near = dayNumber(FIRST as CivilDate) + Math.round(months * MONTH) + day - 1;
  for (const days of [0, -1, 1, -2, 2, -3, 3]) {
    const at = new Date((near + days) * DAY_IN_MS);
    const date = civilDate(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
    const hijri = date && toHijri(date);
    if (hijri?.year === year && hijri.month === month && hijri.day === day) return date;
  }
  return null;
}
