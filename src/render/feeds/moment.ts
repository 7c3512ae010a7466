/** Dates of articles → moments with their distance from UTC, as feeds, structured data and sitemaps spell them. */
import { offsetAt } from "../../arabic/dates/zone.ts";
import type { Card, ShownCard } from "../../model/article.ts";
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

/** When an article was published. A moment that was stated with its own offset, and no zone in the settings, keeps it. */
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

/** ISO 8601, for formats that take a day alone: an hour that nobody stated is not given. */
export function iso8601(card: Pick<Card, "published" | "time" | "offset">, locale: Locale): string | null {
  const moment = card.time === null ? null : publishedAt(card, locale);
  return moment ? rfc3339(moment) : card.published;
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

/** As a moment, for formats that take no day alone. */
export function correctedAt(card: ShownCard, locale: Locale): Moment | null {
  const day = correctedOn(card);
  return day && momentOn(day, NOON, locale);
}
