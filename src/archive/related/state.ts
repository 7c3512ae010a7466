/**
 * A run ↔ typed arrays by name, for a cache that keeps them without knowing what they are. Links are asked for by every
 * later run, vectors (four times as large) only by one that finds something changed.
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
/** Those that only grow from run to run: nearly all of what a run leaves. */
export const GROWING = ["poolTerms", "poolTimes"] as const satisfies readonly (keyof RunArrays)[];
/** The arrays of these names as they were kept, the caller's to change; null when any of them is gone or damaged. */
export type KeptArrays = <Name extends keyof RunArrays>(
  names: readonly Name[],
) => Pick<RunArrays, Name> | null;

/** What a later run needs of this one; null when nothing has changed since the one that is kept. */
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

/** The run that was kept; null when there is none that can be read. */
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
