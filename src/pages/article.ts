/**
 * The page of each article, with its neighbours overall and in its section, and its related articles. An undated article
 * has no neighbours, since nobody knows where it stands. There are as many of these pages as articles, so they are made
 * with as few objects as will do: one link an article, shared by all pages that show it, and places as numbers.
 */
import type { Related } from "../model/archive.ts";
import { type Card, type Link, linkTo } from "../model/article.ts";
import { fileFor, type Slug } from "../model/brands.ts";
import type { FactsOf, Page } from "../model/page.ts";
import type { TextPictures } from "../model/picture.ts";
import type { Emitter } from "./emitter.ts";

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

type Neighbours = Pick<FactsOf["article"], "newer" | "older" | "newerInSection" | "olderInSection">;
const NO_NEIGHBOURS: Neighbours = { newer: null, older: null, newerInSection: null, olderInSection: null };

const withoutScores = ({ similar }: Related): FactsOf["article"]["related"] =>
  similar.map(({ url, title, published, terms, days }) => ({ url, title, published, terms, days }));

const pageOf = (
  card: Card,
  neighbours: Neighbours,
  { related, pictures }: { readonly related: Related; readonly pictures: TextPictures },
): Page => ({
  path: fileFor(card.url),
  recipe: "article",
  cards: [card],
  needs: [card.body, card.terms],
  // Named one by one: copying with `...` takes twice as long, and there are many.
  facts: {
    newer: neighbours.newer,
    older: neighbours.older,
    newerInSection: neighbours.newerInSection,
    olderInSection: neighbours.olderInSection,
    related: withoutScores(related),
    copies: related.copies,
    pictures,
  },
});

export const articles: Emitter = function* ({ dated, undated, relatedTo, pictures }) {
  const shown = (card: Card) => ({ related: relatedTo(card), pictures: pictures.inText(card.source) });
  const links: readonly Link[] = dated.map(linkTo);
  const linkAt = (place = -1): Link | null =>
    place >= 0 && place < links.length ? (links[place] ?? null) : null;
  const { older, newer } = placesInSections(dated);
  for (let i = 0; i < dated.length; i++) {
    const card = dated[i] as Card;
    const neighbours = {
      newer: linkAt(i + 1),
      older: linkAt(i - 1),
      newerInSection: linkAt(newer[i]),
      olderInSection: linkAt(older[i]),
    };
    yield pageOf(card, neighbours, shown(card));
  }
  for (const card of undated) yield pageOf(card, NO_NEIGHBOURS, shown(card));
};
