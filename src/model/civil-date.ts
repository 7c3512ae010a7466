/**
 * Civil dates and times: calendar day and wall-clock time in the outlet's zone. `Date` objects are not passed around,
 * because a `Date` is an instant and prints differently depending on the zone of the building machine.
 */
declare const civil: unique symbol;
/** `YYYY-MM-DD` of the proleptic Gregorian calendar, years 0001 to 9999. Sorts as text. */
export type CivilDate = string & { readonly [civil]: "date" };
/** `HH:MM:SS`, 00:00:00 to 23:59:59. Sorts as text. */
export type CivilTime = string & { readonly [civil]: "time" };

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days in a month, 1 to 12. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0);

/** The date, or null where there is no such day (30 February, month 13, year 0). */
export function civilDate(year: number, month: number, day: number): CivilDate | null {
  if (![year, month, day].every(Number.isInteger)) return null;
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return null;
  const two = (n: number) => String(n).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}` as CivilDate;
}

/** The time, or null where there is no such time. */
export function civilTime(hour: number, minute: number, second = 0): CivilTime | null {
  if (![hour, minute, second].every(Number.isInteger)) return null;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return null;
  return [hour, minute, second].map((n) => String(n).padStart(2, "0")).join(":") as CivilTime;
}

/** Year, month (1 to 12) and day as numbers. */
export function dateParts(date: CivilDate): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  return { year: +date.slice(0, 4), month: +date.slice(5, 7), day: +date.slice(8, 10) };
}

/** Days since 1970-01-01; negative before. */
export function dayNumber(date: CivilDate): number {
  const { year, month, day } = dateParts(date);
  const instant = new Date(0);
  instant.setUTCFullYear(year, month - 1, day);
  return Math.round(instant.getTime() / 86_400_000);
}

/** 0 Sunday to 6 Saturday. */
export const weekday = (date: CivilDate): number => (((dayNumber(date) + 4) % 7) + 7) % 7;
