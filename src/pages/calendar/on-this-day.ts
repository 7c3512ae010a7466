/**
 * Plans «في مثل هذا اليوم» ("on this day"): a page for each day of the year that has articles, and an index of them. Only
 * the reader's browser knows which day it is, so a script of the home page chooses.
 */

import { dayOfYearUrl, daysOfYearUrl } from "../../model/addresses.ts";
import type { Archive } from "../../model/archive.ts";
import { linkTo } from "../../model/article.ts";
import { fileFor } from "../../model/brands.ts";
import { daysInMonth } from "../../model/civil-date.ts";
import type { DayOfYear, PropsOf } from "../../model/page.ts";
import type { Emitter } from "../emitter.ts";

/** Headlines shown of one year, so that the page stays small in an archive of a million articles. */
const OF_A_YEAR = 5;
const none = { cards: [], needs: [] } as const;
const two = (n: number): string => String(n).padStart(2, "0");

type Years = PropsOf["on-this-day"]["years"];

/** The days of the year that have articles, from January on, each with its years, newest year first. */
function daysOf({ years }: Archive): ReadonlyMap<DayOfYear, Years> {
  const found = new Map<DayOfYear, Years[number][]>();
  for (const { year, months } of years)
    for (const { month, days } of months)
      for (const { day, articles } of days) {
        const key = `${two(month)}-${two(day)}` as const;
        const list = found.get(key) ?? [];
        found.set(key, list);
        list.push({ year, count: articles.length, links: articles.slice(0, OF_A_YEAR).map(linkTo) });
      }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Days of the year that have articles, in order: `01-05`. */
export const datedDays = (archive: Archive): readonly DayOfYear[] => [...daysOf(archive).keys()];

export const onThisDay: Emitter = function* (archive) {
  const days = [...daysOf(archive)];
  const counts = Array.from({ length: 12 }, (_, m) => new Array<number>(daysInMonth(2000, m + 1)).fill(0));
  for (const [i, [day, years]] of days.entries()) {
    const row = counts[Number(day.slice(0, 2)) - 1] as number[];
    row[Number(day.slice(3)) - 1] = years.reduce((sum, { count }) => sum + count, 0);
    yield {
      path: fileFor(dayOfYearUrl(day)),
      kind: "on-this-day",
      ...none,
      props: { day, years, previous: days[i - 1]?.[0] ?? null, next: days[i + 1]?.[0] ?? null },
    };
  }
  yield { path: fileFor(daysOfYearUrl), kind: "days-of-year", ...none, props: { counts } };
};
