/**
 * Links → the related articles of a page: similar ones with the reasons, and copies of the same text. Computed on
 * request; whether they have changed is seen from a checksum that is cheaper to compute.
 */
import type { Related, RelatedArticle } from "../../model/archive.ts";
import type { Card } from "../../model/article.ts";
import { Mix } from "../../model/mix.ts";
import { NONE } from "./changes.ts";
import { COPY, type Links, MOST_RESULTS, SIMILAR } from "./links.ts";
import { CANDIDATES, FULL_WEIGHT } from "./neighbours.ts";
import { WHY } from "./reasons.ts";
import type { Relations } from "./relate.ts";
import { UNDATED } from "./vectors.ts";

/** How many articles of the section replace the similar ones where there are none. */
const STAND_INS = 3;
const NO_COPIES: readonly number[] = [];

/**
 * Numbers per result: its rank, the index of its reasons, its slot among the candidates; the last two are NONE for a
 * stand-in.
 */
const FIELDS = 3;

export class RelatedResults {
  readonly #links: Links;
  readonly #days: Int32Array;
  readonly #ranked: readonly Card[];
  readonly #most: number;
  readonly #copies: ReadonlyMap<number, readonly number[]>;
  readonly #standIns: (rank: number, same: readonly number[]) => readonly number[];
  #sums: Int32Array | undefined;

  /** @param ranked The card of each rank. @param most Most links per article. */
  constructor({ links, days }: Pick<Relations, "links" | "days">, ranked: readonly Card[], most: number) {
    this.#links = links;
    this.#days = days;
    this.#ranked = ranked;
    this.#most = most;
    this.#copies = copyPairs(links);
    this.#standIns = nearestOfSection(ranked);
  }

  at(rank: number): Related {
    const same = this.#copies.get(rank) ?? NO_COPIES;
    const results = this.#results(rank, same);
    const similar: RelatedArticle[] = [];
    for (let i = 0; i < results.length; i += FIELDS) {
      const [other, why, slot] = [results[i], results[i + 1], results[i + 2]] as [number, number, number];
      const score = slot === NONE ? 0 : this.#score(rank, slot);
      similar.push({
        card: this.#card(other),
        terms: this.#terms(why),
        days: this.#apart(rank, other),
        score,
      });
    }
    return { similar, copies: same.map((other) => this.#card(other)) };
  }

  /** A checksum of what `at` returns, but for the scores. */
  sumAt(rank: number): readonly number[] {
    this.#sums ??= linkSums(this.#ranked);
    const { why: reasons } = this.#links;
    const mix = new Mix();
    const same = this.#copies.get(rank) ?? NO_COPIES;
    const results = this.#results(rank, same);
    mix.number(results.length);
    for (let i = 0; i < results.length; i += FIELDS) {
      const [other, why] = [results[i] as number, results[i + 1] as number];
      addPair(mix, this.#sums, other);
      mix.number(this.#apart(rank, other) ?? UNDATED);
      for (let term = 0; term < WHY; term++) mix.number(why === NONE ? 0 : (reasons[why + term] as number));
    }
    for (const other of same) addPair(mix, this.#sums, other);
    return mix.pair();
  }

  /** FIELDS numbers per link: similar articles, or the stand-ins where there are none. */
  #results(rank: number, same: readonly number[]): number[] {
    const { sizes, roles, ranks } = this.#links;
    const results: number[] = [];
    const room = this.#most * FIELDS;
    let nth = 0;
    const end = rank * CANDIDATES + (sizes[rank] as number);
    for (let slot = rank * CANDIDATES; slot < end && results.length < room; slot++) {
      if (roles[slot] !== SIMILAR) continue;
      const why = (rank * MOST_RESULTS + nth++) * WHY;
      const other = ranks[slot] as number;
      if (!same.includes(other)) results.push(other, why, slot);
    }
    if (results.length > 0) return results;
    const near = this.#standIns(rank, same).slice(0, this.#most);
    return near.flatMap((other) => [other, NONE, NONE]);
  }

  #card(rank: number): Card {
    return this.#ranked[rank] as Card;
  }

  #terms(why: number): number[] {
    const { why: reasons } = this.#links;
    const terms: number[] = [];
    if (why === NONE) return terms;
    for (let i = why; i < why + WHY; i++) if (reasons[i] !== 0) terms.push(reasons[i] as number);
    return terms;
  }

  #apart(rank: number, other: number): number | null {
    const [from, to] = [this.#days[rank] as number, this.#days[other] as number];
    return from === UNDATED || to === UNDATED ? null : to - from;
  }

  #score(rank: number, slot: number): number {
    const full = (this.#links.selves[rank] as number) * FULL_WEIGHT;
    return Math.min(1, Math.round(((this.#links.scores[slot] as number) / full) * 1e4) / 1e4);
  }
}

/**
 * Two hash values per card of all that a link to it shows, side by side in one array: the digests themselves are
 * scattered over the heap.
 */
function linkSums(ranked: readonly Card[]): Int32Array {
  const sums = new Int32Array(ranked.length * 2);
  for (const [rank, { linkDigest }] of ranked.entries()) {
    const mix = new Mix();
    mix.text(linkDigest);
    sums.set(mix.pair(), rank * 2);
  }
  return sums;
}

function addPair(mix: Mix, sums: Int32Array, rank: number): void {
  mix.number(sums[rank * 2] as number);
  mix.number(sums[rank * 2 + 1] as number);
}

/** Copies may be found from either side: listed on both, by rank, ascending. */
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

/**
 * The articles of a card's section nearest to it in order of time; of all articles where it is alone in its section.
 */
function nearestOfSection(
  ranked: readonly Card[],
): (rank: number, same: readonly number[]) => readonly number[] {
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
      .slice(0, STAND_INS);
  };
}
