/** Where another article begins in a file that holds several: a second record, or a headline and a day under a rule. */
import { dayOf, isProse } from "../lines/line.ts";
import { titleOf } from "./record.ts";

const RULE = /^[-–—=_*~#]{3,}$/u;
const isHeadline = (line: string | undefined): line is string =>
  line !== undefined &&
  line.length <= 180 &&
  /\p{L}/u.test(line) &&
  !isProse(line) &&
  dayOf(line) === undefined;

/** @param lines Of the whole page. @returns The second headline; null where nothing tells of one. */
export function secondHeadline(lines: readonly string[]): string | null {
  const titles = lines.map(titleOf).filter((title) => title !== undefined);
  if (titles.length > 1 && lines.slice(0, 3).some((line) => titleOf(line) !== undefined))
    return titles[1] ?? null;
  const firstText = lines.findIndex(isProse);
  if (firstText < 0 || !lines.slice(0, firstText).some((line) => dayOf(line) !== undefined)) return null;
  for (const [i, line] of lines.entries()) {
    const [title, day] = lines.slice(i + 1, i + 3);
    const isBegun = i > firstText && RULE.test(line) && isHeadline(title) && day !== undefined && dayOf(day);
    if (isBegun && lines.slice(i + 3).some(isProse)) return title ?? null;
  }
  return null;
}
