/** Builds the views of the days of the year: one day in all years, and the index of all days. */
import { monthName } from "../arabic/dates/calendar-names.ts";
import { formatDate } from "../arabic/dates/format-date.ts";
import { dayOfYearUrl, daysOfYearUrl, dayUrl } from "../model/addresses.ts";
import { type CivilDate, civilDate } from "../model/civil-date.ts";
import type { DayOfYear, ShownPageOf } from "../model/page.ts";
import { heat } from "./calendar-views.ts";
import { type Crumb, home, type PageView } from "./page-view.ts";
import { strings } from "./strings.ts";
import type { Viewer } from "./view.ts";

const daysBreadcrumb: Crumb = { name: strings.onThisDay, url: daysOfYearUrl };
/** The day in a year; null for 29 February in a year without it. */
const dateIn = (year: number, day: DayOfYear): CivilDate | null =>
  civilDate(year, Number(day.slice(0, 2)), Number(day.slice(3)));
/** 22 تشرين الثاني/نوفمبر */
function nameOf(day: DayOfYear, { chrome }: Viewer): string {
  const date = dateIn(2000, day);
  return date ? formatDate(date, chrome.locale, { year: false }) : "";
}

export function onThisDayView({ props }: ShownPageOf<"on-this-day">, viewer: Viewer): PageView {
  const name = nameOf(props.day, viewer);
  const heading = `${strings.onThisDay}: ${name}`;
  const total = viewer.count(
    props.years.reduce((sum, { count }) => sum + count, 0),
    "article",
  );
  const around = (day: DayOfYear | null) =>
    day ? { href: viewer.href(dayOfYearUrl(day)), name: nameOf(day, viewer) } : null;
  return {
    heading,
    description: `${total} – ${name}`,
    crumbs: [home, daysBreadcrumb, { name, url: dayOfYearUrl(props.day) }],
    content: {
      total,
      years: props.years.map(({ year, count, links }) => ({
        name: viewer.digits(year),
        href: viewer.href(dayUrl(dateIn(year, props.day) as CivilDate)),
        count: viewer.count(count, "article"),
        links: links.map((link) => viewer.link(link)),
      })),
      newer: around(props.next),
      older: around(props.previous),
    },
  };
}

export function daysOfYearView({ props }: ShownPageOf<"days-of-year">, viewer: Viewer): PageView {
  const most = Math.max(0, ...props.counts.flat());
  return {
    heading: strings.onThisDay,
    description: strings.daysOfYearNote,
    crumbs: [home, daysBreadcrumb],
    content: {
      months: props.counts.map((counts, m) => ({
        name: monthName(m + 1, viewer.chrome.locale.months),
        days: counts.map((n, d) => ({
          ...{ day: viewer.digits(d + 1), heat: heat(n, most), label: viewer.count(n, "article") },
          href: n > 0 ? viewer.href(dayOfYearUrl(dayOfYear(m + 1, d + 1))) : null,
        })),
      })),
    },
  };
}

const two = (n: number): string => String(n).padStart(2, "0");
/** `11-22`. */
const dayOfYear = (month: number, day: number): DayOfYear => `${two(month)}-${two(day)}`;
