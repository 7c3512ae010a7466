/**
 * Candidates → what a page shows: the same text published again is set apart as a copy, a second copy of what is
 * already shown is passed over, and what shares too little is not shown at all. Each link says why it is there.
 */
import { Comparison } from "./copies.ts";
import { COPY, type Links, PASSED, SHOWN, SIMILAR } from "./links.ts";
import { CANDIDATES, type Candidates } from "./neighbours.ts";
import type { Postings } from "./postings.ts";
import { Reasons, WHY } from "./reasons.ts";
import { Telling } from "./telling.ts";
import type { Vectors } from "./vectors.ts";
import { stepOf, worthOf } from "./weights.ts";

/** The least share, in 1000, that a candidate's score must have of the article's score with itself. */
const FLOOR = 20;
/** Of the archive's scale of rarity, in 100: a more common term is not named as a reason. */
const NAMED = 30;

/** Judges one article after another: work space as wide as the lexicon. */
export class Judge {
  readonly #vectors: Vectors;
  readonly #postings: Postings;
  readonly #telling: Telling;
  readonly #links: Links;
  readonly #own: Comparison;
  readonly #shown: Comparison;
  readonly #strengths: Uint8Array;
  readonly #reasons = new Reasons();
  readonly #leastWorth: number;

  constructor(vectors: Vectors, postings: Postings, links: Links) {
    this.#vectors = vectors;
    this.#postings = postings;
    this.#telling = new Telling(vectors, postings.rarities);
    this.#links = links;
    this.#own = new Comparison(vectors);
    this.#shown = new Comparison(vectors);
    this.#strengths = new Uint8Array(vectors.lexicon.size);
    this.#leastWorth = worthOf(Math.ceil((stepOf(vectors.count) * NAMED) / 100));
  }

  /** Writes down what `best` holds for the article of a rank; `self` is its score with itself. */
  judge(rank: number, best: Candidates, self: number): void {
    const links = this.#links;
    const base = rank * CANDIDATES;
    links.sizes[rank] = best.size;
    links.selves[rank] = self;
    links.ranks.fill(0, base, base + CANDIDATES);
    links.scores.fill(0, base, base + CANDIDATES);
    for (let slot = 0; slot < best.size; slot++) {
      links.ranks[base + slot] = best.ranks[slot] as number;
      links.scores[base + slot] = best.scores[slot] as number;
    }
    links.roles.fill(PASSED, base, base + CANDIDATES);
    links.why.fill(0, rank * SHOWN * WHY, (rank + 1) * SHOWN * WHY);
    this.#own.mark(rank);
    this.#setStrengths(rank, true);
    let shown = 0;
    for (let slot = 0; slot < best.size; slot++) {
      const role = this.#roleOf(rank, slot, shown);
      links.roles[base + slot] = role;
      if (role === SIMILAR) shown++;
    }
    this.#setStrengths(rank, false);
  }

  #roleOf(rank: number, slot: number, shown: number): number {
    const { ranks, scores, selves } = this.#links;
    const other = ranks[rank * CANDIDATES + slot] as number;
    const score = scores[rank * CANDIDATES + slot] as number;
    const self = selves[rank] as number;
    if (score * 5 >= self && this.#own.isCopy(other)) return COPY;
    if (shown === SHOWN || score * 1000 < self * FLOOR || this.#repeats(rank, slot)) return PASSED;
    return this.#explain(rank, other, shown) ? SIMILAR : PASSED;
  }

  /** Whether a better candidate that is shown is the same text. Only a like score makes that worth looking into. */
  #repeats(rank: number, slot: number): boolean {
    const { ranks, scores, roles } = this.#links;
    const base = rank * CANDIDATES;
    for (let i = 0; i < slot; i++) {
      if (roles[base + i] !== SIMILAR) continue;
      if ((scores[base + slot] as number) * 10 < (scores[base + i] as number) * 7) continue;
      this.#shown.mark(ranks[base + i] as number);
      if (this.#shown.isCopy(ranks[base + slot] as number)) return true;
    }
    return false;
  }

  /** Writes the most telling shared terms as the reasons of a link; false where there are fewer than two. */
  #explain(rank: number, other: number, shown: number): boolean {
    const { starts, sizes, pool, lexicon } = this.#vectors;
    const { worths } = this.#postings;
    const reasons = this.#reasons;
    const from = starts[other] as number;
    const to = from + (sizes[other] as number);
    let found = 0;
    reasons.clear();
    for (let i = from; i < to; i++) {
      const term = pool.terms[i] as number;
      const own = this.#strengths[term] as number;
      if (own === 0) continue;
      const strength = this.#telling.strength(other, term, pool.times[i] as number);
      if (strength === 0) continue;
      found++;
      const worth = worths[term] as number;
      if (worth >= this.#leastWorth) reasons.offer(lexicon.hashes[term] as number, worth * own * strength);
    }
    if (found < 2) return false;
    reasons.write(this.#links.why, (rank * SHOWN + shown) * WHY);
    return true;
  }

  #setStrengths(rank: number, on: boolean): void {
    const telling = this.#telling;
    telling.read(rank);
    for (let i = 0; i < telling.size; i++)
      this.#strengths[telling.terms[i] as number] = on ? (telling.strengths[i] as number) : 0;
  }
}
