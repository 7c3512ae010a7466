/**
 * Vectors → the telling terms of each article and, the other way round, the articles of each telling term in order of
 * time. Whether a term is telling depends on its rarity and its strength in the article alone, not on the article's
 * other terms: so where one term's rarity moves, nothing else does.
 */

import type { Vectors } from "./vectors.ts";
import { rarityOf, stepOf, strengthOf, tellingFrom, worthOf } from "./weights.ts";

/** Rank and strength share a number: the strength takes the low seven bits. */
export const STRENGTH_BITS = 7;
export const STRENGTH_MASK = 127;

export interface Postings {
  /** By article: `starts[rank]` to `starts[rank + 1]` of `terms` and `strengths`. */
  readonly starts: Uint32Array;
  readonly terms: Uint32Array;
  readonly strengths: Uint8Array;
  /** By term: `listStarts[term]` to `listStarts[term + 1]` of `lists`, each rank << 7 | strength, in order of time. */
  readonly listStarts: Uint32Array;
  readonly lists: Uint32Array;
  /** What a term adds to a score, by term. 0 where only one article holds it. */
  readonly worths: Uint16Array;
}

/** Rarity of each term; 0 for one that a single article holds, since it can link nothing. */
export function rarities(vectors: Vectors): Uint8Array {
  const step = stepOf(vectors.count);
  return Uint8Array.from(vectors.lexicon.counts, (count) => (count < 2 ? 0 : rarityOf(step, count)));
}

export function invert(vectors: Vectors): Postings {
  const rarity = rarities(vectors);
  const telling = tellingTerms(vectors, rarity);
  const size = rarity.length;
  const listStarts = new Uint32Array(size + 1);
  const { starts, terms, strengths } = telling;
  for (const term of terms) listStarts[term + 1] = (listStarts[term + 1] as number) + 1;
  for (let term = 0; term < size; term++)
    listStarts[term + 1] = (listStarts[term + 1] as number) + (listStarts[term] as number);
  const next = listStarts.slice(0, size);
  const lists = new Uint32Array(terms.length);
  for (let rank = 0; rank < vectors.count; rank++)
    for (let i = starts[rank] as number; i < (starts[rank + 1] as number); i++) {
      const term = terms[i] as number;
      const at = next[term] as number;
      next[term] = at + 1;
      lists[at] = (rank << STRENGTH_BITS) | (strengths[i] as number);
    }
  return { ...telling, listStarts, lists, worths: Uint16Array.from(rarity, worthOf) };
}

/** The telling terms of each article, packed. Counts first, so that no more memory is taken than is filled. */
function tellingTerms(
  vectors: Vectors,
  rarity: Uint8Array,
): Pick<Postings, "starts" | "terms" | "strengths"> {
  const { count, lengths, times } = vectors;
  const threshold = tellingFrom(stepOf(count));
  const starts = new Uint32Array(count + 1);
  let capacity = 1 << 16;
  let terms = new Uint32Array(capacity);
  let strengths = new Uint8Array(capacity);
  let used = 0;
  const strengthOfTimes = new Uint8Array(256);
  for (let rank = 0; rank < count; rank++) {
    const length = lengths[rank] as number;
    const from = vectors.starts[rank] as number;
    const to = vectors.starts[rank + 1] as number;
    if (used + to - from > capacity) {
      capacity = Math.max(
        used + to - from,
        Math.ceil((used / rank) * count * 1.05),
        Math.ceil(capacity * 1.3),
      );
      const more = new Uint32Array(capacity);
      more.set(terms);
      terms = more;
      const moreStrengths = new Uint8Array(capacity);
      moreStrengths.set(strengths);
      strengths = moreStrengths;
    }
    for (let n = 1; n < 16; n++) strengthOfTimes[n] = strengthOf(n, length);
    for (let i = from; i < to; i++) {
      const term = vectors.terms[i] as number;
      const r = rarity[term] as number;
      if (r === 0) continue;
      const n = times[i] as number;
      const strength = n < 16 ? (strengthOfTimes[n] as number) : strengthOf(n, length);
      if (r * strength < threshold) continue;
      terms[used] = term;
      strengths[used++] = strength;
    }
    starts[rank + 1] = used;
  }
  return { starts, terms: terms.subarray(0, used), strengths: strengths.subarray(0, used) };
}
