/** The lines below a text, from where those of the page begin: lists of titles, comments, the menu once more. */
import { furnitureOf } from "../lines/boilerplate.ts";
import { creditOf } from "../lines/byline.ts";
import { footOf, isTagsHeading, mayBeTag, tagsIn } from "../lines/foot.ts";
import { type PageRead, takeUndated } from "../lines/line.ts";

const isBegun = (line: string): boolean => {
  const mark = furnitureOf(line);
  return (
    (mark?.sure === true && mark.why === "related-heading" && mark.titles !== 1) || footOf(line) !== null
  );
};

/** @param lines Of the page, from its headline on. @param last The last paragraph of the text. */
export function belowFrom(lines: readonly string[], last: number, isWhole: boolean): number {
  if (isWhole) return last + 1;
  const from = lines.findIndex((line, i) => i > last && isBegun(line));
  return from < 0 ? lines.length : from;
}

/** Notes each line as the page's. Only above the first list of other titles may it say who wrote the text, and its tags. */
export function takeBelowText(lines: readonly string[], read: PageRead): void {
  let areTags = false;
  let areOthers = false;
  for (const line of lines) {
    const mark = furnitureOf(line);
    areOthers ||= mark?.why === "related-heading";
    const tags = areOthers ? null : tagsIn(line);
    if (areTags && !mark && mayBeTag(line) && footOf(line) === null) read.tags.push(line.replace(/^#/u, ""));
    else areTags = !areOthers && isTagsHeading(line);
    for (const tag of tags ?? []) read.tags.push(tag);
    const isCredit = !areOthers && !tags && creditOf(line)?.sure === true && read.authors.length === 0;
    if (isCredit && takeUndated(line, read)) continue;
    read.removed.push({ why: mark?.why ?? (areOthers ? "related-title" : "navigation"), text: line });
  }
}
