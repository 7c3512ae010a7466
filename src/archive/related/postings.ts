/** Vectors → for each telling term the articles it is telling in, in order of time. */
import { sharedWords } from "./shared.ts";
import { raritiesOf, Telling } from "./telling.ts";
import { type Packed, Pool } from "./vectors.ts";
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

function worthsOf(rarities: Uint8Array): Uint16Array {
  const worths = new Uint16Array(new SharedArrayBuffer(rarities.length * 2));
  rarities.forEach((rarity, term) => {
    worths[term] = worthOf(rarity);
  });
  return worths;
}

/** All lists from nothing: what is telling is noted article by article, then handed out to the lists. */
export function invert(vectors: Packed): Postings {
  const rarities = raritiesOf(vectors);
  const { starts, ends, terms, strengths } = tellingOfAll(vectors, rarities);
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

interface TellingOfAll {
  /** By term: where its list begins, and after the last one where all end. */
  readonly starts: Uint32Array;
  /** By rank: where its telling terms end in the two that follow. */
  readonly ends: Uint32Array;
  readonly terms: Uint32Array;
  readonly strengths: Uint8Array;
}

function tellingOfAll(vectors: Packed, rarities: Uint8Array): TellingOfAll {
  const telling = new Telling(vectors, rarities);
  const starts = sharedWords(rarities.length + 1);
  const ends = new Uint32Array(vectors.count);
  const noted = new Pool();
  for (let rank = 0; rank < vectors.count; rank++) {
    telling.read(rank);
    noted.reserve(telling.size, noted.terms.length * 1.5);
    for (let i = 0; i < telling.size; i++) {
      const term = telling.terms[i] as number;
      noted.terms[noted.used] = term;
      noted.times[noted.used++] = telling.strengths[i] as number;
      starts[term + 1] = (starts[term + 1] as number) + 1;
    }
    ends[rank] = noted.used;
  }
  for (let term = 1; term < starts.length; term++)
    starts[term] = (starts[term] as number) + (starts[term - 1] as number);
  const { terms, times, used } = noted;
  return { starts, ends, terms: terms.subarray(0, used), strengths: times.subarray(0, used) };
}
