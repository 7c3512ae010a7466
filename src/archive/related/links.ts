/** The candidates of every article in typed arrays: CANDIDATES slots per article, by rank, best first. */
import { type Changes, NONE } from "./changes.ts";
import { CANDIDATES } from "./neighbours.ts";
import { WHY } from "./reasons.ts";
import { sharedBytes, sharedWords } from "./shared.ts";

/** Most links kept per article. */
export const MOST_RESULTS = 8;
/** Roles of a candidate: not linked, linked as similar, a copy of the same text. */
export const PASSED = 0;
export const SIMILAR = 1;
export const COPY = 2;

export interface Links {
  readonly sizes: Uint8Array;
  readonly ranks: Uint32Array;
  readonly scores: Uint32Array;
  readonly roles: Uint8Array;
  /** WHY term hashes (0: none) for each of the MOST_RESULTS links of an article, in order. */
  readonly why: Uint32Array;
  /** Each article's score with itself. */
  readonly selves: Uint32Array;
}

export const noLinks = (count: number): Links => ({
  sizes: sharedBytes(count),
  ranks: sharedWords(count * CANDIDATES),
  scores: sharedWords(count * CANDIDATES),
  roles: sharedBytes(count * CANDIDATES),
  why: sharedWords(count * MOST_RESULTS * WHY),
  selves: sharedWords(count),
});

/**
 * The links of the last run moved to the current ranks, and marks (1) for articles that are new or have lost a
 * candidate.
 */
export function carry(then: Links, { before, after }: Changes): { links: Links; marks: Uint8Array } {
  const links = noLinks(before.length);
  const marks = new Uint8Array(before.length);
  for (let rank = 0; rank < before.length; rank++) {
    const was = before[rank] as number;
    if (was === NONE) {
      marks[rank] = 1;
      continue;
    }
    const size = then.sizes[was] as number;
    links.sizes[rank] = size;
    links.selves[rank] = then.selves[was] as number;
    for (let slot = 0; slot < size; slot++) {
      const is = after[then.ranks[was * CANDIDATES + slot] as number] as number;
      if (is === NONE) marks[rank] = 1;
      const at = rank * CANDIDATES + slot;
      links.ranks[at] = is;
      links.scores[at] = then.scores[was * CANDIDATES + slot] as number;
      links.roles[at] = then.roles[was * CANDIDATES + slot] as number;
    }
    const why = then.why.subarray(was * MOST_RESULTS * WHY, (was + 1) * MOST_RESULTS * WHY);
    links.why.set(why, rank * MOST_RESULTS * WHY);
  }
  return { links, marks };
}
