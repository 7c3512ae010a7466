/**
 * Finds the articles most like one article: scores summed over the postings of its discriminative terms, then adjusted
 * for nearness in time and section. Of a list longer than WINDOW only the entries around the article itself are read:
 * news belongs to its days, and the cost of an article stays bounded in any archive. Scores are symmetric, so the
 * effect of an edit can be computed from the edited article alone (affected.ts).
 */

import { DiscriminativeTerms } from "./discriminative.ts";
import { type Postings, STRENGTH_BITS, STRENGTH_MASK } from "./postings.ts";
import { UNDATED, type Vectors } from "./vectors.ts";

/** Entries of a postings list that are read on either side of the article itself. */
export const WINDOW = 200;
/** How many of the best are kept for scoring; copies among them are set apart. */
export const CANDIDATES = 12;

/** What the same day adds to a score, in 256ths, and after how many days half of it is left. */
const SAME_DAY = 144;
const HALF_LEFT = 3;
const NEARNESS = Uint16Array.from({ length: 1024 }, (_, days) =>
  Math.floor((SAME_DAY * HALF_LEFT) / (HALF_LEFT + days)),
);
/** What the same section adds to a score, in 256ths. */
const SAME_SECTION = 24;
/** The greatest factor by which nearness and section can raise a score. */
export const FULL_WEIGHT = (256 + SAME_DAY + SAME_SECTION) / 256;

/** A score raised for nearness in time and for the same section. Symmetric in `a` and `b`. */
export function weighed(vectors: Vectors, score: number, a: number, b: number): number {
  const { days, sections } = vectors;
  const dayA = days[a] as number;
  const dayB = days[b] as number;
  const apart = dayA === UNDATED || dayB === UNDATED ? NEARNESS.length : Math.abs(dayA - dayB);
  const near = apart < NEARNESS.length ? (NEARNESS[apart] as number) : 0;
  const section = sections[a];
  return Math.floor(
    (score * (256 + near + (section !== 0 && section === sections[b] ? SAME_SECTION : 0))) / 256,
  );
}

/** Binary search: the first index in `lists` from `from` to `to` whose article is of `rank` or later. */
function indexOfRank(lists: Uint32Array, from: number, to: number, rank: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lists[middle] as number) >>> STRENGTH_BITS < rank) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The best candidates of one article, best first; ties by days between them, then by rank. */
export interface Candidates {
  size: number;
  readonly ranks: Uint32Array;
  readonly scores: Float64Array;
}

/** Reusable buffers for looking up one article after another. */
export class Neighbours {
  readonly best: Candidates = {
    size: 0,
    ranks: new Uint32Array(CANDIDATES),
    scores: new Float64Array(CANDIDATES),
  };
  /**
   * `ranks` to `touched`: the articles that share a discriminative term with the one last looked up; `scores`: their
   * plain scores, by rank.
   */
  touched = 0;
  readonly ranks: Uint32Array;
  readonly scores: Int32Array;
  readonly #vectors: Vectors;
  readonly #postings: Postings;
  readonly #discriminative: DiscriminativeTerms;

  constructor(vectors: Vectors, postings: Postings) {
    this.#vectors = vectors;
    this.#postings = postings;
    this.#discriminative = new DiscriminativeTerms(vectors, postings.rarities);
    this.ranks = new Uint32Array(vectors.count);
    this.scores = new Int32Array(vectors.count);
  }

  /** Fills `best` for the article of a rank. */
  lookUp(rank: number): Candidates {
    this.gather(rank);
    this.#choose(rank);
    return this.best;
  }

  /** Fills `ranks` and `scores`, after clearing those of the previous article. */
  gather(rank: number): void {
    const { starts, lists, worths } = this.#postings;
    const { scores, ranks } = this;
    const discriminative = this.#discriminative;
    discriminative.read(rank);
    for (let i = 0; i < this.touched; i++) scores[ranks[i] as number] = 0;
    let touched = 0;
    for (let i = 0; i < discriminative.size; i++) {
      const term = discriminative.terms[i] as number;
      const worth = (worths[term] as number) * (discriminative.strengths[i] as number);
      let from = starts[term] as number;
      let to = starts[term + 1] as number;
      if (to - from > WINDOW) {
        const own = indexOfRank(lists, from, to, rank);
        from = Math.max(from, own - WINDOW);
        to = Math.min(to, own + WINDOW + 1);
      }
      for (let place = from; place < to; place++) {
        const packed = lists[place] as number;
        const other = packed >>> STRENGTH_BITS;
        const before = scores[other] as number;
        if (before === 0) ranks[touched++] = other;
        scores[other] = before + worth * (packed & STRENGTH_MASK);
      }
    }
    this.touched = touched;
  }

  #choose(rank: number): void {
    const { best, ranks, scores, touched } = this;
    best.size = 0;
    let least = 0;
    for (let i = 0; i < touched; i++) {
      const other = ranks[i] as number;
      const score = scores[other] as number;
      if (score * FULL_WEIGHT < least || other === rank) continue;
      const value = weighed(this.#vectors, score, rank, other);
      if (value < least) continue;
      this.#insert(rank, other, value);
      if (best.size === CANDIDATES) least = best.scores[CANDIDATES - 1] as number;
    }
  }

  #insert(rank: number, other: number, value: number): void {
    const { ranks, scores } = this.best;
    let at = this.best.size;
    while (at > 0 && this.#before(rank, { other, value }, at - 1)) at--;
    if (at === CANDIDATES) return;
    if (this.best.size < CANDIDATES) this.best.size++;
    for (let i = this.best.size - 1; i > at; i--) {
      ranks[i] = ranks[i - 1] as number;
      scores[i] = scores[i - 1] as number;
    }
    ranks[at] = other;
    scores[at] = value;
  }

  #before(rank: number, { other, value }: { other: number; value: number }, at: number): boolean {
    const theirs = this.best.scores[at] as number;
    if (value !== theirs) return value > theirs;
    const than = this.best.ranks[at] as number;
    const { days } = this.#vectors;
    const day = days[rank] as number;
    const nearer = Math.abs((days[other] as number) - day) - Math.abs((days[than] as number) - day);
    return nearer !== 0 ? nearer < 0 : other < than;
  }
}
