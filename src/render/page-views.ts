/** Builds the view of a page, by its kind. */
import {
  authorUrl,
  daysOfYearUrl,
  indexUrl,
  searchUrl,
  sectionUrl,
  tagUrl,
  undatedUrl,
  yearUrl,
} from "../model/addresses.ts";
import type { ShownPage, ShownPageOf } from "../model/page.ts";
import { articleView } from "./article-view.ts";
import { archiveView, dayView, heat, monthView, yearView } from "./calendar-views.ts";
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
      text: viewer.text(bodies[0]?.html ?? "", page.props),
    },
  };
}

const cardsOf = (page: ShownPage, viewer: Viewer): CardView[] => page.cards.map((card) => viewer.card(card));

/** Characters of the excerpt of the first article, which is shown larger than the others. */
const OF_THE_LEAD = 240;

function homeView({ props, ...page }: ShownPageOf<"home">, viewer: Viewer): PageView {
  const cards = page.cards.map((card, i) => viewer.card(card, i === 0 ? OF_THE_LEAD : undefined));
  const most = Math.max(0, ...props.years.map(({ count }) => count));
  return {
    heading: viewer.chrome.title,
    description: viewer.chrome.description,
    crumbs: [home],
    content: {
      lead: cards[0] ?? null,
      latest: cards.slice(1, props.latest),
      blocks: props.blocks.map(({ label, from, to }) => ({
        ...viewer.named(label.name, sectionUrl(label)),
        cards: cards.slice(from, to),
      })),
      years: props.years.map(({ year, count }) => ({
        href: viewer.href(yearUrl(year)),
        name: viewer.digits(year),
        count: viewer.count(count, "article"),
        heat: heat(count, most),
      })),
      onThisDay:
        props.days.length > 0 ? { href: viewer.href(daysOfYearUrl), days: props.days.join(" ") } : null,
      total: viewer.count(props.total, "article"),
    },
  };
}

function list(
  page: ShownPageOf<"section"> | ShownPageOf<"tag"> | ShownPageOf<"author"> | ShownPageOf<"undated">,
  viewer: Viewer,
): PageView {
  const { slice } = page.props;
  const parents = {
    section: [],
    undated: [],
    tag: [{ name: strings.tags, url: indexUrl("tags") }],
    author: [{ name: strings.authors, url: indexUrl("authors") }],
  };
  const name = page.kind === "undated" ? strings.undated : page.props.label.name;
  const url =
    page.kind === "undated"
      ? undatedUrl
      : { section: sectionUrl, tag: tagUrl, author: authorUrl }[page.kind](page.props.label);
  const paging = viewer.paging(slice);
  const note =
    page.kind === "section" ? page.props.description : page.kind === "undated" ? strings.undatedNote : null;
  return {
    heading: paging.label ? `${name} – ${paging.label}` : name,
    description: note ?? `${name} – ${viewer.chrome.title}`,
    crumbs: [home, ...parents[page.kind], { name, url }],
    content: {
      kind: page.kind,
      name,
      note,
      total: slice.total === null ? null : viewer.count(slice.total, "article"),
      cards: cardsOf(page, viewer),
      paging,
    },
  };
}

function index({ props }: ShownPageOf<"index">, viewer: Viewer): PageView {
  const name = { sections: strings.sections, tags: strings.tags, authors: strings.authors }[props.of];
  const { previous, next, initials } = props;
  const label = viewer.pageLabel(props.number);
  const initialOf = ({ initial }: (typeof initials)[number]) => initial ?? strings.numbers;
  const beginsAt = new Map(initials.map((one) => [one.first, initialOf(one)]));
  return {
    heading: label ? `${name} – ${label}` : name,
    description: `${name} – ${viewer.chrome.title}`,
    crumbs: [home, { name, url: indexUrl(props.of) }],
    content: {
      entries: props.entries.map(({ label, url, count }) => ({
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

function search({ props }: ShownPageOf<"search">, viewer: Viewer): PageView {
  return {
    heading: strings.searchIn,
    description: strings.searchIn,
    crumbs: [home, { name: strings.search, url: searchUrl }],
    content: {
      index: viewer.href(searchUrl),
      locale: viewer.chrome.locale,
      texts: {
        ...{ noResults: strings.nothingFound, nothingAsked: strings.nothingAsked },
        ...{ otherWords: strings.tryOtherWords, looser: strings.tryLooser, searching: strings.searching },
        ...{ everywhere: strings.tryAllSections },
        ...{ didYouMean: strings.didYouMean, unknown: strings.unknownWords },
        ...{ incomplete: strings.searchIncomplete, noIndex: strings.noIndex },
      },
      sections: props.sections.map((label) => ({
        ...viewer.named(label.name, sectionUrl(label)),
        slug: label.slug,
      })),
      years: props.years.map((one) => ({ value: one, name: viewer.digits(one) })),
    },
  };
}

/** @throws Error for a page kind without a template. */
export function pageView(page: ShownPage, loaded: Loaded, viewer: Viewer): PageView {
  switch (page.kind) {
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
        heading: page.props.title,
        description: page.props.title,
        crumbs: [home],
        content: {
          href: viewer.href(page.props.to),
          absolute: viewer.absolute(page.props.to),
          titleHtml: bdiHtml(page.props.title),
        },
      };
    case "not-found":
      return {
        ...{ heading: strings.lost, description: strings.lostNote, crumbs: [home] },
        content: {
          index: viewer.href(searchUrl),
          years: page.props.years.map((year) => ({
            href: viewer.href(yearUrl(year)),
            name: viewer.digits(year),
          })),
        },
      };
    default:
      throw new Error(`no view of a page of the kind ${page.kind}`);
  }
}
