/**
 * Stated times → the outlet's own civil time, and back to an offset for feeds (RFC 3339). The zone's rules come from
 * ICU; they are asked once for each hour and zone, since a formatter costs more than all the rest.
 */
import { type CivilDate, type CivilTime, civilDate, civilTime, dateParts } from "../model/civil-date.ts";

export interface Civil {
  readonly date: CivilDate;
  readonly time: CivilTime | null;
}

const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();
const HOUR = 3_600_000;

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US-u-ca-iso8601-nu-latn", {
    timeZone,
    hourCycle: "h23",
    ...{
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    },
  });
  formatters.set(timeZone, made);
  return made;
}

/** Whether ICU knows a zone of this name. */
export function isTimeZone(name: string): boolean {
  try {
    formatterFor(name);
    return true;
  } catch {
    return false;
  }
}

const utc = (year: number, month: number, day: number, clock: readonly [number, number, number]): number => {
  const instant = new Date(0);
  instant.setUTCFullYear(year, month - 1, day);
  return instant.setUTCHours(...clock);
};

function askOffset(instant: number, timeZone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatterFor(timeZone).formatToParts(instant)) parts[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
  return utc(year, month, day, [hour, minute, second]) - Math.floor(instant / 1000) * 1000;
}

/** Milliseconds that the zone's clocks are ahead of UTC at an instant. Zones change their offset on whole hours or quarters of UTC. */
function offsetOf(instant: number, timeZone: string): number {
  const quarter = Math.floor(instant / (HOUR / 4));
  const zone = offsets.get(timeZone) ?? new Map<number, number>();
  offsets.set(timeZone, zone);
  const known = zone.get(quarter);
  if (known !== undefined) return known;
  // A day on which the offset is the same at both ends holds no change: one answer serves all of it.
  const day = Math.floor(instant / (24 * HOUR)) * 24 * HOUR;
  const dayKey = -1 - day / HOUR;
  const whole = zone.get(dayKey);
  if (whole !== undefined && !Number.isNaN(whole)) return whole;
  if (whole === undefined) {
    const before = askOffset(day - 1000, timeZone);
    const constant =
      before === askOffset(day + 12 * HOUR, timeZone) && before === askOffset(day + 24 * HOUR, timeZone);
    zone.set(dayKey, constant ? before : Number.NaN);
    if (constant) return before;
  }
  const asked = askOffset(quarter * (HOUR / 4), timeZone);
  zone.set(quarter, asked);
  return asked;
}

const STATED =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

function minutesOf(offset: string): number {
  if (/^z$/i.test(offset)) return 0;
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(-2))];
  return (offset[0] === "-" ? -1 : 1) * (hours * 60 + minutes);
}

/**
 * `2017-11-22`, `2017-11-22 14:30`, `2017-11-22T14:30:00+03:00` → the date and time on the wall of the outlet. A time
 * without an offset is taken to be the outlet's own. Null when it is none of these, or no calendar has it.
 */
export function toCivil(stated: string, timeZone: string): Civil | null {
  const match = STATED.exec(stated.trim());
  if (!match) return null;
  const [, y, m, d, hh, mm, ss, offset] = match;
  const date = civilDate(Number(y), Number(m), Number(d));
  if (!date) return null;
  if (hh === undefined) return { date, time: null };
  const time = civilTime(Number(hh), Number(mm), Number(ss ?? 0));
  if (!time) return null;
  if (offset === undefined) return { date, time };
  const instant = utc(Number(y), Number(m), Number(d), [
    Number(hh),
    Number(mm) - minutesOf(offset),
    Number(ss ?? 0),
  ]);
  const there = new Date(instant + offsetOf(instant, timeZone));
  const moved = civilDate(there.getUTCFullYear(), there.getUTCMonth() + 1, there.getUTCDate());
  if (!moved) return null;
  return { date: moved, time: civilTime(there.getUTCHours(), there.getUTCMinutes(), there.getUTCSeconds()) };
}

/** `+03:00`: how far the outlet's clocks were ahead of UTC then (RFC 3339). In the hour that a clock shows twice, the first. */
export function offsetAt({ date, time }: Civil, timeZone: string): string {
  const { year, month, day } = dateParts(date);
  const [hours = 0, minutes = 0, seconds = 0] = (time ?? "00:00:00").split(":").map(Number);
  const wall = utc(year, month, day, [hours, minutes, seconds]);
  const guess = offsetOf(wall - offsetOf(wall, timeZone), timeZone);
  const earlier = offsetOf(wall - guess - HOUR, timeZone);
  const offset = wall - earlier + offsetOf(wall - earlier, timeZone) === wall ? earlier : guess;
  const total = Math.round(offset / 60_000);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${total < 0 ? "-" : "+"}${two(Math.floor(Math.abs(total) / 60))}:${two(Math.abs(total) % 60)}`;
}
