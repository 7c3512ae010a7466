/**
 * Articles as vectors → for each its likest articles. What an earlier run found is taken over for every article that no
 * change since reaches; the result is that of a run from nothing, and does not hang on the order of files.
 */
import { type Changes, changesOf } from "./changes.ts";
import { Judge } from "./judge.ts";
import { carry, type Links, noLinks } from "./links.ts";
import { Neighbours } from "./neighbours.ts";
import { invert, type Postings } from "./postings.ts";
import { markReached } from "./reach.ts";
import { raritiesOf } from "./telling.ts";
import { type Packed, pack, type RelateInput, repack, timeOrder, type Vectors, wasteOf } from "./vectors.ts";
import { stepOf } from "./weights.ts";

/** What relating came to; by rank, that is in order of day, then of index. */
export interface Relations {
  /** The index of each rank. */
  readonly order: Uint32Array;
  readonly keys: Float64Array;
  readonly days: Int32Array;
  readonly links: Links;
  /** Null where nothing has changed and nobody needed them. */
  readonly vectors: Vectors | null;
  /** Whether the pool begins with that of the earlier run. */
  readonly grown: boolean;
  /** How many articles were looked up. */
  readonly lookedUp: number;
}

/** An earlier run as it is remembered. Its vectors are many, asked for only when something has changed, and changed then. */
export interface EarlierRun {
  readonly keys: Float64Array;
  readonly links: Links;
  /** Null when they are lost. */
  readonly vectors: () => Packed | null;
}

/** Where more than one article in so many has changed, finding out what is reached costs more than it saves. */
const MANY = 8;
/** The most of the pool that may be waste. */
const WASTE = 0.3;

/** All articles against all. */
export function relateAll(input: RelateInput, earlier: EarlierRun | null = null): Relations {
  const order = timeOrder(input);
  const keys = Float64Array.from(order, (index) => input.keys[index] as number);
  const days = Int32Array.from(order, (index) => input.days[index] as number);
  const changes = earlier ? changesOf(earlier.keys, keys) : null;
  if (earlier && changes && changes.added.length + changes.removed.length === 0)
    return { order, keys, days, links: earlier.links, vectors: null, grown: true, lookedUp: 0 };
  const then = earlier?.vectors() ?? null;
  const run =
    earlier && changes && then && wasteOf(then) < WASTE
      ? continued(input, order, { changes, then, linksThen: earlier.links })
      : fromNothing(input, order);
  return { order, keys, days, ...run };
}

type Run = Pick<Relations, "links" | "grown" | "lookedUp"> & { readonly vectors: Vectors };

function fromNothing(input: RelateInput, order: Uint32Array): Run {
  const vectors = pack(input, order);
  const links = noLinks(input.count);
  const lookedUp = lookUp(vectors, { postings: invert(vectors), links, marks: null });
  return { vectors, links, grown: false, lookedUp };
}

function continued(
  input: RelateInput,
  order: Uint32Array,
  {
    changes,
    then,
    linksThen,
  }: { readonly changes: Changes; readonly then: Packed; readonly linksThen: Links },
): Run {
  const raritiesThen = raritiesOf(then);
  const vectors = repack(then, input, order, changes);
  const postings = invert(vectors);
  const { links, marks } = carry(linksThen, changes);
  const changed = changes.added.length + changes.removed.length;
  if (stepOf(then.count) !== stepOf(vectors.count) || changed * MANY > vectors.count) marks.fill(1);
  else markReached({ changes, then, raritiesThen, vectors, postings, links }, marks);
  return { vectors, links, grown: true, lookedUp: lookUp(vectors, { postings, links, marks }) };
}

/** Writes the links of the marked articles, or of all; returns how many that were. */
function lookUp(
  vectors: Vectors,
  {
    postings,
    links,
    marks,
  }: { readonly postings: Postings; readonly links: Links; readonly marks: Uint8Array | null },
): number {
  const neighbours = new Neighbours(vectors, postings);
  const judge = new Judge(vectors, postings, links);
  let lookedUp = 0;
  for (let rank = 0; rank < vectors.count; rank++) {
    if (marks && marks[rank] === 0) continue;
    lookedUp++;
    const best = neighbours.lookUp(rank);
    judge.judge(rank, best, neighbours.scores[rank] as number);
  }
  return lookedUp;
}
