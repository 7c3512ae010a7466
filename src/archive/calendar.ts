/** Dated articles in order → years, months and days, in one pass over runs of equal dates. */
import type { Day, Month, Year } from "../model/archive.ts";
import type { Card } from "../model/article.ts";
import { dateParts } from "../model/civil-date.ts";

const sum = (parts: readonly { readonly count: number }[]): number =>
  parts.reduce((total, { count }) => total + count, 0);

/** Items → runs of those whose keys are equal, in order. */
function runsOf<T>(items: readonly T[], keyOf: (item: T) => unknown): readonly (readonly [T, ...T[]])[] {
  const runs: [T, ...T[]][] = [];
  let last: unknown;
  for (const item of items) {
    const key = keyOf(item);
    const run = runs.at(-1);
    if (run && key === last) run.push(item);
    else runs.push([item]);
    last = key;
  }
  return runs;
}

/**
 * @param dated Oldest first, each with its date.
 * @returns Years newest first, their months and days ascending.
 */
export function yearsOf(dated: readonly Card[]): readonly Year[] {
  const days = runsOf(dated, ({ published }) => published).flatMap((articles) => {
    const date = articles[0].published;
    return date === null ? [] : { ...dateParts(date), articles: articles.toReversed() };
  });
  const months = runsOf(days, ({ year, month }) => year * 12 + month).map((run) => {
    const [{ year, month }] = run;
    const inMonth = run.map(({ day, articles }): Day => ({ day, articles }));
    const count = inMonth.reduce((total, { articles }) => total + articles.length, 0);
    return { year, month: { month, count, days: inMonth } satisfies Month };
  });
  return runsOf(months, ({ year }) => year)
    .map((run): Year => {
      const inYear = run.map(({ month }) => month);
      return { year: run[0].year, count: sum(inYear), months: inYear };
    })
    .reverse();
}
