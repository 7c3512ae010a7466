/**
 * Whether two articles are one text: by the share of their terms that both hold (Jaccard), rare or not, so that it hangs
 * on the two alone. Agencies' texts come back with another headline, a line more or fewer, within a day; reports made
 * of one mould (an intercepted rocket, a closing price) are alike too but lie further apart, so more is asked of those.
 */
import { UNDATED, type Vectors } from "./vectors.ts";

/** Texts of fewer terms than this are captions: nearly all must be shared. */
const SHORT = 20;
const NEEDED = { short: 90, sameDays: 70, later: 80 } as const;
const SAME_DAYS = 1;

/** The terms of one article, marked, to be compared with others in turn. */
export class Comparison {
  readonly #vectors: Vectors;
  readonly #stamps: Uint32Array;
  #stamp = 0;
  #rank = 0;

  constructor(vectors: Vectors) {
    this.#vectors = vectors;
    this.#stamps = new Uint32Array(vectors.lexicon.hashes.length);
  }

  /** From now on compare with the article of this rank. */
  mark(rank: number): void {
    const { starts, terms } = this.#vectors;
    const stamps = this.#stamps;
    this.#stamp += 1;
    this.#rank = rank;
    const end = starts[rank + 1] as number;
    for (let i = starts[rank] as number; i < end; i++) stamps[terms[i] as number] = this.#stamp;
  }

  /** Whether the marked article and the one of this rank are one text. Symmetric. */
  isCopy(other: number): boolean {
    const { starts, terms, days } = this.#vectors;
    const from = starts[other] as number;
    const to = starts[other + 1] as number;
    const size = (starts[this.#rank + 1] as number) - (starts[this.#rank] as number);
    const smaller = Math.min(size, to - from);
    const dayA = days[this.#rank] as number;
    const dayB = days[other] as number;
    const near = dayA === UNDATED || dayB === UNDATED || Math.abs(dayA - dayB) <= SAME_DAYS;
    const needed = smaller < SHORT ? NEEDED.short : near ? NEEDED.sameDays : NEEDED.later;
    if (smaller === 0 || smaller * 100 < needed * Math.max(size, to - from)) return false;
    let shared = 0;
    for (let i = from; i < to; i++) if (this.#stamps[terms[i] as number] === this.#stamp) shared++;
    return shared * 100 >= needed * (size + to - from - shared);
  }
}
