/** Plans the calendar: all years, and each year, month and day that has articles, with links to the nearest others that do. */

import { archiveUrl, dayUrl, monthUrl, yearUrl } from "../../model/addresses.ts";
import type { Month, Year } from "../../model/archive.ts";
import { linkTo } from "../../model/article.ts";
import { fileFor } from "../../model/brands.ts";
import { type CivilDate, civilDate, daysInMonth } from "../../model/civil-date.ts";
import type { MonthOfYear } from "../../model/page.ts";
import type { Emitter } from "../emitter.ts";
import { slicesOf } from "../lists/slices.ts";

const none = { cards: [], needs: [] } as const;
const dateOf = (year: number, month: number, day: number): CivilDate =>
  civilDate(year, month, day) as CivilDate;

export const archivePage: Emitter = function* ({ years, undated }) {
  const months = (year: Year): readonly number[] =>
    Array.from({ length: 12 }, (_, i) => year.months.find(({ month }) => month === i + 1)?.count ?? 0);
  yield {
    path: fileFor(archiveUrl),
    kind: "archive",
    ...none,
    props: {
      years: years.map((year) => ({ year: year.year, count: year.count, months: months(year) })),
      undated: undated.length,
    },
  };
};

/** Counts of each day, `[month][day]`, both from 0; each month has its own length. */
function dayCounts({ year, months }: Year): number[][] {
  const counts = Array.from({ length: 12 }, (_, m) => new Array<number>(daysInMonth(year, m + 1)).fill(0));
  for (const { month, days } of months) {
    const row = counts[month - 1] as number[];
    for (const { day, articles } of days) row[day - 1] = articles.length;
  }
  return counts;
}

export const years: Emitter = function* (archive) {
  for (const [i, year] of archive.years.entries()) {
    yield {
      path: fileFor(yearUrl(year.year)),
      kind: "year",
      ...none,
      props: {
        year: year.year,
        count: year.count,
        days: dayCounts(year),
        newer: archive.years[i - 1]?.year ?? null,
        older: archive.years[i + 1]?.year ?? null,
      },
    };
  }
};

export const months: Emitter = function* (archive) {
  const all = archive.years.flatMap(({ year, months }) =>
    months.toReversed().map((month) => ({ year, month })),
  );
  const at = (i: number): MonthOfYear | null => {
    const one = all[i];
    return one ? { year: one.year, month: one.month.month } : null;
  };
  const daysOf = ({ days }: Month) =>
    days
      .toReversed()
      .map(({ day, articles }) => ({ day, count: articles.length, links: articles.map(linkTo) }));
  for (const [i, { year, month }] of all.entries()) {
    yield {
      path: fileFor(monthUrl(year, month.month)),
      kind: "month",
      ...none,
      // Year and month are in the path, and all counts follow from the links.
      get basis() {
        const days = month.days.flatMap(({ day, articles }) => [day, articles.length]);
        return {
          links: month.days.flatMap(({ articles }) => articles),
          rest: [...days, ...[at(i - 1), at(i + 1)].flatMap((one) => (one ? [one.year, one.month] : 0))],
        };
      },
      get props() {
        return {
          year,
          month: month.month,
          count: month.count,
          days: daysOf(month),
          newer: at(i - 1),
          older: at(i + 1),
        };
      },
    };
  }
};

export const days: Emitter = function* (archive, site) {
  const all = archive.years.flatMap(({ year, months }) =>
    months
      .toReversed()
      .flatMap(({ month, days }) =>
        days.toReversed().map(({ day, articles }) => ({ date: dateOf(year, month, day), articles })),
      ),
  );
  const dateAt = (i: number) => all[i]?.date ?? null;
  for (const [i, { date, articles }] of all.entries()) {
    for (const { slice, ...page } of slicesOf(dayUrl(date), articles.toReversed(), site.pageSizes.day)) {
      const [newer, older] = slice.number === null ? [dateAt(i - 1), dateAt(i + 1)] : [null, null];
      yield { ...page, kind: "day", props: { date, slice, newer, older } };
    }
  }
};
