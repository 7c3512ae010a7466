/**
 * Cards and their terms → the related articles of each: similar ones with the reasons, and copies of the same text. Where
 * nothing is like an article, the nearest in time of its own section stand in, so that no page is a dead end.
 */
import type { Related } from "../model/archive.ts";
import type { Card } from "../model/article.ts";
import { dayNumber } from "../model/civil-date.ts";
import { Mix } from "../model/mix.ts";
import { type LookUpAll, relateAll } from "./related/relate.ts";
import { ShownLinks } from "./related/shown.ts";
import { arraysOf, earlierRun, type KeptArrays, type RunArrays } from "./related/state.ts";
import { type RelateInput, UNDATED } from "./related/vectors.ts";

export interface RelateOptions {
  /** Articles, not standing pages; in any order. Their ids differ. */
  readonly cards: readonly Card[];
  /** Pairs of term hash and weighed count, by hash. Asked only for articles that the state does not know. */
  readonly vectorOf: (card: Card) => Uint32Array;
  /** Links an article shows at most, up to 8. */
  readonly links: number;
  /** What an earlier run left: only what has changed since is related anew. */
  readonly kept?: KeptArrays;
  /** Shares the work out to threads. */
  readonly lookUpAll?: LookUpAll;
}

const NO_LINKS: Related = { similar: [], copies: [] };
const NO_SUM: readonly number[] = [];

export interface RelatedArticles {
  readonly relatedTo: (card: Card) => Related;
  /** See `Archive`. */
  readonly relatedSum: (card: Card) => readonly number[];
  /** For a later run; null when what is kept is what it needs. */
  readonly toKeep: RunArrays | null;
  /** Whether those of its arrays that grow begin as they were kept. */
  readonly grown: boolean;
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
  // The vectors are not held on to by what answers for single articles.
  const shown = new ShownLinks(relations, ranked, links);
  const answer = <T>(card: Card, at: (rank: number) => T, none: T): T => {
    const rank = ranks.get(card.id);
    return rank === undefined ? none : at(rank);
  };
  return {
    relatedTo: (card) => answer(card, (rank) => shown.at(rank), NO_LINKS),
    relatedSum: (card) => answer(card, (rank) => shown.sumAt(rank), NO_SUM),
    toKeep: arraysOf(relations),
    grown: relations.grown,
  };
}

const dayOf = (card: Card): number => (card.published === null ? UNDATED : dayNumber(card.published));

/** 53 bits that tell apart all that relating reads of a card. */
function keyOf({ id, terms, published, section }: Card): number {
  const mix = new Mix();
  for (const part of [id, terms.digest, published ?? "", section?.slug ?? ""]) mix.text(part);
  const [low, high] = mix.pair();
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0);
}

/** 0 for none. */
function sectionOf({ section }: Card): number {
  if (!section) return 0;
  const mix = new Mix();
  mix.text(section.slug);
  return mix.pair()[0] | 1;
}
