/**
 * The page of each article, with its neighbours overall and in its section, and its related articles. An undated article
 * has no neighbours, since nobody knows where it stands. There are as many of these pages as articles, so they are made
 * with as little as will do: cards stand for their links until a page is rendered.
 */
import type { Archive, Related } from "../../model/archive.ts";
import { type Card, type Link, linkTo } from "../../model/article.ts";
import { fileFor, type Slug } from "../../model/brands.ts";
import type { FactsBasis, FactsOf, Page } from "../../model/page.ts";
import type { Emitter } from "../emitter.ts";
import { namedInText } from "./named-in-text.ts";

/** For each article of a list in order, the place of the one before it and after it in its section; -1 for none. */
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

/** The articles beside one, in the order they stand in its facts: newer, older, and the same within its section. */
interface Neighbours {
  readonly newer: Card | undefined;
  readonly older: Card | undefined;
  readonly newerInSection: Card | undefined;
  readonly olderInSection: Card | undefined;
}
const NO_NEIGHBOURS: Neighbours = {
  ...{ newer: undefined, older: undefined, newerInSection: undefined, olderInSection: undefined },
};

/** What an archive tells of an article, beside its neighbours. */
type Told = Pick<Archive, "relatedTo" | "relatedSum" | "pictures" | "linksIn">;

const linkOrNone = (card: Card | undefined): Link | null => (card ? linkTo(card) : null);

function factsOf(
  card: Card,
  { newer, older, newerInSection, olderInSection }: Neighbours,
  told: Told,
): FactsOf["article"] {
  const { similar, copies } = told.relatedTo(card);
  return {
    newer: linkOrNone(newer),
    older: linkOrNone(older),
    newerInSection: linkOrNone(newerInSection),
    olderInSection: linkOrNone(olderInSection),
    related: similar.map(({ card, terms, days }) => ({ ...linkTo(card), terms, days })),
    copies: copies.map(linkTo),
    ...namedInText(told, card),
  };
}

/** Stands for an unknown distance in days. */
const NO_DAYS = -(2 ** 31);

/** Cards stand for their links, and their links for what `factsOf` makes of them; every list follows its length. */
function basisOf(
  card: Card,
  { newer, older, newerInSection, olderInSection }: Neighbours,
  told: Told,
): FactsBasis {
  const links: Card[] = [];
  const rest: (number | string)[] = [];
  for (const one of [newer, older, newerInSection, olderInSection]) {
    rest.push(one ? 1 : 0);
    if (one) links.push(one);
  }
  if (told.relatedSum) rest.push(...told.relatedSum(card));
  else addRelated(told.relatedTo(card), { links, rest });
  const named = namedInText(told, card);
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

const pageOf = (card: Card, neighbours: Neighbours, told: Told): Page => ({
  path: fileFor(card.url),
  recipe: "article",
  cards: [card],
  needs: [card.body, card.terms],
  get basis() {
    return basisOf(card, neighbours, told);
  },
  get facts() {
    return factsOf(card, neighbours, told);
  },
});

export const articles: Emitter = function* (archive) {
  const { dated, undated } = archive;
  const { older, newer } = placesInSections(dated);
  // An array asked for a place it has not takes its time.
  const at = (place = -1): Card | undefined =>
    place >= 0 && place < dated.length ? dated[place] : undefined;
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
