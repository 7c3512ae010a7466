/**
 * Articles as vectors → for each its likest articles. One pass over the articles after the vectors are packed and
 * turned round; nothing in the result hangs on the order of files.
 */
import { Judge, type Links, noLinks } from "./judge.ts";
import { Neighbours } from "./neighbours.ts";
import { invert } from "./postings.ts";
import { pack, type RelateInput, timeOrder, type Vectors } from "./vectors.ts";

/** What relating came to; by rank, that is in order of day, then of index. */
export interface Relations {
  /** The index of each rank. */
  readonly order: Uint32Array;
  readonly vectors: Vectors;
  readonly links: Links;
}

/** All articles against all. */
export function relateAll(input: RelateInput): Relations {
  const order = timeOrder(input);
  const vectors = pack(input, order);
  const postings = invert(vectors);
  const links = noLinks(input.count);
  const neighbours = new Neighbours(vectors, postings);
  const judge = new Judge(vectors, postings, links);
  for (let rank = 0; rank < input.count; rank++) {
    const best = neighbours.lookUp(rank);
    judge.judge(rank, best, neighbours.scores[rank] as number);
  }
  return { order, vectors, links };
}
