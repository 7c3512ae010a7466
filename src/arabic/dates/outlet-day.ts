/**
 * The local day of the outlet for a moment stated in UTC or without a zone: where the settings name no time zone, the
 * day printed on the page is used.
 */

import { type CivilDate, dayNumber } from "../../model/civil-date.ts";
import { AT_UTC, type StatedMoment, toCivil } from "./zone.ts";

/**
 * The greatest offsets from UTC in hours, ahead and behind (IANA time zone database: Pacific/Kiritimati, Etc/GMT+12).
 */
const AHEAD = 14;
const BEHIND = 12;
const HOURS_IN_DAY = 24;

/** Whether the local day of the outlet may differ from the stated one. */
const mayBeOtherDay = ({ time, offset }: StatedMoment): boolean =>
  time !== null && (offset === null || offset === AT_UTC);

/**
 * @param stated Resolved without a time zone. @param printed Days that the page prints as those of the article.
 * @returns The printed day that is the day before or after the stated one; null where the stated day is kept.
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

/** As {@link outletDay}, for dates as stated. @param printed Called only where it may matter. */
export function dayPrintedInstead(
  stated: string | undefined,
  printed: () => readonly (string | undefined)[],
): CivilDate | null {
  const moment = stated === undefined ? null : toCivil(stated, null);
  return moment && mayBeOtherDay(moment) ? outletDay(moment, printed().map(dayOf)) : null;
}
