/** The page of each day that has articles, or the pages of one that has very many. */
import { formatDate, formatHijri } from "../../arabic/dates/format-date.ts";
import { dayUrl } from "../../model/addresses.ts";
import { type CivilDate, civilDate, dateParts } from "../../model/civil-date.ts";
import type { Kind } from "../kind.ts";
import { slicesOf } from "../lists/slices.ts";
import { archiveBreadcrumb, monthBreadcrumb, yearBreadcrumb } from "./breadcrumbs.ts";

export const day: Kind<"day"> = {
  address: "/YEAR/MONTH/DAY/",
  template: "day",
  *plan(archive, site) {
    const all = archive.years.flatMap(({ year, months }) =>
      months
        .toReversed()
        .flatMap(({ month, days }) =>
          days
            .toReversed()
            .map(({ day, articles }) => ({ date: civilDate(year, month, day) as CivilDate, articles })),
        ),
    );
    const dateAt = (i: number) => all[i]?.date ?? null;
    for (const [i, { date, articles }] of all.entries()) {
      for (const { slice, ...page } of slicesOf(dayUrl(date), articles.toReversed(), site.pageSizes.day)) {
        const [newer, older] = slice.number === null ? [dateAt(i - 1), dateAt(i + 1)] : [null, null];
        yield { ...page, kind: "day", props: { date, slice, newer, older } };
      }
    }
  },
  view(page, viewer) {
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
      breadcrumbs: [
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
  },
};
