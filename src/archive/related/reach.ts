/**
 * An edit → the articles it may change the links of; all others keep theirs. An article is reached when one of these
 * moved: itself; a candidate of its own; the rarity of a telling term of its own; a score with a new article, so that it
 * would be a candidate; or, where a long list lost or gained a member, which articles are within reach of each other in
 * it. To mark one too many costs a look-up; one too few would make a result that a run from nothing does not.
 */
import { NONE } from "./changes.ts";
import type { Edit } from "./edit.ts";
import { CANDIDATES, Neighbours, weighed } from "./neighbours.ts";
import { eachShiftedPair, type Shifted, shiftsOf } from "./shifts.ts";
import { Telling } from "./telling.ts";

import { stepOf, strengthOf, tellingFrom } from "./weights.ts";

/** Adds to `marks`, by rank of now, the articles that must be looked up anew. */
export function markReached(edit: Edit, marks: Uint8Array): void {
  const moved = movedTerms(edit);
  if (moved) markHolders(edit, moved, marks);
  const bids = new Bids(edit, marks);
  for (const rank of edit.changes.added) bids.ofNew(rank);
  for (const shift of shiftsOf(edit)) if (moved?.[shift.term] !== 1) eachShiftedPair(edit, shift, bids);
}

/** 1 by term whose rarity is not what it was; null where there is none. */
function movedTerms({ raritiesThen, postings: { rarities } }: Edit): Uint8Array | null {
  let moved: Uint8Array | null = null;
  for (let term = 0; term < rarities.length; term++) {
    if (rarities[term] === (raritiesThen[term] ?? 0)) continue;
    moved ??= new Uint8Array(rarities.length);
    moved[term] = 1;
  }
  return moved;
}

/** Marks the articles that a moved term is telling in, or was. */
function markHolders({ vectors, postings, raritiesThen }: Edit, moved: Uint8Array, marks: Uint8Array): void {
  const { starts, sizes, lengths, pool, count } = vectors;
  const threshold = tellingFrom(stepOf(count));
  for (let rank = 0; rank < count; rank++) {
    const from = starts[rank] as number;
    const to = from + (sizes[rank] as number);
    for (let i = from; i < to && marks[rank] === 0; i++) {
      const term = pool.terms[i] as number;
      if (moved[term] === 0) continue;
      const rarity = Math.max(postings.rarities[term] as number, raritiesThen[term] ?? 0);
      const strength = strengthOf(pool.times[i] as number, lengths[rank] as number);
      if (rarity * strength >= threshold) marks[rank] = 1;
    }
  }
}

/** Pairs whose score may have moved, each weighed against the candidates that both articles have. */
class Bids implements Shifted {
  readonly #edit: Edit;
  readonly #marks: Uint8Array;
  readonly #neighbours: Neighbours;
  readonly #telling: Telling;
  /** The worth of a shared term with the article last opened, by term; 0 where that does not hold it. */
  readonly #gains: Int32Array;
  #opened = NONE;

  constructor(edit: Edit, marks: Uint8Array) {
    this.#edit = edit;
    this.#marks = marks;
    this.#neighbours = new Neighbours(edit.vectors, edit.postings);
    this.#telling = new Telling(edit.vectors, edit.postings.rarities);
    this.#gains = new Int32Array(edit.postings.rarities.length);
  }

  /** Marks the articles that a new one would be a candidate of. */
  ofNew(rank: number): void {
    const { ranks, scores } = this.#neighbours;
    this.#neighbours.gather(rank);
    for (let i = 0; i < this.#neighbours.touched; i++) {
      const other = ranks[i] as number;
      this.#bid(other, rank, scores[other] as number);
    }
  }

  /** Two articles are no longer within reach of each other in a list: their score falls. */
  lost(a: number, b: number): void {
    if (this.#isCandidate(a, b)) this.#marks[a] = 1;
    if (this.#isCandidate(b, a)) this.#marks[b] = 1;
  }

  /** Two articles have come within reach of each other: their score rises, at most to what they share in all. */
  gained(a: number, b: number): void {
    const marks = this.#marks;
    if (marks[a] === 1 && marks[b] === 1) return;
    this.#open(a);
    const telling = this.#telling;
    telling.read(b);
    let most = 0;
    for (let i = 0; i < telling.size; i++)
      most += (this.#gains[telling.terms[i] as number] as number) * (telling.strengths[i] as number);
    this.#bid(a, b, most);
    this.#bid(b, a, most);
  }

  #bid(rank: number, other: number, score: number): void {
    if (this.#marks[rank] === 1) return;
    const { links, vectors } = this.#edit;
    const least = links.scores[(rank + 1) * CANDIDATES - 1] as number;
    const full = links.sizes[rank] === CANDIDATES;
    if (!full || weighed(vectors, score, rank, other) >= least) this.#marks[rank] = 1;
  }

  #isCandidate(rank: number, other: number): boolean {
    const { ranks, sizes } = this.#edit.links;
    const from = rank * CANDIDATES;
    return ranks.subarray(from, from + (sizes[rank] as number)).includes(other);
  }

  #open(rank: number): void {
    if (this.#opened === rank) return;
    const telling = this.#telling;
    if (this.#opened !== NONE) {
      telling.read(this.#opened);
      for (let i = 0; i < telling.size; i++) this.#gains[telling.terms[i] as number] = 0;
    }
    this.#opened = rank;
    telling.read(rank);
    const { worths } = this.#edit.postings;
    for (let i = 0; i < telling.size; i++) {
      const term = telling.terms[i] as number;
      this.#gains[term] = (worths[term] as number) * (telling.strengths[i] as number);
    }
  }
}
