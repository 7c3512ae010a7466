/**
 * Cards and their terms → the related articles of each: similar ones with the reasons, and copies of the same text. Where
 * nothing is like an article, the nearest in time of its own section stand in, so that no page is a dead end.
 */
import type { Related, RelatedArticle } from "../model/archive.ts";
import type { Card } from "../model/article.ts";
import { dayNumber } from "../model/civil-date.ts";
import { NONE } from "./related/changes.ts";
import { COPY, type Links, SHOWN, SIMILAR } from "./related/links.ts";
import { CANDIDATES, FULL_WEIGHT } from "./related/neighbours.ts";
import { WHY } from "./related/reasons.ts";
import { type LookUpAll, type Relations, relateAll } from "./related/relate.ts";
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

/** How many articles of the section stand in where nothing is like an article. */
const STAND_INS = 3;

export interface RelatedArticles {
  readonly relatedTo: (card: Card) => Related;
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
    sections: Int32Array.from(byId, (card) => (card.section === null ? 0 : spread(card.section.slug, 1) | 1)),
    vectorOf: (index) => vectorOf(byId[index] as Card),
  };
  const relations = await relateAll(input, {
    earlier: kept ? earlierRun(kept) : null,
    ...(lookUpAll ? { lookUpAll } : {}),
  });
  const ranked = Array.from(relations.order, (index) => byId[index] as Card);
  const ranks = new Map(ranked.map((card, rank) => [card.id, rank]));
  // The vectors are not held on to by what answers for single articles.
  const { links: found, days } = relations;
  const copies = copyPairs(found);
  const standIns = nearestOfSection(ranked);
  return {
    relatedTo: (card) => {
      const rank = ranks.get(card.id);
      if (rank === undefined) return { similar: [], copies: [] };
      const same = copies.get(rank) ?? [];
      const similar = similarTo({ links: found, days }, { rank, ranked, same, most: links });
      return {
        similar: similar.length > 0 ? similar : standIns(rank, same).slice(0, links),
        copies: same.map((other) => ranked[other] as Card),
      };
    },
    toKeep: arraysOf(relations),
    grown: relations.grown,
  };
}

const dayOf = (card: Card): number => (card.published === null ? UNDATED : dayNumber(card.published));

/** FNV-1a over UTF-16 units, mixed once more: 32 bits. */
function spread(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mixed(hash);
}

function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (once ^ (once >>> 13)) >>> 0;
}

/** 53 bits that tell apart all that relating reads of a card. */
function keyOf({ id, terms, published, section }: Card): number {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (const part of [id, terms.digest, published ?? "", section?.slug ?? ""]) {
    for (let i = 0; i < part.length; i++) {
      const code = part.charCodeAt(i);
      low = Math.imul(low ^ code, 0x01000193);
      high = Math.imul(high ^ code, 0x85ebca6b);
    }
    low = Math.imul(low ^ 0xffff, 0x01000193);
    high = Math.imul(high ^ part.length, 0x85ebca6b);
  }
  return (mixed(high) & 0x1fffff) * 2 ** 32 + mixed(low);
}

/** Copies are found from one end or the other: told from both, by rank, ascending. */
function copyPairs(links: Links): Map<number, number[]> {
  const pairs = new Map<number, number[]>();
  const note = (a: number, b: number): void => {
    const list = pairs.get(a);
    if (list === undefined) pairs.set(a, [b]);
    else if (!list.includes(b)) list.push(b);
  };
  for (let slot = links.roles.indexOf(COPY); slot >= 0; slot = links.roles.indexOf(COPY, slot + 1)) {
    const rank = Math.floor(slot / CANDIDATES);
    note(rank, links.ranks[slot] as number);
    note(links.ranks[slot] as number, rank);
  }
  for (const list of pairs.values()) list.sort((a, b) => a - b);
  return pairs;
}

interface Place {
  readonly rank: number;
  readonly ranked: readonly Card[];
  /** Its copies. */
  readonly same: readonly number[];
  /** How many links at most. */
  readonly most: number;
}

/** Called for every article of every build, so it makes nothing but the links. */
function similarTo(
  { links, days }: Pick<Relations, "links" | "days">,
  { rank, ranked, same, most }: Place,
): RelatedArticle[] {
  const found: RelatedArticle[] = [];
  const full = (links.selves[rank] as number) * FULL_WEIGHT;
  let shown = 0;
  for (let slot = 0; slot < (links.sizes[rank] as number) && found.length < most; slot++) {
    if (links.roles[rank * CANDIDATES + slot] !== SIMILAR) continue;
    const other = links.ranks[rank * CANDIDATES + slot] as number;
    const terms = reasonsAt(links.why, (rank * SHOWN + shown++) * WHY);
    if (same.includes(other)) continue;
    const apart = daysBetween(days[rank] as number, days[other] as number);
    const share = (links.scores[rank * CANDIDATES + slot] as number) / full;
    const score = Math.min(1, Math.round(share * 1e4) / 1e4);
    found.push({ card: ranked[other] as Card, terms, days: apart, score });
  }
  return found;
}

function reasonsAt(why: Uint32Array, from: number): number[] {
  const terms: number[] = [];
  for (let i = from; i < from + WHY; i++) if (why[i] !== 0) terms.push(why[i] as number);
  return terms;
}

const daysBetween = (from: number, to: number): number | null =>
  from === UNDATED || to === UNDATED ? null : to - from;

/** The articles of a card's own section nearest to it in order of time; of all articles where the section has none. */
function nearestOfSection(
  ranked: readonly Card[],
): (rank: number, same: readonly number[]) => RelatedArticle[] {
  const bySection = new Map<string, number[]>();
  const places = new Uint32Array(ranked.length);
  ranked.forEach((card, rank) => {
    const key = card.section?.slug ?? "";
    const list = bySection.get(key);
    places[rank] = list?.length ?? 0;
    if (list === undefined) bySection.set(key, [rank]);
    else list.push(rank);
  });
  return (rank, same) => {
    const card = ranked[rank] as Card;
    const peers = bySection.get(card.section?.slug ?? "") ?? [];
    const alone = peers.length < 2;
    const place = alone ? rank : (places[rank] as number);
    const near = [place - 1, place + 1, place - 2, place + 2, place - 3, place + 3];
    return (alone ? near : near.map((at) => peers[at] ?? NONE))
      .filter((other) => ranked[other] !== undefined && !same.includes(other))
      .slice(0, STAND_INS)
      .map((other) => {
        const standIn = ranked[other] as Card;
        return { card: standIn, terms: [], days: daysBetween(dayOf(card), dayOf(standIn)), score: 0 };
      });
  };
}
