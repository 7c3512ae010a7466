/**
 * An edit → the articles whose links it may change; all others keep theirs. An article is affected when one of these
 * changed: itself; one of its candidates; the rarity of one of its discriminative terms; its score with a new article,
 * enough to make that a candidate; or, where a long list lost or gained an article, which others are within WINDOW of
 * it. Marking too many costs look-ups; missing one would make the result differ from a run from nothing.
 */
import { NONE } from "./changes.ts";
import { DiscriminativeTerms } from "./discriminative.ts";
import type { Edit } from "./edit.ts";
import { CANDIDATES, Neighbours, weighed } from "./neighbours.ts";
import { eachShiftedPair, type Shifted, shiftsOf } from "./shifts.ts";
import { discriminativeFrom, stepOf, strengthOf } from "./weights.ts";

/** Sets `marks` (by current rank) to 1 for the articles that must be looked up again. */
export function markAffected(edit: Edit, marks: Uint8Array): void {
  const changed = changedTerms(edit);
  if (changed) markHolders(edit, changed, marks);
  const pairs = new ChangedPairs(edit, marks);
  for (const rank of edit.changes.added) pairs.addNew(rank);
  for (const shift of shiftsOf(edit)) if (changed?.[shift.term] !== 1) eachShiftedPair(edit, shift, pairs);
}

/** 1 by term whose rarity has changed; null where none has. */
function changedTerms({ raritiesThen, postings: { rarities } }: Edit): Uint8Array | null {
  let changed: Uint8Array | null = null;
  for (let term = 0; term < rarities.length; term++) {
    if (rarities[term] === (raritiesThen[term] ?? 0)) continue;
    changed ??= new Uint8Array(rarities.length);
    changed[term] = 1;
  }
  return changed;
}

/** Marks the articles in which a changed term is or was discriminative. */
function markHolders(
  { vectors, postings, raritiesThen }: Edit,
  changed: Uint8Array,
  marks: Uint8Array,
): void {
  const { starts, sizes, lengths, pool, count } = vectors;
  const threshold = discriminativeFrom(stepOf(count));
  for (let rank = 0; rank < count; rank++) {
    const from = starts[rank] as number;
    const to = from + (sizes[rank] as number);
    for (let i = from; i < to && marks[rank] === 0; i++) {
      const term = pool.terms[i] as number;
      if (changed[term] === 0) continue;
      const rarity = Math.max(postings.rarities[term] as number, raritiesThen[term] ?? 0);
      const strength = strengthOf(pool.times[i] as number, lengths[rank] as number);
      if (rarity * strength >= threshold) marks[rank] = 1;
    }
  }
}

/** Takes pairs whose score may have changed, and compares each with the candidates of both articles. */
class ChangedPairs implements Shifted {
  readonly #edit: Edit;
  readonly #marks: Uint8Array;
  readonly #neighbours: Neighbours;
  readonly #discriminative: DiscriminativeTerms;
  /** By term: worth × strength in the article last opened; 0 where that does not hold it. */
  readonly #gains: Int32Array;
  #opened = NONE;

  constructor(edit: Edit, marks: Uint8Array) {
    this.#edit = edit;
    this.#marks = marks;
    this.#neighbours = new Neighbours(edit.vectors, edit.postings);
    this.#discriminative = new DiscriminativeTerms(edit.vectors, edit.postings.rarities);
    this.#gains = new Int32Array(edit.postings.rarities.length);
  }

  /** Marks the articles of which a new one would be a candidate. */
  addNew(rank: number): void {
    const { ranks, scores } = this.#neighbours;
    this.#neighbours.gather(rank);
    for (let i = 0; i < this.#neighbours.touched; i++) {
      const other = ranks[i] as number;
      this.#compare(other, rank, scores[other] as number);
    }
  }

  /** Two articles are no longer within WINDOW of each other in a list: their score falls. */
  lost(a: number, b: number): void {
    if (this.#isCandidate(a, b)) this.#marks[a] = 1;
    if (this.#isCandidate(b, a)) this.#marks[b] = 1;
  }

  /** Two articles are now within WINDOW of each other: their score rises, at most to that of all terms they share. */
  gained(a: number, b: number): void {
    const marks = this.#marks;
    if (marks[a] === 1 && marks[b] === 1) return;
    this.#open(a);
    const discriminative = this.#discriminative;
    discriminative.read(b);
    let most = 0;
    for (let i = 0; i < discriminative.size; i++)
      most +=
        (this.#gains[discriminative.terms[i] as number] as number) * (discriminative.strengths[i] as number);
    this.#compare(a, b, most);
    this.#compare(b, a, most);
  }

  #compare(rank: number, other: number, score: number): void {
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
    const discriminative = this.#discriminative;
    if (this.#opened !== NONE) {
      discriminative.read(this.#opened);
      for (let i = 0; i < discriminative.size; i++) this.#gains[discriminative.terms[i] as number] = 0;
    }
    this.#opened = rank;
    discriminative.read(rank);
    const { worths } = this.#edit.postings;
    for (let i = 0; i < discriminative.size; i++) {
      const term = discriminative.terms[i] as number;
      this.#gains[term] = (worths[term] as number) * (discriminative.strengths[i] as number);
    }
  }
}
