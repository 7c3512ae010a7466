/** Comments of readers under a text: a count of them, and so many lines at most that name who says what, or numbers. */
import { fold } from "../../arabic/letters/fold.ts";
import { furnitureOf } from "./boilerplate.ts";

const COUNT = new RegExp(
  `^(?:${fold("(?:عدد )?(?:ال)?تعليقات(?: (?:القراء|الزوار))?")}|comments) ?:? ?[([]? ?(\\d{1,3}) ?[)\\]]?$|^\\(?(\\d{1,3})\\)? (?:${fold("تعليقات|تعليق")}|comments?)$`,
  "u",
);
const COMMENT = /^([\p{L}\p{M}\d._]+(?: [\p{L}\p{M}\d._]+){0,3})\s*:\s*\S/u;

/** `1 - سعاد`: comments that are numbered have more lines each, with a day or without. */
const NUMBERED = /^\(?(\p{Nd}{1,3})\)?\s*[-–.):]\s*\p{L}/u;
const HEADING = new RegExp(`^(?:${fold("(?:ال)?تعليقات(?: (?:القراء|الزوار))?")}|comments) ?:?$`, "u");

/** From the first line on, numbered from one without a gap, and no more than were counted. */
function areNumbered(lines: readonly string[], count: number): boolean {
  const numbers = lines.flatMap((line) => NUMBERED.exec(fold(line))?.[1] ?? []).map(Number);
  const isFirst = NUMBERED.test(fold(lines[0] ?? ""));
  return isFirst && numbers.length <= count && numbers.every((number, i) => number === i + 1);
}

/** How many comments a heading says there are; 0 for any other line. */
export function countOf(line: string): number {
  if (line.length > 40) return 0;
  const found = COUNT.exec(fold(line).replace(/\s+/g, " ").trim());
  return Number(found?.[1] ?? found?.[2] ?? 0);
}

/**
 * The places of the comments among the lines below a paragraph. None where anything else follows the count, or one
 * name speaks twice, as in an interview: that may be the text.
 * @param isProse Whether the line at a place is a paragraph.
 */
export function commentsIn(lines: readonly string[], isProse: (line: string) => boolean): readonly number[] {
  const heading = lines.findIndex((line, i) => countOf(line) > 0 && lines.slice(0, i).some(isProse));
  if (heading < 0) return [];
  const below = lines.flatMap((_, i) => (i > heading ? [i] : []));
  const marks = below.map((i) => furnitureOf(lines[i] as string));
  const end = marks.findIndex((mark) => mark?.why === "related-heading");
  const isHeading = (i: number) => HEADING.test(fold(lines[i] as string).trim());
  const spoken = below.filter((i, k) => !marks[k]?.sure && !isHeading(i) && (end < 0 || k < end));
  const count = countOf(lines[heading] as string);
  if (
    areNumbered(
      spoken.map((i) => lines[i] as string),
      count,
    )
  )
    return [...below.filter(isHeading), ...spoken];
  const names = spoken.map((i) => COMMENT.exec(lines[i] as string)?.[1]);
  const areComments =
    names.length <= count && !names.includes(undefined) && new Set(names).size === names.length;
  return areComments ? spoken : [];
}
