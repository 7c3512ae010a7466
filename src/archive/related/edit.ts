/** Changes between two runs, with all that is needed to find the affected articles. */
import type { Changes } from "./changes.ts";
import type { Links } from "./links.ts";
import type { Postings } from "./postings.ts";
import type { Packed, Vectors } from "./vectors.ts";

export interface Edit {
  readonly changes: Changes;
  /** Per-article arrays of the last run, over the current pool; and the rarities it used. */
  readonly then: Packed;
  readonly raritiesThen: Uint8Array;
  readonly vectors: Vectors;
  readonly postings: Postings;
  /** The links of the last run, moved to the current ranks. */
  readonly links: Links;
}
