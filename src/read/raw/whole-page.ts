/**
 * The text of a whole page, menus and all → the article's head, and the lines below its headline. A page is whole when
 * more lines stand over its text than an article has.
 */
import type { Removed } from "../../model/article.ts";
import { furnitureOf } from "../lines/boilerplate.ts";
import { dayWithin } from "../lines/day-within.ts";
import { dayOf } from "../lines/line.ts";
import { type Head, NO_HEAD } from "./head.ts";
import { headlineOver, PageTop, type Reason, sectionOver } from "./headline.ts";
import type { TextRun } from "./text-run.ts";

/** So many lines over a text are more than an article's own. */
const FEWEST = 6;
/** So many lines over the headline a day may stand that is the article's. */
const DAY_OVER = 2;

export interface WholePageHead extends Head {
  /** Why its line was taken for the headline. */
  readonly reasons: readonly Reason[];
}

const whyOf = (line: string, isNear: boolean): Removed["why"] =>
  isNear && (dayOf(line) !== undefined || dayWithin(line))
    ? "date-line"
    : (furnitureOf(line)?.why ?? "navigation");

/** @param lines Of the whole page, or those below its menu. Null where the page is an article alone, or nothing tells its headline. */
export function wholePageHead(
  lines: readonly string[],
  run: TextRun,
  isUnderMenu: boolean,
): WholePageHead | null {
  if (run.first < FEWEST && !isUnderMenu) return null;
  const page = new PageTop(lines, run.first, run.last);
  const headline = headlineOver(page, run.first);
  if (!headline) return null;
  const { at } = headline;
  const over = sectionOver(page, at);
  const before = lines
    .slice(0, at)
    .map((text, i) => ({ why: whyOf(text, i >= at - DAY_OVER), text }) as const)
    .filter(({ text }, i) => i !== over?.from || text !== over.section);
  return {
    ...NO_HEAD,
    section: over?.section,
    title: lines[at] as string,
    reasons: headline.reasons,
    before,
    rest: lines.slice(at + 1),
  };
}
