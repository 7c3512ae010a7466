/** Builds the views of the calendar: all years, one year as a heat map, one month, one day. */
import { monthName, weekdayLetter, weekdayName } from "../arabic/dates/calendar-names.ts";
import { formatDate, formatHijri, formatMonth, formatYear } from "../arabic/dates/format-date.ts";
import { archiveUrl, dayUrl, monthUrl, undatedUrl, yearUrl } from "../model/addresses.ts";
import { type CivilDate, civilDate, dateParts, weekday } from "../model/civil-date.ts";
import type { MonthOfYear, ShownPageOf } from "../model/page.ts";
import { type Crumb, home, type PageView } from "./page-view.ts";
import { strings } from "./strings.ts";
import type { Viewer } from "./view.ts";

const archiveBreadcrumb: Crumb = { name: strings.archive, url: archiveUrl };
const yearBreadcrumb = (year: number, viewer: Viewer): Crumb => ({
  name: viewer.digits(year),
  url: yearUrl(year),
});
const monthBreadcrumb = (year: number, month: number, { chrome }: Viewer): Crumb => ({
  name: formatMonth(year, month, chrome.locale),
  url: monthUrl(year, month),
});

/** The shade of a cell, 0 to 4, relative to the largest count `most`; where that is below four, one step per article. */
export const heat = (count: number, most: number): number =>
  count === 0 ? 0 : Math.ceil((count / Math.max(4, most)) * 4);

export function archiveView({ props }: ShownPageOf<"archive">, viewer: Viewer): PageView {
  const most = Math.max(0, ...props.years.flatMap(({ months }) => months));
  return {
    heading: strings.archive,
    description: `${strings.archive} – ${viewer.chrome.title}`,
    crumbs: [home, archiveBreadcrumb],
    content: {
      months: Array.from({ length: 12 }, (_, i) => monthName(i + 1, viewer.chrome.locale.months)),
      years: props.years.map(({ year, count, months }) => ({
        ...{
          name: viewer.digits(year),
          href: viewer.href(yearUrl(year)),
          count: viewer.number(count),
        },
        months: months.map((n, i) => ({
          ...{ count: viewer.number(n), heat: heat(n, most), label: viewer.count(n, "article") },
          href: n > 0 ? viewer.href(monthUrl(year, i + 1)) : null,
        })),
      })),
      undated:
        props.undated > 0
          ? { href: viewer.href(undatedUrl), count: viewer.count(props.undated, "article") }
          : null,
    },
  };
}

/** The weeks of a month, from Saturday as in Arabic calendars: days of the month, null before the first and after the last. */
function weeksOf(year: number, month: number, counts: readonly number[]): (number | null)[][] {
  const first = civilDate(year, month, 1);
  const lead = first ? (weekday(first) + 1) % 7 : 0;
  const cells: (number | null)[] = [...new Array<null>(lead).fill(null), ...counts.map((_, i) => i + 1)];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, i) => cells.slice(i * 7, i * 7 + 7));
}

export function yearView({ props }: ShownPageOf<"year">, viewer: Viewer): PageView {
  const most = Math.max(0, ...props.days.flat());
  const link = (other: number | null) =>
    other === null ? null : { href: viewer.href(yearUrl(other)), name: viewer.digits(other) };
  return {
    heading: formatYear(props.year, viewer.chrome.locale.digits),
    description: `${viewer.count(props.count, "article")} – ${viewer.digits(props.year)}`,
    crumbs: [home, archiveBreadcrumb, yearBreadcrumb(props.year, viewer)],
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
                    href: n > 0 ? viewer.href(dayUrl(civilDate(props.year, m + 1, day) as CivilDate)) : null,
                  };
            }),
          ),
        };
      }),
      newer: link(props.newer),
      older: link(props.older),
    },
  };
}

export function monthView({ props }: ShownPageOf<"month">, viewer: Viewer): PageView {
  const breadcrumb = monthBreadcrumb(props.year, props.month, viewer);
  const around = (other: MonthOfYear | null) =>
    other && {
      href: viewer.href(monthUrl(other.year, other.month)),
      name: formatMonth(other.year, other.month, viewer.chrome.locale),
    };
  return {
    heading: breadcrumb.name,
    description: `${viewer.count(props.count, "article")} – ${breadcrumb.name}`,
    crumbs: [home, archiveBreadcrumb, yearBreadcrumb(props.year, viewer), breadcrumb],
    content: {
      total: viewer.count(props.count, "article"),
      days: props.days.map(({ day, count, links }) => {
        const date = civilDate(props.year, props.month, day) as CivilDate;
        return {
          name: formatDate(date, viewer.chrome.locale, { weekday: true, year: false }),
          href: viewer.href(dayUrl(date)),
          count: viewer.count(count, "article"),
          links: links.map((link) => viewer.link(link)),
        };
      }),
      newer: around(props.newer),
      older: around(props.older),
    },
  };
}

export function dayView(page: ShownPageOf<"day">, viewer: Viewer): PageView {
  const { date, slice, newer, older } = page.props;
  const { year, month, day } = dateParts(date);
  const { locale } = viewer.chrome;
  const ofDay = formatDate(date, locale, { weekday: true, hijri: false });
  const paging = viewer.paging(slice);
  const heading = paging.label ? `${ofDay} – ${paging.label}` : ofDay;
  const total = slice.total === null ? null : viewer.count(slice.total, "article");
  const around = (other: CivilDate | null) =>
    other && { href: viewer.href(dayUrl(other)), name: viewer.date(other) };
  return {
    heading,
    description: total ? `${total} – ${heading}` : heading,
    crumbs: [
      home,
      archiveBreadcrumb,
      yearBreadcrumb(year, viewer),
      monthBreadcrumb(year, month, viewer),
      { name: viewer.digits(day), url: dayUrl(date) },
    ],
    content: {
      total,
      hijri: locale.hijri ? formatHijri(date, locale.digits) : null,
      cards: page.cards.map((card) => viewer.card(card)),
      paging,
      newer: around(newer),
      older: around(older),
    },
  };
}
