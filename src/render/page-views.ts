/** Each kind of page → what is its own to show. */
import { formatDate } from "../arabic/format-date.ts";
import { urlPath } from "../model/brands.ts";
import type { FactsOf, Page, PageOf } from "../model/page.ts";
import { archiveView, dayView, monthView, yearPath, yearView } from "./calendar-views.ts";
import { home, type PageView } from "./page-view.ts";
import { strings } from "./strings.ts";
import { bdiHtml, type CardView, type Loaded, type Viewer } from "./view.ts";

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

function search({ facts }: PageOf<"search">, viewer: Viewer): PageView {
  return {
    heading: strings.searchIn,
    description: strings.searchIn,
    crumbs: [home, { name: strings.search, url: urlPath("/search/") }],
    content: {
      index: viewer.href(urlPath("/search/")),
      locale: viewer.face.locale,
      texts: {
        ...{ noResults: strings.nothingFound, fewer: strings.tryFewer, searching: strings.searching },
        ...{ didYouMean: strings.didYouMean, unknown: strings.unknownWords },
        ...{ incomplete: strings.searchIncomplete, noIndex: strings.noIndex },
      },
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
      return archiveView(page, viewer);
    case "year":
      return yearView(page, viewer);
    case "month":
      return monthView(page, viewer);
    case "day":
      return dayView(page, viewer);
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
