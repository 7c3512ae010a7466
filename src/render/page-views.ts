/** Each kind of page → what is its own to show. */
import { monthName, weekdayName } from "../arabic/calendar-names.ts";
import { formatDate, formatMonth, formatYear } from "../arabic/format-date.ts";
import { type UrlPath, urlPath } from "../model/brands.ts";
import { civilDate, dateParts, weekday } from "../model/civil-date.ts";
import type { FactsOf, Page, PageOf } from "../model/page.ts";
import { strings } from "./strings.ts";
import { bdiHtml, type CardView, type Loaded, type Viewer } from "./view.ts";

/** A step from the first page down to this one. */
export interface Crumb {
  readonly name: string;
  readonly url: UrlPath;
}
/** Heading, description and crumbs that every page has, and fields of its kind. */
export interface PageView {
  readonly heading: string;
  readonly description: string;
  readonly crumbs: readonly Crumb[];
  readonly content: object;
}

const two = (n: number): string => String(n).padStart(2, "0");
const home: Crumb = { name: strings.home, url: urlPath("/") };
const archiveCrumb: Crumb = { name: strings.archive, url: urlPath("/archive/") };
const yearPath = (year: number): string => `/${String(year).padStart(4, "0")}/`;
const yearCrumb = (year: number, viewer: Viewer): Crumb => ({
  name: viewer.digits(year),
  url: urlPath(yearPath(year)),
});
const monthCrumb = (year: number, month: number, { face }: Viewer): Crumb => ({
  name: formatMonth(year, month, face.locale),
  url: urlPath(`${yearPath(year)}${two(month)}/`),
});

function article(page: PageOf<"article">, { bodies, words }: Loaded, viewer: Viewer): PageView {
  const card = page.cards[0] as NonNullable<(typeof page.cards)[0]>;
  const body = bodies[0];
  const { facts } = page;
  const link = (one: FactsOf["article"]["newer"]) => (one ? viewer.link(one) : null);
  return {
    heading: card.title,
    description: card.summary ?? card.excerpt,
    crumbs: [
      home,
      ...(card.section ? [{ name: card.section.name, url: urlPath(`/${card.section.slug}/`) }] : []),
      { name: card.title, url: card.url },
    ],
    content: {
      ...viewer.card(card),
      bodyHtml: withBase(body?.html ?? "", viewer),
      summaryHtml: card.summary ? bdiHtml(card.summary) : null,
      dayHref: card.published ? viewer.href(urlPath(`/${card.published.replaceAll("-", "/")}/`)) : null,
      fullDate: card.published ? formatDate(card.published, viewer.face.locale, { weekday: true }) : null,
      updated:
        card.updated && card.updated !== card.published
          ? { datetime: card.updated, text: viewer.date(card.updated) }
          : null,
      authors: card.authors.map((author) => viewer.named(author, "authors/")),
      tags: card.tags.map((tag) => viewer.named(tag, "tags/")),
      readingTime: viewer.readingTime(body?.words ?? 0),
      picture: card.image
        ? { src: viewer.address(card.image.src), alt: card.image.alt, credit: card.image.credit }
        : null,
      origin: card.origin
        ? {
            name: card.origin.name,
            url: card.origin.url,
            captured: card.origin.captured ? viewer.date(card.origin.captured) : null,
          }
        : null,
      related: facts.related.map((one) => ({
        ...viewer.link(one),
        why: [
          one.terms.flatMap((term) => words(term) ?? []).join("، "),
          one.days === null ? "" : viewer.distance(one.days),
        ].filter((part) => part !== ""),
      })),
      copies: facts.copies.map((one) => viewer.link(one)),
      newer: link(facts.newer),
      older: link(facts.older),
      newerInSection: link(facts.newerInSection),
      olderInSection: link(facts.olderInSection),
    },
  };
}

