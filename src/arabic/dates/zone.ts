/**
 * A stated date → the civil date and time at the outlet. `2017-11-22T22:30:00Z` is the 23rd in Baghdad, whatever the
 * machine's zone; without a configured zone, a moment keeps its stated day. ICU knows the zones; it is called once for
 * each day that occurs, and where the offset changes within a day, the second of the change is found by bisection.
 */
import type { CivilDate, CivilTime } from "../../model/civil-date.ts";
import { civilDate, civilTime, dayNumber } from "../../model/civil-date.ts";

export interface CivilMoment {
  readonly date: CivilDate;
  /** Null where only a day was stated. */
  readonly time: CivilTime | null;
}

export interface StatedMoment extends CivilMoment {
  /** The stated offset from UTC, `+03:00`, where day and time are in that offset; `+00:00` for `Z`. */
  readonly offset: string | null;
}
/** The offset of moments in UTC, often written without regard to where the outlet is. */
export const AT_UTC = "+00:00";

const SECONDS_IN_DAY = 86_400;
/** The accepted forms: ISO 8601 as people type it, with one-digit months and a space for the T. */
const STATED =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt ]+(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|z|[+-]\d\d(?::?\d\d)?)?)?$/;
const LONG_OFFSET = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?/;

/** The offset of one day, or the second at which it changes. All in seconds, instants since 1970. */
interface DayOffsets {
  readonly before: number;
  readonly change: number;
  readonly after: number;
}
interface Zone {
  readonly printer: Intl.DateTimeFormat;
  /** By days since 1970 in UTC; at most the days of the articles. */
  readonly days: Map<number, DayOffsets>;
}

/** Cache of zones: a build has one. ICU's answers never change within a run. */
const zones = new Map<string, Zone>();

/** @throws RangeError for a name ICU does not know: names are checked by `isTimeZone` when the settings are read. */
function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const printer = new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" });
  const zone: Zone = { printer, days: new Map<number, DayOffsets>() };
  zones.set(name, zone);
  return zone;
}

/** Seconds east of UTC at an instant, from ICU. */
function askOffset(zone: Zone, instant: number): number {
  const [, sign, hours, minutes, seconds] = LONG_OFFSET.exec(zone.printer.format(instant * 1000)) ?? [];
  if (hours === undefined) return 0;
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0);
  return sign === "-" ? -size : size;
}

function lookAtDay(zone: Zone, day: number): DayOffsets {
  let low = day * SECONDS_IN_DAY;
  let high = low + SECONDS_IN_DAY;
  const before = askOffset(zone, low);
  const after = askOffset(zone, high);
  if (before === after) return { before, change: high, after };
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (askOffset(zone, middle) === before) low = middle;
    else high = middle;
  }
  return { before, change: high, after };
}

/** Seconds east of UTC at an instant, cached by day. No zone changes twice within one day. */
function offsetOfInstant(zone: Zone, instant: number): number {
  const day = Math.floor(instant / SECONDS_IN_DAY);
  let offsets = zone.days.get(day);
  if (offsets === undefined) {
    offsets = lookAtDay(zone, day);
    zone.days.set(day, offsets);
  }
  return instant < offsets.change ? offsets.before : offsets.after;
}

const secondsOf = (time: CivilTime): number =>
  Number(time.slice(0, 2)) * 3600 + Number(time.slice(3, 5)) * 60 + Number(time.slice(6, 8));

/** `Z`, `+03`, `+0300` or `+03:00` in seconds; null where it is beyond what RFC 3339 allows. */
function statedOffset(text: string): number | null {
  if (text === "Z" || text === "z") return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = text.length > 3 ? Number(text.slice(-2)) : 0;
  if (hours > 23 || minutes > 59) return null;
  const size = hours * 3600 + minutes * 60;
  return text.startsWith("-") ? -size : size;
}

/** Local seconds since 1970 → civil date and time; null beyond the years 1 to 9999. */
function civilAt(wall: number): CivilMoment | null {
  const shown = new Date(wall * 1000);
  const date = civilDate(shown.getUTCFullYear(), shown.getUTCMonth() + 1, shown.getUTCDate());
  const time = civilTime(shown.getUTCHours(), shown.getUTCMinutes(), shown.getUTCSeconds());
  return date === null ? null : { date, time };
}

/** Seconds east of UTC as RFC 3339 prints them, to the minute. */
function offsetText(east: number): string {
  const minutes = Math.round(east / 60);
  const size = Math.abs(minutes);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/**
 * `stated` is `2017-11-22`, or ISO 8601 with a time. With `Z` or an offset it is an instant and becomes the date and
 * time in `timeZone`, or keeps its own where that is null; without, it is already civil and unchanged. Null for any
 * other text and for a day or time that does not exist. Fractions of a second are dropped.
 */
export function toCivil(stated: string, timeZone: string | null): StatedMoment | null {
  const [, year, month, day, hour, minute, second, offset] = STATED.exec(stated.trim()) ?? [];
  const date = civilDate(Number(year), Number(month), Number(day));
  if (date === null) return null;
  if (hour === undefined) return { date, time: null, offset: null };
  const time = civilTime(Number(hour), Number(minute), Number(second ?? 0));
  if (time === null) return null;
  if (offset === undefined) return { date, time, offset: null };
  const east = statedOffset(offset);
  if (east === null) return null;
  if (timeZone === null) return { date, time, offset: offsetText(east) };
  const instant = dayNumber(date) * SECONDS_IN_DAY + secondsOf(time) - east;
  const there = civilAt(instant + offsetOfInstant(zoneOf(timeZone), instant));
  return there && { ...there, offset: null };
}

/** Of the offsets on either side of a wall time, the one in force; in a skipped hour, the one before it. */
function offsetOfWall(zone: Zone, wall: number): number {
  const before = offsetOfInstant(zone, wall - SECONDS_IN_DAY);
  if (offsetOfInstant(zone, wall - before) === before) return before;
  const after = offsetOfInstant(zone, wall + SECONDS_IN_DAY);
  return offsetOfInstant(zone, wall - after) === after ? after : before;
}

/**
 * The offset of a civil date and time in a zone in the form of RFC 3339, `+03:00`, to the minute. A time that occurs
 * twice is the first of the two; a skipped one has the offset before it; without a time, the start of the day.
 * @throws RangeError for a time zone that does not exist.
 */
export function offsetAt({ date, time }: CivilMoment, timeZone: string): string {
  const wall = dayNumber(date) * SECONDS_IN_DAY + (time === null ? 0 : secondsOf(time));
  return offsetText(offsetOfWall(zoneOf(timeZone), wall));
}

/** Whether a name is a time zone of the IANA database, such as `Asia/Baghdad`; a bare offset is not. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
