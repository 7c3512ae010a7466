/** What is known of each article's likest ones, in typed arrays: CANDIDATES slots an article, by rank, best first. */
import { type Changes, NONE } from "./changes.ts";
import { CANDIDATES } from "./neighbours.ts";
import { WHY } from "./reasons.ts";
import { sharedBytes, sharedWords } from "./shared.ts";

/** Links kept for an article at most. */
export const SHOWN = 8;
/** What a candidate is to the article. */
export const PASSED = 0;
export const SIMILAR = 1;
export const COPY = 2;

export interface Links {
  readonly sizes: Uint8Array;
  readonly ranks: Uint32Array;
  readonly scores: Uint32Array;
  readonly roles: Uint8Array;
  /** WHY hashes (0: none) for each of the SHOWN links of each article, in order. */
  readonly why: Uint32Array;
  /** Each article's score with itself. */
  readonly selves: Uint32Array;
}

export const noLinks = (count: number): Links => ({
  sizes: sharedBytes(count),
  ranks: sharedWords(count * CANDIDATES),
  scores: sharedWords(count * CANDIDATES),
  roles: sharedBytes(count * CANDIDATES),
  why: sharedWords(count * SHOWN * WHY),
  selves: sharedWords(count),
});

/** The links of then at the ranks of now, and a mark for every article that is new or had a candidate that is gone. */
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
    const why = then.why.subarray(was * SHOWN * WHY, (was + 1) * SHOWN * WHY);
    links.why.set(why, rank * SHOWN * WHY);
  }
  return { links, marks };
}
