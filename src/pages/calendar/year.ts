/** The page of each year that has articles, as a heat map of its days, with links to the nearest others that do. */
import { monthName, weekdayLetter, weekdayName } from "../../arabic/dates/calendar-names.ts";
import { formatYear } from "../../arabic/dates/format-date.ts";
import { dayUrl, monthUrl, yearUrl } from "../../model/addresses.ts";
import type { Year } from "../../model/archive.ts";
import { type CivilDate, civilDate, daysInMonth, weekday } from "../../model/civil-date.ts";
import { plainPage } from "../../model/page.ts";
import { heat } from "../../render/view.ts";
import type { Kind } from "../kind.ts";
import { archiveBreadcrumb, yearBreadcrumb } from "./breadcrumbs.ts";

/** Counts of each day, `[month][day]`, both from 0; each month has its own length. */
function dayCounts({ year, months }: Year): number[][] {
  const counts = Array.from({ length: 12 }, (_, m) => new Array<number>(daysInMonth(year, m + 1)).fill(0));
  for (const { month, days } of months) {
    const row = counts[month - 1] as number[];
    for (const { day, articles } of days) row[day - 1] = articles.length;
  }
  return counts;
}

/** The weeks of a month, from Saturday as in Arabic calendars: days of the month, null before the first and after the last. */
function weeksOf(year: number, month: number, counts: readonly number[]): (number | null)[][] {
  const first = civilDate(year, month, 1);
  const lead = first ? (weekday(first) + 1) % 7 : 0;
  const cells: (number | null)[] = [...new Array<null>(lead).fill(null), ...counts.map((_, i) => i + 1)];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, i) => cells.slice(i * 7, i * 7 + 7));
}

export const year: Kind<"year"> = {
  address: "/YEAR/",
  template: "year",
  *plan(archive) {
    for (const [i, year] of archive.years.entries()) {
      yield plainPage("year", yearUrl(year.year), {
        year: year.year,
        count: year.count,
        days: dayCounts(year),
        newer: archive.years[i - 1]?.year ?? null,
        older: archive.years[i + 1]?.year ?? null,
      });
    }
  },
  view({ props }, viewer) {
    const most = Math.max(0, ...props.days.flat());
    const link = (other: number | null) =>
      other === null ? null : { href: viewer.href(yearUrl(other)), name: viewer.digits(other) };
    return {
      heading: formatYear(props.year, viewer.chrome.locale.digits),
      description: `${viewer.count(props.count, "article")} – ${viewer.digits(props.year)}`,
      breadcrumbs: [archiveBreadcrumb, yearBreadcrumb(props.year, viewer)],
      content: {
        total: viewer.count(props.count, "article"),
        weekdays: Array.from({ length: 7 }, (_, i) => ({
          name: weekdayName((i + 6) % 7),
          letter: weekdayLetter((i + 6) % 7),
        })),
        months: props.days.map((counts, m) => {
          const total = counts.reduce((sum, n) => sum + n, 0);
          return {
            name: monthName(m + 1, viewer.chrome.locale.months),
            href: total > 0 ? viewer.href(monthUrl(props.year, m + 1)) : null,
            total: viewer.count(total, "article"),
            weeks: weeksOf(props.year, m + 1, counts).map((week) =>
              week.map((day) => {
                const n = day === null ? 0 : (counts[day - 1] ?? 0);
                return day === null
                  ? null
                  : {
                      ...{ day: viewer.digits(day), heat: heat(n, most), label: viewer.count(n, "article") },
                      href:
                        n > 0 ? viewer.href(dayUrl(civilDate(props.year, m + 1, day) as CivilDate)) : null,
                    };
              }),
            ),
          };
        }),
        newer: link(props.newer),
        older: link(props.older),
      },
    };
  },
};
