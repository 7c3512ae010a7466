/** Vectors → for each telling term the articles it is telling in, in order of time. */
import { raritiesOf, Telling } from "./telling.ts";
import type { Vectors } from "./vectors.ts";
import { worthOf } from "./weights.ts";

/** Rank and strength share a number: the strength takes the low seven bits. */
export const STRENGTH_BITS = 7;
export const STRENGTH_MASK = 127;

export interface Postings {
  readonly rarities: Uint8Array;
  /** What a term adds to a score, by term. */
  readonly worths: Uint16Array;
  /** By term: `starts[term]` to `starts[term + 1]` of `lists`, each rank << 7 | strength. */
  readonly starts: Uint32Array;
  readonly lists: Uint32Array;
}

export const worthsOf = (rarities: Uint8Array): Uint16Array => Uint16Array.from(rarities, worthOf);

/** All lists from nothing: counted first, then filled, so that no more memory is taken than is used. */
export function invert(vectors: Vectors): Postings {
  const rarities = raritiesOf(vectors);
  const telling = new Telling(vectors, rarities);
  const starts = new Uint32Array(rarities.length + 1);
  for (let rank = 0; rank < vectors.count; rank++) {
    telling.read(rank);
    for (let i = 0; i < telling.size; i++) {
      const after = (telling.terms[i] as number) + 1;
      starts[after] = (starts[after] as number) + 1;
    }
  }
  for (let term = 1; term < starts.length; term++)
    starts[term] = (starts[term] as number) + (starts[term - 1] as number);
  const lists = new Uint32Array(starts[rarities.length] as number);
  const next = starts.slice();
  for (let rank = 0; rank < vectors.count; rank++) {
    telling.read(rank);
    for (let i = 0; i < telling.size; i++) {
      const term = telling.terms[i] as number;
      const at = next[term] as number;
      next[term] = at + 1;
      lists[at] = (rank << STRENGTH_BITS) | (telling.strengths[i] as number);
    }
  }
  return { rarities, worths: worthsOf(rarities), starts, lists };
}
