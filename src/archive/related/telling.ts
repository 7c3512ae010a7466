/**
 * Which terms of an article are telling, and how strong they are in it. It hangs on a term's rarity and on its strength
 * in the article alone, never on the article's other terms: so where one term's rarity moves, nothing else does.
 */
import { sharedBytes } from "./shared.ts";
import type { Packed, Vectors } from "./vectors.ts";
import { MOST, rarityOf, settledOf, stepOf, strengthOf, tellingFrom } from "./weights.ts";

/**
 * Rarity by term; 0 for one that a single article holds, since it can link nothing. Of the settled and the newest
 * articles, those count that hold it more often, which is at least half of all: so a new article moves the rarity of a
 * term only where hardly any of the settled ones hold it, that is for few articles.
 */
export function raritiesOf({ count, lexicon, ...packed }: Packed): Uint8Array {
  const step = stepOf(count);
  const rarities = sharedBytes(lexicon.size);
  const newest = countsFrom(settledOf(count), { ...packed, count }, lexicon.size);
  for (let term = 0; term < rarities.length; term++) {
    const articles = lexicon.counts[term] as number;
    const late = newest[term] as number;
    rarities[term] = articles < 2 ? 0 : rarityOf(step, Math.max(articles - late, late));
  }
  return rarities;
}

/** By term, how many of the articles from a rank on hold it. */
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

/** The telling terms of one article after another. */
export class Telling {
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
    this.#threshold = tellingFrom(stepOf(vectors.count));
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

  /** The strength of a term that stands `times` in the article of a rank; 0 where it is not telling. */
  strength(rank: number, term: number, times: number): number {
    const strength = strengthOf(times, this.#vectors.lengths[rank] as number);
    return (this.rarities[term] as number) * strength < this.#threshold ? 0 : strength;
  }
}
