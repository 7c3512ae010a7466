/**
 * The page of each article, with its neighbours overall and in its section, and its related articles. An undated article
 * has no neighbours, since nobody knows where it stands.
 */
import type { Archive, Related } from "../model/archive.ts";
import { type Card, linkTo } from "../model/article.ts";
import { fileFor } from "../model/brands.ts";
import type { FactsOf, Page } from "../model/page.ts";
import type { Emitter } from "./emitter.ts";

type Neighbours = Pick<FactsOf["article"], "newerInSection" | "olderInSection">;
const NONE: Neighbours = { newerInSection: null, olderInSection: null };
const linkOrNull = (card: Card | undefined) => (card ? linkTo(card) : null);

function neighboursInSections({ sections }: Archive): Map<Card, Neighbours> {
  const found = new Map<Card, Neighbours>();
  for (const { articles } of sections) {
    const dated = articles.filter((card) => card.published !== null);
    dated.forEach((card, i) => {
      found.set(card, { newerInSection: linkOrNull(dated[i + 1]), olderInSection: linkOrNull(dated[i - 1]) });
    });
  }
  return found;
}

const withoutScores = ({ similar }: Related): FactsOf["article"]["related"] =>
  similar.map(({ url, title, published, terms, days }) => ({ url, title, published, terms, days }));

export const articles: Emitter = function* (archive) {
  const inSection = neighboursInSections(archive);
  const page = (card: Card, newer: Card | undefined, older: Card | undefined): Page => {
    const related = archive.relatedTo(card);
    return {
      path: fileFor(card.url),
      recipe: "article",
      cards: [card],
      needs: [card.body, card.terms],
      facts: {
        newer: linkOrNull(newer),
        older: linkOrNull(older),
        ...(inSection.get(card) ?? NONE),
        related: withoutScores(related),
        copies: related.copies,
      },
    };
  };
  const { dated } = archive;
  for (let i = 0; i < dated.length; i++) yield page(dated[i] as Card, dated[i + 1], dated[i - 1]);
  for (const card of archive.undated) yield page(card, undefined, undefined);
};
