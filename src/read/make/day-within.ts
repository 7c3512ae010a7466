/** A day in a line that says more: only where a line is known by its place to state the day of its article. */
import type { CivilDate } from "../../model/civil-date.ts";
import { printedDate } from "../lines/printed-date.ts";

export interface DayWithin {
  readonly date: CivilDate;
  /** Offsets of its words in the line. */
  readonly from: number;
  readonly to: number;
}

const LONGEST = 120;
/** A day is printed in so many words at most: `الأحد 13 كانون الأول / ديسمبر 2015`. */
const MOST_WORDS = 9;
const YEAR = /\p{Nd}{4}/u;

/** The longest run of words that prints a day and nothing else, and of those the first. */
export function dayWithin(line: string): DayWithin | null {
  if (line.length > LONGEST || !YEAR.test(line)) return null;
  const words = [...line.matchAll(/[^\s|•·()[\]]+/gu)].map(({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
  }));
  for (let count = Math.min(MOST_WORDS, words.length); count > 0; count--)
    for (let i = 0; i + count <= words.length; i++) {
      const [from, to] = [words[i]?.from ?? 0, words[i + count - 1]?.to ?? 0];
      const part = line.slice(from, to);
      if (!YEAR.test(part)) continue;
      const text = part.replace(/\s*([/.-])\s*/gu, "$1").replace(/\s+([,،])/gu, "$1");
      const printed = printedDate(part) ?? printedDate(text);
      if (printed?.date && !printed.updated) return { date: printed.date, from, to };
    }
  return null;
}
