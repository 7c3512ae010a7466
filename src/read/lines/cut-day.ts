/** A day that a page cut into lines, as a calendar leaf shows it: `6`, `آذار`, `2011` → one line. */
import { printedDate } from "./printed-date.ts";

const PART = /^(?:\p{Nd}{1,2}|\p{Nd}{4}|\p{L}[\p{L}\p{M} ]{1,14})[،,]?$/u;
const PARTS = 3;

/** @param lines Of a page, in order. Joins neighbours that are a day only together. */
export function withWholeDays(lines: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const parts = lines.slice(i, i + PARTS);
    const day = parts.join(" ");
    if (parts.length === PARTS && parts.every((part) => PART.test(part)) && printedDate(day)?.date) {
      joined.push(day);
      i += PARTS - 1;
    } else joined.push(lines[i] as string);
  }
  return joined;
}
