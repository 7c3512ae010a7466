/** Vectors → postings: for each term, the articles in which it is discriminative, in order of time. */

import { DiscriminativeTerms, raritiesOf } from "./discriminative.ts";
import { sharedWords } from "./shared.ts";
import { type Packed, Pool } from "./vectors.ts";
import { worthOf } from "./weights.ts";

/** Rank and strength share a number: the strength takes the low seven bits. */
export const STRENGTH_BITS = 7;
export const STRENGTH_MASK = 127;

export interface Postings {
  readonly rarities: Uint8Array;
  /** By term: what it adds to a score, before the strengths. */
  readonly worths: Uint16Array;
  /** By term: `starts[term]` to `starts[term + 1]` of `lists`, each rank << 7 | strength. */
  readonly starts: Uint32Array;
  readonly lists: Uint32Array;
}

function worthsOf(rarities: Uint8Array): Uint16Array {
  const worths = new Uint16Array(new SharedArrayBuffer(rarities.length * 2));
  rarities.forEach((rarity, term) => {
    worths[term] = worthOf(rarity);
  });
  return worths;
}

/** Builds all lists: the discriminative terms are collected article by article, then distributed to the lists. */
export function invert(vectors: Packed): Postings {
  const rarities = raritiesOf(vectors);
  const { starts, ends, terms, strengths } = allDiscriminative(vectors, rarities);
  const lists = sharedWords(terms.length);
  const next = starts.slice();
  for (let rank = 0, i = 0; rank < vectors.count; rank++) {
    for (const end = ends[rank] as number; i < end; i++) {
      const term = terms[i] as number;
      const at = next[term] as number;
      next[term] = at + 1;
      lists[at] = (rank << STRENGTH_BITS) | (strengths[i] as number);
    }
  }
  return { rarities, worths: worthsOf(rarities), starts, lists };
}

interface AllDiscriminative {
  /** By term: where its list begins, and after the last one where all end. */
  readonly starts: Uint32Array;
  /** By rank: where its terms end in `terms` and `strengths`. */
  readonly ends: Uint32Array;
  readonly terms: Uint32Array;
  readonly strengths: Uint8Array;
}

function allDiscriminative(vectors: Packed, rarities: Uint8Array): AllDiscriminative {
  const discriminative = new DiscriminativeTerms(vectors, rarities);
  const starts = sharedWords(rarities.length + 1);
  const ends = new Uint32Array(vectors.count);
  const collected = new Pool();
  for (let rank = 0; rank < vectors.count; rank++) {
    discriminative.read(rank);
    collected.reserve(discriminative.size, collected.terms.length * 1.5);
    for (let i = 0; i < discriminative.size; i++) {
      const term = discriminative.terms[i] as number;
      collected.terms[collected.used] = term;
      collected.times[collected.used++] = discriminative.strengths[i] as number;
      starts[term + 1] = (starts[term + 1] as number) + 1;
    }
    ends[rank] = collected.used;
  }
  for (let term = 1; term < starts.length; term++)
    starts[term] = (starts[term] as number) + (starts[term - 1] as number);
  const { terms, times, used } = collected;
  return { starts, ends, terms: terms.subarray(0, used), strengths: times.subarray(0, used) };
}
