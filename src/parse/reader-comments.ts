/** Comments of readers under a text: a count of them, and so many lines at most that name who says what. */
import { fold } from "../arabic/fold.ts";
import { furnitureOf } from "./page-furniture.ts";

const COUNT = new RegExp(
  `^(?:${fold("(?:عدد )?(?:ال)?تعليقات(?: (?:القراء|الزوار))?")}|comments) ?:? ?[([]? ?(\\d{1,3}) ?[)\\]]?$|^\\(?(\\d{1,3})\\)? (?:${fold("تعليقات|تعليق")}|comments?)$`,
  "u",
);
const COMMENT = /^([\p{L}\p{M}\d._]+(?: [\p{L}\p{M}\d._]+){0,3})\s*:\s*\S/u;

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
  const spoken = below.filter((_, k) => !marks[k]?.sure && (end < 0 || k < end));
  const names = spoken.map((i) => COMMENT.exec(lines[i] as string)?.[1]);
  const areComments =
    names.length <= countOf(lines[heading] as string) &&
    !names.includes(undefined) &&
    new Set(names).size === names.length;
  return areComments ? spoken : [];
}
