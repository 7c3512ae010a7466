/**
 * Where the text stands among the lines of a page: the run of paragraphs that weighs most, each by its length, against the
 * short lines between them (the maximum subarray of Kadane). Menus, lists of titles and comments stand outside.
 */
import { furnitureOf } from "../lines/boilerplate.ts";
import { isProse } from "../lines/line.ts";

/** What a line adds, in UTF-16 units. */
const LONGEST = 400;
const SHORT = -30;
const RELATED = -300;
/** So much text is an article. */
const LEAST = 120;

function weightOf(line: string): number {
  if (isProse(line)) return Math.min(line.length, LONGEST);
  return furnitureOf(line)?.why === "related-heading" ? RELATED : SHORT;
}

export interface TextRun {
  /** The places of its first and its last paragraph. */
  readonly first: number;
  readonly last: number;
}

/** @param lines Of the whole page. Null where no paragraphs tell. */
export function textRun(lines: readonly string[]): TextRun | null {
  let best: TextRun | null = null;
  let most = LEAST;
  let from = 0;
  let sum = 0;
  for (const [i, line] of lines.entries()) {
    if (sum <= 0) [from, sum] = [i, 0];
    sum += weightOf(line);
    if (sum <= most) continue;
    most = sum;
    best = { first: from, last: i };
  }
  return best;
}
