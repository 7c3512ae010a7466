/** The page of all years, with the counts of their months. */
import { monthName } from "../../arabic/dates/calendar-names.ts";
import { archiveUrl, monthUrl, undatedUrl, yearUrl } from "../../model/addresses.ts";
import type { Year } from "../../model/archive.ts";
import { plainPage } from "../../model/page.ts";
import { strings } from "../../render/strings.ts";
import { heat } from "../../render/view.ts";
import type { Kind } from "../kind.ts";
import { archiveBreadcrumb } from "./breadcrumbs.ts";

export const archivePage: Kind<"archive"> = {
  address: archiveUrl,
  template: "archive",
  *plan({ years, undated }) {
    const months = (year: Year): readonly number[] =>
      Array.from({ length: 12 }, (_, i) => year.months.find(({ month }) => month === i + 1)?.count ?? 0);
    yield plainPage("archive", archiveUrl, {
      years: years.map((year) => ({ year: year.year, count: year.count, months: months(year) })),
      undated: undated.length,
    });
  },
  view({ props }, viewer) {
    const most = Math.max(0, ...props.years.flatMap(({ months }) => months));
    return {
      heading: strings.archive,
      description: `${strings.archive} – ${viewer.chrome.title}`,
      breadcrumbs: [archiveBreadcrumb],
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
  },
};
