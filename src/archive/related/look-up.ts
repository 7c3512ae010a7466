/** Looking articles up: each on its own, so any number of threads may share them out, writing into the same links. */
import { Judge } from "./judge.ts";
import type { Links } from "./links.ts";
import { Neighbours } from "./neighbours.ts";
import type { Postings } from "./postings.ts";
import type { Vectors } from "./vectors.ts";

/** Shared arrays throughout, and nothing but data: fit to be posted to a thread. */
export interface LookUps {
  readonly vectors: Vectors;
  readonly postings: Postings;
  /** Written at `ranks`, read nowhere. */
  readonly links: Links;
  readonly ranks: Uint32Array;
}

export function lookUp({ vectors, postings, links, ranks }: LookUps): void {
  const neighbours = new Neighbours(vectors, postings);
  const judge = new Judge(vectors, postings, links);
  for (const rank of ranks) {
    const best = neighbours.lookUp(rank);
    judge.judge(rank, best, neighbours.scores[rank] as number);
  }
}

/** `vectors` without what belongs to later runs. */
export const readable = ({ pool, lexicon, ...heads }: Vectors): Vectors => ({
  ...heads,
  pool: { terms: pool.terms, times: pool.times },
  lexicon: { hashes: lexicon.hashes, size: lexicon.size },
});
