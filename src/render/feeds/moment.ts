/** Dates of articles → moments with their distance from UTC, as feeds, structured data and sitemaps spell them. */
import { offsetAt } from "../../arabic/zone.ts";
import type { ShownCard } from "../../model/article.ts";
import { type CivilDate, type CivilTime, dateParts, weekday } from "../../model/civil-date.ts";
import type { Locale } from "../../model/site.ts";

/** A moment as a wall clock showed it, with its distance from UTC: `+03:00`. */
export interface Moment {
  readonly date: CivilDate;
  readonly time: CivilTime;
  readonly offset: string;
}
/** An article without a time is placed at noon, so that no reader's own zone moves it to another day. */
const NOON = "12:00:00" as CivilTime;

export function momentOf(date: CivilDate | null, time: CivilTime | null, locale: Locale): Moment | null {
  if (date === null) return null;
  const at = { date, time: time ?? NOON };
  return { ...at, offset: offsetAt(at, locale.timeZone) };
}

/** RFC 3339: `2017-11-22T12:00:00+03:00`. */
export const rfc3339 = ({ date, time, offset }: Moment): string => `${date}T${time}${offset}`;

/** ISO 8601, for formats that take a day alone: an hour that nobody stated is not told. */
export function iso8601(date: CivilDate | null, time: CivilTime | null, locale: Locale): string | null {
  const moment = time === null ? null : momentOf(date, time, locale);
  return moment ? rfc3339(moment) : date;
}

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** RFC 822 with the four digits of a year that RSS asks for: `Wed, 22 Nov 2017 12:00:00 +0300`. */
export function rfc822({ date, time, offset }: Moment): string {
  const { month } = dateParts(date);
  const day = `${DAYS[weekday(date)]}, ${date.slice(8)} ${MONTHS[month - 1]} ${date.slice(0, 4)}`;
  return `${day} ${time} ${offset.replace(":", "")}`;
}

/** Milliseconds since 1970. */
export const instantOf = (moment: Moment): number => Date.parse(rfc3339(moment));

/** The day of the editor's correction, where it is later than that of the publication. */
export const correctedOn = ({ published, updated }: ShownCard): CivilDate | null =>
  updated !== null && updated > (published ?? "") ? updated : null;
