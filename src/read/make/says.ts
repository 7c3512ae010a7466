/** A line and what lines at its place say, `كتب {writer} - {day}` → the fields in it. */
import { momentIn } from "../keys/stated-date.ts";
import { dayWithin } from "./day-within.ts";
import type { FieldName } from "./make.ts";

/** A day is a date, the others are text. */
export type SaidByLine = Partial<Readonly<Record<FieldName, string>>>;

const SLOT = /\{(headline|day|writer|section|title|other)\}/;
/** Stands for the day while a line is compared; in no text that is exchanged (Unicode, private use). */
const DAY = "\ue000";
const LONGEST = 300;
const patterns = new Map<string, { readonly pattern: RegExp; readonly names: readonly string[] }>();

/** Spaces may be any, numbers are any number. */
const literal = (text: string): string =>
  text
    .replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")
    .replace(/\p{Nd}+/gu, "\\p{Nd}+")
    .replace(/\s+/g, "\\s*");

function patternOf(says: string) {
  const known = patterns.get(says);
  if (known) return known;
  const parts = says.split(SLOT);
  const slot = (name: string): string => (name === "day" ? DAY : "(.+?)");
  const source = parts.map((part, i) => (i % 2 === 0 ? literal(part) : slot(part))).join("");
  const names = parts.filter((name, i) => i % 2 === 1 && name !== "day");
  const made = { pattern: new RegExp(`^${source}$`, "u"), names };
  patterns.set(says, made);
  return made;
}

/** A line with {@link DAY} in the place of the day that it prints. */
function withoutDay(line: string): { readonly text: string; readonly day?: string } {
  const day = dayWithin(line);
  if (day === null) return { text: line };
  const text = `${line.slice(0, day.from)}${DAY}${line.slice(day.to)}`;
  return { text, day: momentIn(line.slice(day.from, day.to)) ?? day.date };
}

/** The line with `{day}` in the place of the day that it prints. */
export const daySlotted = (line: string): string => withoutDay(line).text.replace(DAY, " {day} ").trim();

/** Signs that part what a line says are no part of it. */
const bare = (value: string): string => value.replace(/^[\s/|:،,\-–—•·*]+|[\s/|:،,\-–—•·]+$/gu, "");

/** @returns Null where the line is made otherwise. */
export function fieldsIn(line: string, says: string): SaidByLine | null {
  if (line.length > LONGEST) return null;
  const { pattern, names } = patternOf(says);
  const { text, day } = says.includes("{day}") ? withoutDay(line) : { text: line };
  const match = pattern.exec(text);
  if (!match) return null;
  const found: Record<string, string> = day === undefined ? {} : { day };
  for (const [i, name] of names.entries())
    if (name !== "other")
      found[name] = name === "headline" ? (match[i + 1] as string).trim() : bare(match[i + 1] as string);
  return found;
}

export { bare as bareValue };
