/** A date as an editor or another program states it in a key → ISO 8601, or what is wrong with it. Nothing is guessed. */
import { printDigits } from "../../arabic/letters/digits.ts";
import { civilDate, civilTime } from "../../model/civil-date.ts";
import { wanted } from "../../model/diagnostics/wanted.ts";
import { printedDate } from "../lines/printed-date.ts";

const STATED =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(?:[Zz]|[+-]\d{2}(?::?\d{2})?)?)?$/;
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** As mail and feeds write it, `Sun, 22 Jan 2017 14:30:00 GMT`, and UTC or GMT behind a time → as ISO 8601 has it. */
export function isoOf(value: string): string {
  const utc = value.replace(/(\d:\d{2}(?:\.\d+)?) ?(?:UTC|GMT)$/i, "$1Z");
  const mail = /^(?:[a-z]{3}, *)?(\d{1,2}) ([a-z]{3}) (\d{4}) (\d{2}:\d{2}(?::\d{2})?) ?([+-]\d{4}|Z)$/i.exec(
    utc,
  );
  const month = MONTHS.indexOf(mail?.[2]?.toLowerCase() ?? "") + 1;
  if (!mail || month === 0) return utc;
  const [, day = "", , year, time, zone] = mail;
  return `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}T${time}${zone}`;
}

/** `05/11/2017` is a day of November to some and of May to others. */
function twoReadings(value: string): readonly string[] | null {
  const [, first, second, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(value)?.map(Number) ?? [];
  const [a, b] = [
    civilDate(year ?? 0, second ?? 0, first ?? 0),
    civilDate(year ?? 0, first ?? 0, second ?? 0),
  ];
  return a && b && a !== b ? [a, b] : null;
}

/** A date as ISO 8601, or what is wrong with it. A day printed in another way is taken where it can mean one day only. */
export function statedDate(value: string): { readonly date: string } | { readonly fault: string } {
  const iso = isoOf(value);
  const match = STATED.exec(iso);
  if (!match) {
    if (/^\d{4}(?:-\d{1,2})?$/.test(value)) return { fault: wanted("whole-day") };
    const readings = twoReadings(printDigits(value, "latn"));
    if (readings) return { fault: wanted("one-day", ...readings) };
    const printed = printedDate(value)?.date;
    return printed ? { date: printed } : { fault: wanted("date") };
  }
  const [, year, month, day, hour, minute, second] = match.map(Number);
  if (!civilDate(year ?? 0, month ?? 0, day ?? 0)) return { fault: wanted("day-that-exists") };
  const timed = match[4] !== undefined;
  if (timed && !civilTime(hour ?? 0, minute ?? 0, match[6] === undefined ? 0 : (second ?? 0)))
    return { fault: wanted("time-that-exists") };
  return { date: iso };
}

const MOMENT = /\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)? ?(?:[Zz]|[+-]\d{2}:?\d{2})$/;

/** The moment, with its distance from UTC, that a line which is nothing but a date ends in; undefined where it states none. */
export function momentIn(line: string): string | undefined {
  const moment = MOMENT.exec(isoOf(line.trim()))?.[0];
  const stated = moment === undefined ? null : statedDate(moment);
  return stated && "date" in stated ? stated.date : undefined;
}
