/**
 * Where the text stands among the lines of a page: the run of paragraphs that weighs most, each by its length, against the
 * short lines between them (the maximum subarray of Kadane). Menus, lists of titles and comments stand outside.
 */
import { furnitureOf } from "../lines/boilerplate.ts";
import { dayOf, isProse } from "../lines/line.ts";

/** What a paragraph adds at most, and what lines of so many letters take. In UTF-16 units. */
const LONGEST = 400;
const SHORT = [
  [30, -30],
  [60, -20],
  [Number.POSITIVE_INFINITY, -10],
] as const;
const RELATED = -300;
/** So much text is an article. */
const LEAST = 120;
/** A shorter line that stands twice is the headline, or the page's, however it ends; of a longer one the last is text. */
const TWICE = 180;
/** Among so many first lines of the text the day may stand, below a note on the writer or the title of another. */
const HEAD = 14;
const OVER_DAY = 2;

const shortOf = (line: string): number => SHORT.find(([most]) => line.length < most)?.[1] as number;

/** Which lines stand once more, further down or anywhere. */
function repeatedIn(lines: readonly string[]): (line: string, at: number) => boolean {
  const last = new Map(lines.map((line, i) => [line, i]));
  const first = new Map(lines.map((line, i) => [line, i]).reverse() as [string, number][]);
  return (line, at) => last.get(line) !== at || (line.length <= TWICE && first.get(line) !== at);
}

export interface TextRun {
  /** The places of its first and its last paragraph. */
  readonly first: number;
  readonly last: number;
}

/** Where the text begins, if a day stands among the first lines of the run: below that. */
function belowDay(lines: readonly string[], { first, last }: TextRun): number {
  const day = lines.findIndex((line, i) => i > first && i < first + HEAD && dayOf(line) !== undefined);
  if (day < 0 || day >= last || lines.slice(first, day).filter(isProse).length > OVER_DAY) return first;
  return lines.findIndex((line, i) => i > day && isProse(line));
}

/** @param lines Of the whole page. Null where no paragraphs tell. */
export function textRun(lines: readonly string[]): TextRun | null {
  const isRepeated = repeatedIn(lines);
  let best: TextRun | null = null;
  let most = LEAST;
  let from = 0;
  let sum = 0;
  for (const [i, line] of lines.entries()) {
    if (sum <= 0) [from, sum] = [i, 0];
    const isText = isProse(line) && !isRepeated(line, i);
    if (isText) sum += Math.min(line.length, LONGEST);
    else sum += furnitureOf(line)?.why === "related-heading" ? RELATED : shortOf(line);
    if (sum <= most || !isText) continue;
    most = sum;
    best = { first: from, last: i };
  }
  return best && { ...best, first: belowDay(lines, best) };
}