/** Addresses within the site, as an article's text has them, under the base path. */
function withBase(html: string, { face }: Viewer): string {
  return face.base === "/"
    ? html
    : html.replace(/(<(?:a|img)\b[^>]*?\s(?:href|src)=")\/(?!\/)/g, `$1${face.base}`);
}

function standing(page: PageOf<"standing">, { bodies }: Loaded, viewer: Viewer): PageView {
  const card = page.cards[0] as NonNullable<(typeof page.cards)[0]>;
  return {
    heading: card.title,
    description: card.summary ?? card.excerpt,
    crumbs: [home, { name: card.title, url: card.url }],
    content: { titleHtml: bdiHtml(card.title), bodyHtml: withBase(bodies[0]?.html ?? "", viewer) },
  };
}

const cardsOf = (page: Page, viewer: Viewer): CardView[] => page.cards.map((card) => viewer.card(card));

function homeView({ facts, ...page }: PageOf<"home">, viewer: Viewer): PageView {
  const cards = cardsOf({ facts, ...page }, viewer);
  return {
    heading: viewer.face.title,
    description: viewer.face.description,
    crumbs: [home],
    content: {
      lead: cards[0] ?? null,
      latest: cards.slice(1, facts.latest),
      blocks: facts.blocks.map(({ label, from, to }) => ({
        ...viewer.named(label, ""),
        cards: cards.slice(from, to),
      })),
      years: facts.years.map(({ year, count }) => ({
        href: viewer.href(urlPath(yearPath(year))),
        name: viewer.digits(year),
        count: viewer.count(count, "article"),
      })),
      total: viewer.count(facts.total, "article"),
    },
  };
}

function list(
  page: PageOf<"section"> | PageOf<"tag"> | PageOf<"author"> | PageOf<"undated">,
  viewer: Viewer,
): PageView {
  const { slice } = page.facts;
  const parents = {
    section: [],
    undated: [],
    tag: [{ name: strings.tags, url: urlPath("/tags/") }],
    author: [{ name: strings.authors, url: urlPath("/authors/") }],
  };
  const name = page.recipe === "undated" ? strings.undated : page.facts.label.name;
  const folder = { section: "", tag: "tags/", author: "authors/", undated: "" }[page.recipe];
  const step = page.recipe === "undated" ? "undated" : page.facts.label.slug;
  const paging = viewer.paging(slice);
  const note =
    page.recipe === "section"
      ? page.facts.description
      : page.recipe === "undated"
        ? strings.undatedNote
        : null;
  return {
    heading: paging.label ? `${name} – ${paging.label}` : name,
    description: note ?? `${name} – ${viewer.face.title}`,
    crumbs: [home, ...parents[page.recipe], { name, url: urlPath(`/${folder}${step}/`) }],
    content: {
      kind: page.recipe,
      name,
      note,
      total: slice.total === null ? null : viewer.count(slice.total, "article"),
      cards: cardsOf(page, viewer),
      paging,
    },
  };
}

function index({ facts }: PageOf<"index">, viewer: Viewer): PageView {
  const name = { sections: strings.sections, tags: strings.tags, authors: strings.authors }[facts.of];
  return {
    heading: name,
    description: `${name} – ${viewer.face.title}`,
    crumbs: [home, { name, url: urlPath(`/${facts.of}/`) }],
    content: {
      entries: facts.entries.map(({ label, url, count }) => ({
        name: label.name,
        href: viewer.href(url),
        count: viewer.count(count, "article"),
      })),
    },
  };
}

/** How dark a cell of a calendar is, 0 to 4, by the largest of its kind. */
const heat = (count: number, most: number): number =>
  count === 0 ? 0 : Math.max(1, Math.ceil((count / Math.max(1, most)) * 4));

function archive({ facts }: PageOf<"archive">, viewer: Viewer): PageView {
  const most = Math.max(0, ...facts.years.flatMap(({ months }) => months));
  return {
    heading: strings.archive,
    description: `${strings.archive} – ${viewer.face.title}`,
    crumbs: [home, archiveCrumb],
    content: {
      months: Array.from({ length: 12 }, (_, i) => monthName(i + 1, viewer.face.locale.months)),
      years: facts.years.map(({ year, count, months }) => ({
        ...{
          name: viewer.digits(year),
          href: viewer.href(urlPath(yearPath(year))),
          count: viewer.number(count),
        },
        months: months.map((n, i) => ({
          ...{ count: viewer.number(n), heat: heat(n, most), label: viewer.count(n, "article") },
          href: n > 0 ? viewer.href(urlPath(`${yearPath(year)}${two(i + 1)}/`)) : null,
        })),
      })),
      undated:
        facts.undated > 0
          ? { href: viewer.href(urlPath("/undated/")), count: viewer.count(facts.undated, "article") }
          : null,
    },
  };
}

/** Weeks of a month, Saturday first as Arabic calendars have it: cells of days, null before the first and after the last. */
function weeksOf(year: number, month: number, counts: readonly number[]): (number | null)[][] {
  const first = civilDate(year, month, 1);
  const lead = first ? (weekday(first) + 1) % 7 : 0;
  const cells: (number | null)[] = [...new Array<null>(lead).fill(null), ...counts.map((_, i) => i + 1)];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, i) => cells.slice(i * 7, i * 7 + 7));
}

