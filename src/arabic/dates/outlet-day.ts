/**
 * The day on the outlet's own wall, of a moment that is stated in UTC or in no zone at all: where the settings name no time
 * zone, the day that the page itself prints is the one its readers knew.
 */

import { type CivilDate, dayNumber } from "../../model/civil-date.ts";
import { AT_UTC, type StatedMoment, toCivil } from "./zone.ts";

/** Clocks are at most so many hours ahead of UTC, and behind it (IANA time zone database: Pacific/Kiritimati, Etc/GMT+12). */
const AHEAD = 14;
const BEHIND = 12;
const HOURS_IN_DAY = 24;

/** Whether the day of a moment may be another where the outlet is. */
const mayBeOtherDay = ({ time, offset }: StatedMoment): boolean =>
  time !== null && (offset === null || offset === AT_UTC);

/**
 * @param stated Reckoned without a time zone. @param printed Days that the page prints as the article's.
 * @returns The one of them that is its day, the day before or after the stated one; null where the stated day stands.
 */
export function outletDay(
  stated: StatedMoment,
  printed: readonly (CivilDate | undefined)[],
): CivilDate | null {
  const { date, time } = stated;
  if (time === null || !mayBeOtherDay(stated) || printed.includes(date)) return null;
  const hour = Number(time.slice(0, 2));
  const isNeighbour = (day: CivilDate): boolean => {
    const apart = dayNumber(day) - dayNumber(date);
    return (apart === 1 && hour + AHEAD >= HOURS_IN_DAY) || (apart === -1 && hour < BEHIND);
  };
  return printed.find((day) => day !== undefined && isNeighbour(day)) ?? null;
}

const dayOf = (stated: string | undefined): CivilDate | undefined =>
  stated === undefined ? undefined : toCivil(stated, null)?.date;

/** As {@link outletDay}, of dates as they are stated. @param printed Asked only where it may matter. */
export function dayPrintedInstead(
  stated: string | undefined,
  printed: () => readonly (string | undefined)[],
): CivilDate | null {
  const moment = stated === undefined ? null : toCivil(stated, null);
  return moment && mayBeOtherDay(moment) ? outletDay(moment, printed().map(dayOf)) : null;
}
