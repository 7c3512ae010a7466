/**
 * Plans «في مثل هذا اليوم» ("on this day"): a page for each day of the year that has articles, and an index of them. Only
 * the reader's browser knows which day it is, so a script of the home page chooses.
 */

import { monthName } from "../../arabic/dates/calendar-names.ts";
import { formatDate } from "../../arabic/dates/format-date.ts";
import { dayOfYearUrl, daysOfYearUrl, dayUrl } from "../../model/addresses.ts";
import type { Archive } from "../../model/archive.ts";
import { linkTo } from "../../model/article.ts";
import { type CivilDate, civilDate, daysInMonth } from "../../model/civil-date.ts";
import { type DayOfYear, type PropsOf, plainPage, type ShownPageOf } from "../../model/page.ts";
import type { Breadcrumb, PageView } from "../../render/rendering.ts";
import { strings } from "../../render/strings.ts";
import { heat, type Viewer } from "../../render/view.ts";
import type { Emitter, Kind } from "../kind.ts";

/** Headlines shown of one year, so that the page stays small in an archive of a million articles. */
const OF_A_YEAR = 5;
const two = (n: number): string => String(n).padStart(2, "0");
const dayOfYear = (month: number, day: number): DayOfYear => `${two(month)}-${two(day)}`;

type Years = PropsOf["on-this-day"]["years"];

/** The days of the year that have articles, from January on, each with its years, newest year first. */
function daysOf({ years }: Archive): ReadonlyMap<DayOfYear, Years> {
  const found = new Map<DayOfYear, Years[number][]>();
  for (const { year, months } of years)
    for (const { month, days } of months)
      for (const { day, articles } of days) {
        const key = dayOfYear(month, day);
        const list = found.get(key) ?? [];
        found.set(key, list);
        list.push({ year, count: articles.length, links: articles.slice(0, OF_A_YEAR).map(linkTo) });
      }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Days of the year that have articles, in order: `01-05`. */
export const datedDays = (archive: Archive): readonly DayOfYear[] => [...daysOf(archive).keys()];

const plan: Emitter = function* (archive) {
  const days = [...daysOf(archive)];
  const counts = Array.from({ length: 12 }, (_, m) => new Array<number>(daysInMonth(2000, m + 1)).fill(0));
  for (const [i, [day, years]] of days.entries()) {
    const row = counts[Number(day.slice(0, 2)) - 1] as number[];
    row[Number(day.slice(3)) - 1] = years.reduce((sum, { count }) => sum + count, 0);
    const [previous, next] = [days[i - 1]?.[0] ?? null, days[i + 1]?.[0] ?? null];
    yield plainPage("on-this-day", dayOfYearUrl(day), { day, years, previous, next });
  }
  yield plainPage("days-of-year", daysOfYearUrl, { counts });
};

const daysBreadcrumb: Breadcrumb = { name: strings.onThisDay, url: daysOfYearUrl };
/** The day in a year; null for 29 February in a year without it. */
const dateIn = (year: number, day: DayOfYear): CivilDate | null =>
  civilDate(year, Number(day.slice(0, 2)), Number(day.slice(3)));
/** 22 تشرين الثاني/نوفمبر */
function nameOf(day: DayOfYear, { chrome }: Viewer): string {
  const date = dateIn(2000, day);
  return date ? formatDate(date, chrome.locale, { year: false }) : "";
}

function dayView({ props }: ShownPageOf<"on-this-day">, viewer: Viewer): PageView {
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
    breadcrumbs: [daysBreadcrumb, { name, url: dayOfYearUrl(props.day) }],
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

function indexView({ props }: ShownPageOf<"days-of-year">, viewer: Viewer): PageView {
  const most = Math.max(0, ...props.counts.flat());
  return {
    heading: strings.onThisDay,
    description: strings.daysOfYearNote,
    breadcrumbs: [daysBreadcrumb],
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

export const onThisDay: Kind<"on-this-day"> = {
  ...{ address: dayOfYearUrl("MONTH-DAY"), plan, template: "on-this-day", view: dayView },
};
export const daysOfYear: Kind<"days-of-year"> = {
  ...{ address: daysOfYearUrl, plan, template: "days-of-year", view: indexView },
};
