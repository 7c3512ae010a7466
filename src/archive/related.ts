/**
 * Cards and their terms → the related articles of each: similar ones with the reasons, and copies of the same text. An
 * article without similar ones gets the nearest in time of its section instead, so that no page is a dead end.
 */
import type { Related } from "../model/archive.ts";
import type { Card } from "../model/article.ts";
import { dayNumber } from "../model/civil-date.ts";
import { Mix } from "../model/mix.ts";
import { type LookUpAll, relateAll } from "./related/relate.ts";
import { RelatedResults } from "./related/results.ts";
import { arraysOf, earlierRun, type KeptArrays, type RunArrays } from "./related/state.ts";
import { type RelateInput, UNDATED } from "./related/vectors.ts";

export interface RelateOptions {
  /** Articles, not static pages; in any order. Their ids differ. */
  readonly cards: readonly Card[];
  /**
   * Pairs of term hash and weighted count, sorted by hash. Called only for articles that the kept state does not hold.
   */
  readonly vectorOf: (card: Card) => Uint32Array;
  /** Most links per article, up to 8. */
  readonly links: number;
  /** Arrays of an earlier run: only what has changed since is looked up again. */
  readonly kept?: KeptArrays;
  /** Distributes the look-ups over threads; by default they run on this thread. */
  readonly lookUpAll?: LookUpAll;
}

const NO_LINKS: Related = { similar: [], copies: [] };
const NO_SUM: readonly number[] = [];

export interface RelatedArticles {
  readonly relatedTo: (card: Card) => Related;
  /** See `Archive`. */
  readonly relatedSum: (card: Card) => readonly number[];
  /** To be stored for a later run; null when the stored arrays are still current. */
  readonly toKeep: RunArrays | null;
}

/** Relates all articles. The result is the same whatever the order of `cards`. */
export async function relate(options: RelateOptions): Promise<RelatedArticles> {
  const { cards, vectorOf, links, kept, lookUpAll } = options;
  const byId = cards.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const input: RelateInput = {
    count: byId.length,
    keys: Float64Array.from(byId, keyOf),
    days: Int32Array.from(byId, dayOf),
    sections: Int32Array.from(byId, sectionOf),
    vectorOf: (index) => vectorOf(byId[index] as Card),
  };
  const relations = await relateAll(input, {
    earlier: kept ? earlierRun(kept) : null,
    ...(lookUpAll ? { lookUpAll } : {}),
  });
  const ranked = Array.from(relations.order, (index) => byId[index] as Card);
  const ranks = new Map(ranked.map((card, rank) => [card.id, rank]));
  // Holds only days and links, so that the vectors can be freed.
  const results = new RelatedResults(relations, ranked, links);
  const answer = <T>(card: Card, at: (rank: number) => T, none: T): T => {
    const rank = ranks.get(card.id);
    return rank === undefined ? none : at(rank);
  };
  return {
    relatedTo: (card) => answer(card, (rank) => results.at(rank), NO_LINKS),
    relatedSum: (card) => answer(card, (rank) => results.sumAt(rank), NO_SUM),
    toKeep: arraysOf(relations),
  };
}

const dayOf = (card: Card): number => (card.published === null ? UNDATED : dayNumber(card.published));

/** A 53-bit hash of every field of a card that relating reads. */
function keyOf({ id, terms, published, section }: Card): number {
  const mix = new Mix();
  for (const part of [id, terms.digest, published ?? "", section?.slug ?? ""]) mix.text(part);
  const [low, high] = mix.pair();
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0);
}

/** A hash of the section; 0 for none. */
function sectionOf({ section }: Card): number {
  if (!section) return 0;
  const mix = new Mix();
  mix.text(section.slug);
  return mix.pair()[0] | 1;
}
