/** The page of each month that has articles: links to all of them, by day, and to the nearest other months that have any. */
import { formatDate, formatMonth } from "../../arabic/dates/format-date.ts";
import { dayUrl, monthUrl } from "../../model/addresses.ts";
import type { Month } from "../../model/archive.ts";
import { linkTo } from "../../model/article.ts";
import { fileFor } from "../../model/brands.ts";
import { type CivilDate, civilDate } from "../../model/civil-date.ts";
import type { MonthOfYear } from "../../model/page.ts";
import type { Kind } from "../kind.ts";
import { archiveBreadcrumb, monthBreadcrumb, yearBreadcrumb } from "./breadcrumbs.ts";

export const month: Kind<"month"> = {
  address: "/YEAR/MONTH/",
  template: "month",
  *plan(archive) {
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
        cards: [],
        stored: [],
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
  },
  view({ props }, viewer) {
    const breadcrumb = monthBreadcrumb(props.year, props.month, viewer);
    const around = (other: MonthOfYear | null) =>
      other && {
        href: viewer.href(monthUrl(other.year, other.month)),
        name: formatMonth(other.year, other.month, viewer.chrome.locale),
      };
    return {
      heading: breadcrumb.name,
      description: `${viewer.count(props.count, "article")} – ${breadcrumb.name}`,
      breadcrumbs: [archiveBreadcrumb, yearBreadcrumb(props.year, viewer), breadcrumb],
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
  },
};
