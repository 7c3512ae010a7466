/** The day on a wall: commands alone ask the machine's clock, for what they write once or print; a build knows none. */
import { toCivil } from "../arabic/dates/zone.ts";
import { type CivilDate, civilDate } from "../model/civil-date.ts";

/** @param timeZone Where the wall stands; null for where the machine is. */
export function today(timeZone: string | null = null, now = new Date()): CivilDate {
  const there = timeZone === null ? null : toCivil(now.toISOString(), timeZone);
  return there?.date ?? (civilDate(now.getFullYear(), now.getMonth() + 1, now.getDate()) as CivilDate);
}
