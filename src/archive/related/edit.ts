/** What a run finds changed since the last one: what decides which articles must be related anew. */
import type { Changes } from "./changes.ts";
import type { Links } from "./links.ts";
import type { Postings } from "./postings.ts";
import type { Packed, Vectors } from "./vectors.ts";

export interface Edit {
  readonly changes: Changes;
  /** The heads of the last run over the pool of now, and the rarities it had. */
  readonly then: Packed;
  readonly raritiesThen: Uint8Array;
  readonly vectors: Vectors;
  readonly postings: Postings;
  /** The links of the last run, at the ranks of now. */
  readonly links: Links;
}
