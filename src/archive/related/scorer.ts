/**
 * Candidates → roles and reasons: copies of the same text are set apart, a second copy of an article that is already
 * linked is skipped, as is one that shares too little. Each link gets the terms that explain it.
 */
import { Comparison } from "./copies.ts";
import { DiscriminativeTerms } from "./discriminative.ts";
import { COPY, type Links, MOST_RESULTS, PASSED, SIMILAR } from "./links.ts";
import { CANDIDATES, type Candidates } from "./neighbours.ts";
import type { Postings } from "./postings.ts";
import { Reasons, WHY } from "./reasons.ts";
import type { Vectors } from "./vectors.ts";
import { stepOf, worthOf } from "./weights.ts";

/** A candidate's least score, in thousandths of the article's score with itself. */
const FLOOR = 20;
/** The least rarity of a term that is named as a reason, in hundredths of the archive's step. */
const NAMED = 30;

/** Scores one article after another; holds a buffer as large as the lexicon. */
export class Scorer {
  readonly #vectors: Vectors;
  readonly #postings: Postings;
  readonly #discriminative: DiscriminativeTerms;
  readonly #links: Links;
  readonly #own: Comparison;
  readonly #result: Comparison;
  readonly #strengths: Uint8Array;
  readonly #reasons = new Reasons();
  readonly #leastWorth: number;

  constructor(vectors: Vectors, postings: Postings, links: Links) {
    this.#vectors = vectors;
    this.#postings = postings;
    this.#discriminative = new DiscriminativeTerms(vectors, postings.rarities);
    this.#links = links;
    this.#own = new Comparison(vectors);
    this.#result = new Comparison(vectors);
    this.#strengths = new Uint8Array(vectors.lexicon.size);
    this.#leastWorth = worthOf(Math.ceil((stepOf(vectors.count) * NAMED) / 100));
  }

  /** Writes the links of the article of a rank from its candidates; `self` is its score with itself. */
  score(rank: number, best: Candidates, self: number): void {
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
    links.why.fill(0, rank * MOST_RESULTS * WHY, (rank + 1) * MOST_RESULTS * WHY);
    this.#own.mark(rank);
    this.#setStrengths(rank, true);
    let results = 0;
    for (let slot = 0; slot < best.size; slot++) {
      const role = this.#roleOf(rank, slot, results);
      links.roles[base + slot] = role;
      if (role === SIMILAR) results++;
    }
    this.#setStrengths(rank, false);
  }

  #roleOf(rank: number, slot: number, results: number): number {
    const { ranks, scores, selves } = this.#links;
    const other = ranks[rank * CANDIDATES + slot] as number;
    const score = scores[rank * CANDIDATES + slot] as number;
    const self = selves[rank] as number;
    if (score * 5 >= self && this.#own.isCopy(other)) return COPY;
    if (results === MOST_RESULTS || score * 1000 < self * FLOOR || this.#repeats(rank, slot)) return PASSED;
    return this.#explain(rank, other, results) ? SIMILAR : PASSED;
  }

  /** Whether a better linked candidate is the same text; compared only where the two scores are close. */
  #repeats(rank: number, slot: number): boolean {
    const { ranks, scores, roles } = this.#links;
    const base = rank * CANDIDATES;
    for (let i = 0; i < slot; i++) {
      if (roles[base + i] !== SIMILAR) continue;
      if ((scores[base + slot] as number) * 10 < (scores[base + i] as number) * 7) continue;
      this.#result.mark(ranks[base + i] as number);
      if (this.#result.isCopy(ranks[base + slot] as number)) return true;
    }
    return false;
  }

  /**
   * Writes the best shared terms as the reasons of a link; false where the two share fewer than two discriminative
   * terms.
   */
  #explain(rank: number, other: number, results: number): boolean {
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
      const strength = this.#discriminative.strength(other, term, pool.times[i] as number);
      if (strength === 0) continue;
      found++;
      const worth = worths[term] as number;
      if (worth >= this.#leastWorth) reasons.offer(lexicon.hashes[term] as number, worth * own * strength);
    }
    if (found < 2) return false;
    reasons.write(this.#links.why, (rank * MOST_RESULTS + results) * WHY);
    return true;
  }

  #setStrengths(rank: number, on: boolean): void {
    const discriminative = this.#discriminative;
    discriminative.read(rank);
    for (let i = 0; i < discriminative.size; i++)
      this.#strengths[discriminative.terms[i] as number] = on ? (discriminative.strengths[i] as number) : 0;
  }
}
