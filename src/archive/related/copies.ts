/**
 * Whether two articles are the same text: by the share of their terms that both hold (Jaccard), rare or not, so that it
 * depends on these two alone. Agency texts reappear within a day with another headline or a line more or fewer; reports
 * written from one template (an intercepted rocket, a closing price) are similar too but further apart in time, so more
 * is required of those.
 */
import { UNDATED, type Vectors } from "./vectors.ts";

/** Texts of fewer terms than this are captions: nearly all must be shared. Needed shares in percent. */
const SHORT = 20;
const NEEDED = { short: 90, sameDays: 70, later: 80 } as const;
const SAME_DAYS = 1;

/** Marks the terms of one article, to compare others with it in turn. */
export class Comparison {
  readonly #vectors: Vectors;
  readonly #stamps: Uint32Array;
  #stamp = 0;
  #rank = 0;

  constructor(vectors: Vectors) {
    this.#vectors = vectors;
    this.#stamps = new Uint32Array(vectors.lexicon.size);
  }

  /** Sets the article that others are compared with. */
  mark(rank: number): void {
    const { starts, sizes, pool } = this.#vectors;
    const stamps = this.#stamps;
    this.#stamp += 1;
    this.#rank = rank;
    const from = starts[rank] as number;
    const to = from + (sizes[rank] as number);
    for (let i = from; i < to; i++) stamps[pool.terms[i] as number] = this.#stamp;
  }

  /** Whether the marked article and the one of this rank are the same text. Symmetric. */
  isCopy(other: number): boolean {
    const { starts, sizes, pool, days } = this.#vectors;
    const size = sizes[this.#rank] as number;
    const otherSize = sizes[other] as number;
    const smaller = Math.min(size, otherSize);
    const dayA = days[this.#rank] as number;
    const dayB = days[other] as number;
    const near = dayA === UNDATED || dayB === UNDATED || Math.abs(dayA - dayB) <= SAME_DAYS;
    const needed = smaller < SHORT ? NEEDED.short : near ? NEEDED.sameDays : NEEDED.later;
    if (smaller === 0 || smaller * 100 < needed * Math.max(size, otherSize)) return false;
    const from = starts[other] as number;
    let shared = 0;
    for (let i = from; i < from + otherSize; i++)
      if (this.#stamps[pool.terms[i] as number] === this.#stamp) shared++;
    return shared * 100 >= needed * (size + otherSize - shared);
  }
}
