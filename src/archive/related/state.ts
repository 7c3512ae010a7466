/**
 * A run ↔ typed arrays by name, which a cache can store without knowing their meaning. Every later run loads the links;
 * only one that finds changes loads the vectors, which are four times as large.
 */
import { Lexicon } from "./lexicon.ts";
import type { EarlierRun, Relations } from "./relate.ts";
import { Pool } from "./vectors.ts";

type Bytes = Uint8Array;
type Words = Uint32Array;
interface LinkArrays {
  readonly keys: Float64Array;
  readonly sizes: Bytes;
  readonly ranks: Words;
  readonly scores: Words;
  readonly roles: Bytes;
  readonly why: Words;
  readonly selves: Words;
}
interface VectorArrays {
  readonly starts: Words;
  readonly terms: Words;
  readonly lengths: Words;
  readonly poolTerms: Words;
  readonly poolTimes: Bytes;
  readonly hashes: Words;
  readonly counts: Words;
}
export type RunArrays = LinkArrays & VectorArrays;
/** Loads the arrays of these names, as copies the caller may modify; null when any is missing or damaged. */
export type KeptArrays = <Name extends keyof RunArrays>(
  names: readonly Name[],
) => Pick<RunArrays, Name> | null;

/** The arrays to store for a later run; null when nothing has changed since the stored run. */
export function arraysOf({ keys, links, vectors }: Relations): RunArrays | null {
  if (!vectors) return null;
  const { starts, sizes: terms, lengths, pool, lexicon } = vectors;
  return {
    ...{ keys, ...links, starts, terms, lengths },
    poolTerms: pool.terms.subarray(0, pool.used),
    poolTimes: pool.times.subarray(0, pool.used),
    hashes: lexicon.hashes.subarray(0, lexicon.size),
    counts: lexicon.counts.subarray(0, lexicon.size),
  };
}

/** The stored run; null when there is none that can be read. */
export function earlierRun(kept: KeptArrays): EarlierRun | null {
  const arrays = kept(["keys", "sizes", "ranks", "scores", "roles", "why", "selves"]);
  if (!arrays) return null;
  const { keys, ...links } = arrays;
  return {
    keys,
    links,
    vectors: () => {
      const found = kept(["starts", "terms", "lengths", "poolTerms", "poolTimes", "hashes", "counts"]);
      if (!found) return null;
      const { starts, terms: sizes, lengths, poolTerms, poolTimes, hashes, counts } = found;
      return {
        ...{ count: keys.length, starts, sizes, lengths },
        pool: new Pool(poolTerms, poolTimes, poolTerms.length),
        lexicon: new Lexicon(hashes, counts),
      };
    },
  };
}
