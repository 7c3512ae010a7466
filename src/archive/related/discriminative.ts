/**
 * Which terms of an article are discriminative, and their strengths in it. Determined by the rarity of a term and its
 * strength in the article, never by the other terms of the article: when the rarity of one term changes, nothing else
 * does.
 */
import { sharedBytes } from "./shared.ts";
import type { Packed, Vectors } from "./vectors.ts";
import { discriminativeFrom, MOST, rarityOf, stableOf, stepOf, strengthOf } from "./weights.ts";

/**
 * Rarity by term; 0 for a term of one article, which can link nothing. It is computed from the count among the stable
 * or among the newest articles, whichever is greater, which is at least half of all: so a new article changes the
 * rarity of a term only where hardly any stable article holds it, and that affects few articles.
 */
export function raritiesOf({ count, lexicon, ...packed }: Packed): Uint8Array {
  const step = stepOf(count);
  const rarities = sharedBytes(lexicon.size);
  const newest = countsFrom(stableOf(count), { ...packed, count }, lexicon.size);
  for (let term = 0; term < rarities.length; term++) {
    const articles = lexicon.counts[term] as number;
    const late = newest[term] as number;
    rarities[term] = articles < 2 ? 0 : rarityOf(step, Math.max(articles - late, late));
  }
  return rarities;
}

/** By term: how many of the articles of rank `first` and later hold it. */
function countsFrom(
  first: number,
  { count, starts, sizes, pool }: Pick<Packed, "count" | "starts" | "sizes" | "pool">,
  terms: number,
): Uint32Array {
  const counts = new Uint32Array(terms);
  for (let rank = first; rank < count; rank++) {
    const from = starts[rank] as number;
    const to = from + (sizes[rank] as number);
    for (let i = from; i < to; i++) {
      const term = pool.terms[i] as number;
      counts[term] = (counts[term] as number) + 1;
    }
  }
  return counts;
}

const TABLED = 12;

type Read = Omit<Vectors, "days" | "sections" | "lexicon">;

/** Reads the discriminative terms of one article after another. */
export class DiscriminativeTerms {
  size = 0;
  terms = new Uint32Array(1024);
  strengths = new Uint8Array(1024);
  readonly rarities: Uint8Array;
  readonly #vectors: Read;
  readonly #threshold: number;
  readonly #table = new Uint8Array(TABLED);

  constructor(vectors: Read, rarities: Uint8Array) {
    this.#vectors = vectors;
    this.rarities = rarities;
    this.#threshold = discriminativeFrom(stepOf(vectors.count));
  }

  /** Fills `terms` and `strengths` up to `size`. */
  read(rank: number): void {
    const { starts, sizes, lengths, pool } = this.#vectors;
    const { rarities } = this;
    const threshold = this.#threshold;
    const least = threshold / MOST;
    const from = starts[rank] as number;
    const to = from + (sizes[rank] as number);
    const length = lengths[rank] as number;
    if (to - from > this.terms.length) {
      this.terms = new Uint32Array((to - from) * 2);
      this.strengths = new Uint8Array((to - from) * 2);
    }
    const table = this.#table;
    for (let times = 1; times < TABLED; times++) table[times] = strengthOf(times, length);
    let size = 0;
    for (let i = from; i < to; i++) {
      const term = pool.terms[i] as number;
      const rarity = rarities[term] as number;
      if (rarity < least) continue;
      const times = pool.times[i] as number;
      const strength = times < TABLED ? (table[times] as number) : strengthOf(times, length);
      if (rarity * strength < threshold) continue;
      this.terms[size] = term;
      this.strengths[size++] = strength;
    }
    this.size = size;
  }

  /** The strength of a term that occurs `times` in the article of a rank; 0 where it is not discriminative. */
  strength(rank: number, term: number, times: number): number {
    const strength = strengthOf(times, this.#vectors.lengths[rank] as number);
    return (this.rarities[term] as number) * strength < this.#threshold ? 0 : strength;
  }
}
