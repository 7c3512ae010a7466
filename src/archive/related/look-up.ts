/** Looks articles up, each independently, so any number of threads can share the work and write into the same links. */

import type { Links } from "./links.ts";
import { Neighbours } from "./neighbours.ts";
import type { Postings } from "./postings.ts";
import { Scorer } from "./scorer.ts";
import type { Vectors } from "./vectors.ts";

/** Shared arrays and plain data only: can be posted to a thread. */
export interface LookUps {
  readonly vectors: Vectors;
  readonly postings: Postings;
  /** Written at `ranks`, never read. */
  readonly links: Links;
  readonly ranks: Uint32Array;
}

export function lookUp({ vectors, postings, links, ranks }: LookUps): void {
  const neighbours = new Neighbours(vectors, postings);
  const scorer = new Scorer(vectors, postings, links);
  for (const rank of ranks) {
    const best = neighbours.lookUp(rank);
    scorer.score(rank, best, neighbours.scores[rank] as number);
  }
}

/** `vectors` without the methods and buffers that only later runs need. */
export const readable = ({ pool, lexicon, ...heads }: Vectors): Vectors => ({
  ...heads,
  pool: { terms: pool.terms, times: pool.times },
  lexicon: { hashes: lexicon.hashes, size: lexicon.size },
});
