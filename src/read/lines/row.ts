/** A line of several things that pages print about an article: who, where, when, from whom. */

import { askedOnce } from "./asked-once.ts";
import { furnitureOf } from "./boilerplate.ts";
import { creditOf } from "./byline.ts";
import { isCity } from "./cities.ts";
import { withDashes } from "./keyboard-dash.ts";
import { postedParts } from "./posted.ts";
import { printedDate } from "./printed-date.ts";

const CLOCK =
  /^(?:الساعة\s*)?\d{1,2}:\d{2}\s*(?:ص|م|صباحا|مساء|صباحًا|مساءً|AM|PM)?(?:\s*\(?(?:GMT|GST|UTC|بتوقيت\s+\S+(?:\s\S+)?)(?:\s*[+-]\d{1,4})?\)?)?$/iu;
const LONGEST_ROW = 150;
/** What parts the things that stand in a row. */
export const ROW_SIGN = /\s*[|•·]\s*|\s+[-–—]\s+|\s{3,}/u;
/** `العدد 15370`. */
const ISSUE = /^(?:ال)?عدد(?:\s*رقم)?\s*[:：(]?\s*[\d٠-٩]{1,6}\)?$/u;

/** `دمشق في 6 آذار 2011`, with names of one word to three. */
const CITY_AND_DAY = [0, 1, 2].map(
  (more) =>
    new RegExp(
      `^([\\p{L}\\p{M}]+(?:\\s[\\p{L}\\p{M}]+){${more}})(?:\\s?[،,/:]\\s?(?:في\\s+)?|\\s+في\\s+|\\s+)(.*\\p{Nd}{4}.*)$`,
      "u",
    ),
);
/** `حلب 6 آذار 2011 (سانا)`, `حلب 6 آذار 2011 م سانا`. */
const DAY_AND_AGENCY = /^(.*?\p{Nd}.*?)\s*(?:[(/]\s*([^()/]{2,20}?)\s*[)/]|\s(\p{L}{2,8}))\s*[-–—:.]*$/u;
/** `بواسطة هالة مراد في 6 آذار 2011`. */
const CREDIT_AND_DAY = /^(.*\p{L})\s+(?:في|بتاريخ|يوم)\s+(.*\p{Nd}{2}.*)$/u;

/** `نشر في 6 آذار 2011 – آخر تحديث: 7 آذار 2011`. */
const DAY_AND_CHANGE =
  /^(.*\p{Nd}{4}.*?)\s*[-–—|،,(]*\s*((?:[آأا]خر\s+تحديث|(?:تم\s+)?(?:ال)?تحديث|تاريخ\s+(?:ال)?تحديث|updated)\s*[^)]*?)\s*\)?$/iu;

function dayAndChange(line: string): readonly string[] | null {
  const [, day = "", change = ""] = DAY_AND_CHANGE.exec(line) ?? [];
  return printedDate(day)?.date && printedDate(change)?.updated ? [day, change] : null;
}

/** A city, a day, and the agency that is named behind it. */
function cityAndDay(line: string): readonly string[] | null {
  const found = CITY_AND_DAY.map((pattern) => pattern.exec(line)).find((one) => isCity(one?.[1] ?? ""));
  const [city, rest] = found ? [found[1] as string, found[2] as string] : [null, line];
  if (city !== null && printedDate(rest)?.date) return [city, rest];
  const [, day = "", bracketed, bare] = DAY_AND_AGENCY.exec(rest) ?? [];
  const agency = bracketed ?? bare ?? "";
  return printedDate(day)?.date && creditOf(agency)?.agency
    ? [...(city === null ? [] : [city]), day, agency]
    : null;
}

/** `6 آذار 2011 في محليات`: the section, or where. */
const DAY_AND_PLACE = /^(.*\p{Nd}{4})\s+(?:في|in)\s+(\p{L}[\p{L}\p{M}]*(?:\s\p{L}[\p{L}\p{M}]*)?)$/u;

function dayAndPlace(line: string): readonly string[] | null {
  const day = DAY_AND_PLACE.exec(line)?.[1];
  return day !== undefined && printedDate(day)?.date ? [day] : null;
}

function creditAndDay(line: string): readonly string[] | null {
  const [, credit = "", day = ""] = CREDIT_AND_DAY.exec(line) ?? [];
  const isTime = printedDate(day)?.date || CLOCK.test(day);
  return creditOf(credit)?.sure && isTime ? [credit, day] : null;
}

/** `فلان | 22 نوفمبر 2017 | 3 دقائق قراءة` → its parts: a line of several such things, of which one at least is a date, and some may be names. */
export const rowOf = (line: string, mostNames = 2): readonly string[] | null =>
  mostNames === 2 ? rowOfNames(line) : rowIn(line, mostNames);
const rowOfNames = askedOnce((line) => rowIn(line, 2));

function rowIn(line: string, mostNames: number): readonly string[] | null {
  if (line.length > LONGEST_ROW) return null;
  const placed =
    mostNames > 0
      ? (cityAndDay(line) ?? creditAndDay(line) ?? dayAndChange(line) ?? dayAndPlace(line))
      : null;
  if (placed) return placed;
  const parts = withDashes(line)
    .split(ROW_SIGN)
    .filter((part) => part !== "");
  if (parts.length < 2 || parts.length > 6) return postedParts(line);
  const isKnown = (part: string) =>
    printedDate(part) || creditOf(part) || furnitureOf(part) || CLOCK.test(part) || ISSUE.test(part);
  const isName = (part: string) => part.split(/\s+/).length <= 4 && /^[\p{L}\p{M}. ]+$/u.test(part);
  const unknown = parts.filter((part) => !isKnown(part));
  const isRow =
    parts.some((part) => printedDate(part)?.date) && unknown.length <= mostNames && unknown.every(isName);
  return isRow ? parts : postedParts(line);
}
