/** Builds the view of a page, by its kind. */
import { urlPath } from "../model/brands.ts";
import type { ShownPage, ShownPageOf } from "../model/page.ts";
import { articleView } from "./article-view.ts";
import { archiveView, dayView, heat, monthView, yearPath, yearView } from "./calendar-views.ts";
import { daysOfYearView, onThisDayView } from "./on-this-day-views.ts";
import { home, type PageView } from "./page-view.ts";
import { strings } from "./strings.ts";
import { bdiHtml, type CardView, type Loaded, type Viewer } from "./view.ts";

function staticPage(page: ShownPageOf<"standing">, { bodies }: Loaded, viewer: Viewer): PageView {
  const card = page.cards[0] as NonNullable<(typeof page.cards)[0]>;
  return {
    heading: card.title,
    description: card.details.summary ?? card.details.excerpt,
    crumbs: [home, { name: card.title, url: card.url }],
    content: {
      titleHtml: bdiHtml(card.title),
      text: viewer.text(bodies[0]?.html ?? "", page.facts),
    },
  };
}

const cardsOf = (page: ShownPage, viewer: Viewer): CardView[] => page.cards.map((card) => viewer.card(card));

/** Characters of the excerpt of the first article, which is shown larger than the others. */
const OF_THE_LEAD = 240;

function homeView({ facts, ...page }: ShownPageOf<"home">, viewer: Viewer): PageView {
  const cards = page.cards.map((card, i) => viewer.card(card, i === 0 ? OF_THE_LEAD : undefined));
  const most = Math.max(0, ...facts.years.map(({ count }) => count));
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
        heat: heat(count, most),
      })),
      onThisDay:
        facts.days.length > 0
          ? { href: viewer.href(urlPath("/on-this-day/")), days: facts.days.join(" ") }
          : null,
      total: viewer.count(facts.total, "article"),
    },
  };
}

function list(
  page: ShownPageOf<"section"> | ShownPageOf<"tag"> | ShownPageOf<"author"> | ShownPageOf<"undated">,
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

function index({ facts }: ShownPageOf<"index">, viewer: Viewer): PageView {
  const name = { sections: strings.sections, tags: strings.tags, authors: strings.authors }[facts.of];
  const { previous, next, initials } = facts;
  const label = viewer.pageLabel(facts.number);
  const initialOf = ({ initial }: (typeof initials)[number]) => initial ?? strings.numbers;
  const beginsAt = new Map(initials.map((one) => [one.first, initialOf(one)]));
  return {
    heading: label ? `${name} – ${label}` : name,
    description: `${name} – ${viewer.face.title}`,
    crumbs: [home, { name, url: urlPath(`/${facts.of}/`) }],
    content: {
      entries: facts.entries.map(({ label, url, count }) => ({
        ...{ name: label.name, nameHtml: bdiHtml(label.name), href: viewer.href(url) },
        count: viewer.count(count, "article"),
        initial: beginsAt.get(url) ?? null,
      })),
      initials: initials.map((one) => ({
        href: `${viewer.href(one.page)}#${encodeURIComponent(initialOf(one))}`,
        name: initialOf(one),
      })),
      paging: {
        ...{ previous: previous && viewer.href(previous), next: next && viewer.href(next) },
        label,
      },
    },
  };
}

function search({ facts }: ShownPageOf<"search">, viewer: Viewer): PageView {
  return {
    heading: strings.searchIn,
    description: strings.searchIn,
    crumbs: [home, { name: strings.search, url: urlPath("/search/") }],
    content: {
      index: viewer.href(urlPath("/search/")),
      locale: viewer.face.locale,
      texts: {
        ...{ noResults: strings.nothingFound, nothingAsked: strings.nothingAsked },
        ...{ otherWords: strings.tryOtherWords, looser: strings.tryLooser, searching: strings.searching },
        ...{ everywhere: strings.tryAllSections },
        ...{ didYouMean: strings.didYouMean, unknown: strings.unknownWords },
        ...{ incomplete: strings.searchIncomplete, noIndex: strings.noIndex },
      },
      sections: facts.sections.map((label) => ({ ...viewer.named(label, ""), slug: label.slug })),
      years: facts.years.map((one) => ({ value: one, name: viewer.digits(one) })),
    },
  };
}

/** @throws Error for a page kind without a template. */
export function pageView(page: ShownPage, loaded: Loaded, viewer: Viewer): PageView {
  switch (page.recipe) {
    case "article":
      return articleView(page, loaded, viewer);
    case "standing":
      return staticPage(page, loaded, viewer);
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
    case "on-this-day":
      return onThisDayView(page, viewer);
    case "days-of-year":
      return daysOfYearView(page, viewer);
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
    case "not-found":
      return {
        ...{ heading: strings.lost, description: strings.lostNote, crumbs: [home] },
        content: {
          index: viewer.href(urlPath("/search/")),
          years: page.facts.years.map((year) => ({
            href: viewer.href(urlPath(yearPath(year))),
            name: viewer.digits(year),
          })),
        },
      };
    default:
      throw new Error(`no view of a page of the recipe ${page.recipe}`);
  }
}
