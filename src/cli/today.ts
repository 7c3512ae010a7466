/** Today's date, for what commands print or write once. A build never asks the clock. */
import { toCivil } from "../arabic/dates/zone.ts";
import { type CivilDate, civilDate } from "../model/civil-date.ts";

/** @param timeZone IANA name; null for the machine's own. */
export function today(timeZone: string | null = null, now = new Date()): CivilDate {
  const there = timeZone === null ? null : toCivil(now.toISOString(), timeZone);
  return there?.date ?? (civilDate(now.getFullYear(), now.getMonth() + 1, now.getDate()) as CivilDate);
}