function year({ facts }: PageOf<"year">, viewer: Viewer): PageView {
  const most = Math.max(0, ...facts.days.flat());
  const link = (other: number | null) =>
    other === null ? null : { href: viewer.href(urlPath(yearPath(other))), name: viewer.digits(other) };
  return {
    heading: formatYear(facts.year, viewer.face.locale.digits),
    description: `${viewer.count(facts.count, "article")} – ${viewer.digits(facts.year)}`,
    crumbs: [home, archiveCrumb, yearCrumb(facts.year, viewer)],
    content: {
      total: viewer.count(facts.count, "article"),
      weekdays: Array.from({ length: 7 }, (_, i) => weekdayName((i + 6) % 7)),
      months: facts.days.map((counts, m) => {
        const total = counts.reduce((sum, n) => sum + n, 0);
        return {
          name: monthName(m + 1, viewer.face.locale.months),
          href: total > 0 ? viewer.href(urlPath(`${yearPath(facts.year)}${two(m + 1)}/`)) : null,
          total: viewer.count(total, "article"),
          weeks: weeksOf(facts.year, m + 1, counts).map((week) =>
            week.map((day) => {
              const n = day === null ? 0 : (counts[day - 1] ?? 0);
              return day === null
                ? null
                : {
                    ...{ day: viewer.digits(day), heat: heat(n, most), label: viewer.count(n, "article") },
                    href:
                      n > 0
                        ? viewer.href(urlPath(`${yearPath(facts.year)}${two(m + 1)}/${two(day)}/`))
                        : null,
                  };
            }),
          ),
        };
      }),
      newer: link(facts.newer),
      older: link(facts.older),
    },
  };
}

function month({ facts }: PageOf<"month">, viewer: Viewer): PageView {
  const crumb = monthCrumb(facts.year, facts.month, viewer);
  const around = (url: UrlPath | null) => {
    const match = url ? /^\/(\d+)\/(\d+)\/$/.exec(url) : null;
    return url && match
      ? { href: viewer.href(url), name: formatMonth(Number(match[1]), Number(match[2]), viewer.face.locale) }
      : null;
  };
  return {
    heading: crumb.name,
    description: `${viewer.count(facts.count, "article")} – ${crumb.name}`,
    crumbs: [home, archiveCrumb, yearCrumb(facts.year, viewer), crumb],
    content: {
      total: viewer.count(facts.count, "article"),
      days: facts.days.map(({ day, count, links }) => {
        const date = civilDate(facts.year, facts.month, day);
        return {
          name: date ? formatDate(date, viewer.face.locale, { weekday: true, year: false }) : "",
          href: viewer.href(urlPath(`${yearPath(facts.year)}${two(facts.month)}/${two(day)}/`)),
          count: viewer.count(count, "article"),
          links: links.map((link) => viewer.link(link)),
        };
      }),
      newer: around(facts.newer),
      older: around(facts.older),
    },
  };
}

function day(page: PageOf<"day">, viewer: Viewer): PageView {
  const { date, newer, older } = page.facts;
  const { year, month, day } = dateParts(date);
  const heading = formatDate(date, viewer.face.locale, { weekday: true });
  const around = (url: UrlPath | null) => {
    const match = url ? /^\/(\d+)\/(\d+)\/(\d+)\/$/.exec(url) : null;
    const other = match ? civilDate(Number(match[1]), Number(match[2]), Number(match[3])) : null;
    return url && other ? { href: viewer.href(url), name: viewer.date(other) } : null;
  };
  return {
    heading,
    description: `${viewer.count(page.cards.length, "article")} – ${heading}`,
    crumbs: [
      home,
      archiveCrumb,
      yearCrumb(year, viewer),
      monthCrumb(year, month, viewer),
      { name: viewer.digits(day), url: urlPath(`/${date.replaceAll("-", "/")}/`) },
    ],
    content: {
      total: viewer.count(page.cards.length, "article"),
      cards: cardsOf(page, viewer),
      newer: around(newer),
      older: around(older),
    },
  };
}

function search({ facts }: PageOf<"search">, viewer: Viewer): PageView {
  return {
    heading: strings.searchIn,
    description: strings.searchIn,
    crumbs: [home, { name: strings.search, url: urlPath("/search/") }],
    content: {
      index: viewer.href(urlPath("/search/")),
      sections: facts.sections.map((label) => ({ ...viewer.named(label, ""), slug: label.slug })),
      years: facts.years.map((one) => ({ value: one, name: viewer.digits(one) })),
    },
  };
}

/** The view of a page that has a template. */
export function pageView(page: Page, loaded: Loaded, viewer: Viewer): PageView {
  switch (page.recipe) {
    case "article":
      return article(page, loaded, viewer);
    case "standing":
      return standing(page, loaded, viewer);
    case "home":
      return homeView(page, viewer);
    case "section":
    case "tag":
    case "author":
    case "undated":
      return list(page, viewer);
    case "index":
      return index(page, viewer);
    case "archive":
      return archive(page, viewer);
    case "year":
      return year(page, viewer);
    case "month":
      return month(page, viewer);
    case "day":
      return day(page, viewer);
    case "search":
      return search(page, viewer);
    case "redirect":
      return {
        heading: page.facts.title,
        description: page.facts.title,
        crumbs: [home],
        content: {
          href: viewer.href(page.facts.to),
          absolute: viewer.absolute(page.facts.to),
          titleHtml: bdiHtml(page.facts.title),
        },
      };
    default:
      return { heading: strings.lost, description: strings.lostNote, crumbs: [home], content: {} };
  }
}
