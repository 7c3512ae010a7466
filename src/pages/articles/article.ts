/**
 * Plans the page of each article, with its neighbours overall and in its section, and its related articles. An undated
 * article has no neighbours, since its position is unknown. There are as many of these pages as articles, so props are
 * computed only for pages that are rendered; until then a page holds the cards it links to.
 */
import type { Archive, Related } from "../../model/archive.ts";
import { type Card, type Link, linkTo } from "../../model/article.ts";
import { fileFor, type Slug } from "../../model/brands.ts";
import type { Page, PropsBasis, PropsOf } from "../../model/page.ts";
import type { Emitter, Kind } from "../kind.ts";
import { articleView } from "./article-view.ts";
import { namedInText } from "./named-in-text.ts";

/** For each article of a list, the index of the one before it and after it in its section; -1 for none. */
function placesInSections(dated: readonly Card[]): {
  readonly older: Int32Array;
  readonly newer: Int32Array;
} {
  const older = new Int32Array(dated.length).fill(-1);
  const newer = new Int32Array(dated.length).fill(-1);
  const last = new Map<Slug, number>();
  dated.forEach(({ section }, i) => {
    if (section === null) return;
    const before = last.get(section.slug);
    last.set(section.slug, i);
    if (before === undefined) return;
    older[i] = before;
    newer[before] = i;
  });
  return { older, newer };
}

/** The articles beside one: newer, older, and the same within its section. */
interface Neighbours {
  readonly newer: Card | undefined;
  readonly older: Card | undefined;
  readonly newerInSection: Card | undefined;
  readonly olderInSection: Card | undefined;
}
const NO_NEIGHBOURS: Neighbours = {
  ...{ newer: undefined, older: undefined, newerInSection: undefined, olderInSection: undefined },
};

/** The parts of the archive that an article's page needs besides its neighbours. */
type Lookups = Pick<Archive, "relatedTo" | "relatedSum" | "pictures" | "linksIn">;

const linkOrNone = (card: Card | undefined): Link | null => (card ? linkTo(card) : null);

function propsOf(
  card: Card,
  { newer, older, newerInSection, olderInSection }: Neighbours,
  lookups: Lookups,
): PropsOf["article"] {
  const { similar, copies } = lookups.relatedTo(card);
  return {
    newer: linkOrNone(newer),
    older: linkOrNone(older),
    newerInSection: linkOrNone(newerInSection),
    olderInSection: linkOrNone(olderInSection),
    related: similar.map(({ card, terms, days }) => ({ ...linkTo(card), terms, days })),
    copies: copies.map(linkTo),
    ...namedInText(lookups, card),
  };
}

/** Encodes an unknown distance in days. */
const NO_DAYS = -(2 ** 31);

/** The inputs of `propsOf`, encoded unambiguously: lists are preceded by their length. */
function basisOf(
  card: Card,
  { newer, older, newerInSection, olderInSection }: Neighbours,
  lookups: Lookups,
): PropsBasis {
  const links: Card[] = [];
  const rest: (number | string)[] = [];
  for (const one of [newer, older, newerInSection, olderInSection]) {
    rest.push(one ? 1 : 0);
    if (one) links.push(one);
  }
  if (lookups.relatedSum) rest.push(...lookups.relatedSum(card));
  else addRelated(lookups.relatedTo(card), { links, rest });
  const named = namedInText(lookups, card);
  for (const src in named.pictures) rest.push(JSON.stringify([src, named.pictures[src]]));
  for (const href in named.links) rest.push(JSON.stringify([href, named.links[href]]));
  return { links, rest };
}

function addRelated(
  { similar, copies }: Related,
  { links, rest }: { readonly links: Card[]; readonly rest: (number | string)[] },
): void {
  rest.push(similar.length);
  for (const { card, terms, days } of similar) {
    links.push(card);
    rest.push(days ?? NO_DAYS, terms.length, ...terms);
  }
  links.push(...copies);
  rest.push(copies.length);
}

const pageOf = (card: Card, neighbours: Neighbours, lookups: Lookups): Page => ({
  path: fileFor(card.url),
  kind: "article",
  cards: [card],
  stored: [card.body, card.terms],
  get basis() {
    return basisOf(card, neighbours, lookups);
  },
  get props() {
    return propsOf(card, neighbours, lookups);
  },
});

const plan: Emitter = function* (archive) {
  const { dated, undated } = archive;
  const { older, newer } = placesInSections(dated);
  // Out-of-bounds reads deoptimise array access in V8.
  const at = (index = -1): Card | undefined =>
    index >= 0 && index < dated.length ? dated[index] : undefined;
  for (let i = 0; i < dated.length; i++) {
    const card = dated[i] as Card;
    const neighbours = {
      newer: at(i + 1),
      older: at(i - 1),
      newerInSection: at(newer[i]),
      olderInSection: at(older[i]),
    };
    yield pageOf(card, neighbours, archive);
  }
  for (const card of undated) yield pageOf(card, NO_NEIGHBOURS, archive);
};

export const article: Kind<"article"> = {
  ...{
    address: "/YEAR/MONTH/DAY/ARTICLE/ or /undated/ARTICLE/",
    plan,
    template: "article",
    view: articleView,
  },
};
