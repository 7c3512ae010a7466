/** Converts dates of articles to moments with a UTC offset, and prints them for feeds, structured data and sitemaps. */
import { offsetAt } from "../../arabic/dates/zone.ts";
import type { Card, ShownCard } from "../../model/article.ts";
import { type CivilDate, type CivilTime, dateParts, weekday } from "../../model/civil-date.ts";
import type { Locale } from "../../model/site.ts";

/** Local date and time with the UTC offset: `+03:00`. */
export interface Moment {
  readonly date: CivilDate;
  readonly time: CivilTime;
  readonly offset: string;
}
/** The time of an article without one: noon, so that few time zones of readers move it to another day. */
const NOON = "12:00:00" as CivilTime;

/** When an article was published. An offset stated with the date is kept where the settings state no time zone. */
export function publishedAt(
  { published, time, offset }: Pick<Card, "published" | "time" | "offset">,
  locale: Locale,
): Moment | null {
  if (published === null) return null;
  if (time !== null && offset !== null) return { date: published, time, offset };
  return momentOn(published, time ?? NOON, locale);
}

function momentOn(date: CivilDate, time: CivilTime, { timeZone }: Locale): Moment {
  const at = { date, time };
  return { ...at, offset: offsetAt(at, timeZone ?? "UTC") };
}

/** RFC 3339: `2017-11-22T12:00:00+03:00`. */
export const rfc3339 = ({ date, time, offset }: Moment): string => `${date}T${time}${offset}`;

/** ISO 8601, for formats that allow a date without a time: without a stated time, only the day is given. */
export function iso8601(card: Pick<Card, "published" | "time" | "offset">, locale: Locale): string | null {
  const moment = card.time === null ? null : publishedAt(card, locale);
  return moment ? rfc3339(moment) : card.published;
}

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** RFC 822 with four-digit years, as RSS recommends: `Wed, 22 Nov 2017 12:00:00 +0300`. */
export function rfc822({ date, time, offset }: Moment): string {
  const { month } = dateParts(date);
  const day = `${DAYS[weekday(date)]}, ${date.slice(8)} ${MONTHS[month - 1]} ${date.slice(0, 4)}`;
  return `${day} ${time} ${offset.replace(":", "")}`;
}

/** Milliseconds since 1970. */
export const instantOf = (moment: Moment): number => Date.parse(rfc3339(moment));

/** The day of the correction, where it is later than that of the publication. */
export const correctedOn = ({ published, updated }: ShownCard): CivilDate | null =>
  updated !== null && updated > (published ?? "") ? updated : null;

/** The correction as a moment, for formats that require a time. */
export function correctedAt(card: ShownCard, locale: Locale): Moment | null {
  const day = correctedOn(card);
  return day && momentOn(day, NOON, locale);
}
