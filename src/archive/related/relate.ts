/**
 * Articles as vectors → for each its likest articles. What an earlier run found is taken over for every article that no
 * change since reaches; the result is that of a run from nothing, and does not hang on the order of files.
 */
import { type Changes, changesOf } from "./changes.ts";
import { carry, type Links, noLinks } from "./links.ts";
import { type LookUps, lookUp, readable } from "./look-up.ts";
import { invert } from "./postings.ts";
import { markReached } from "./reach.ts";
import { raritiesOf } from "./telling.ts";
import { type Packed, pack, type RelateInput, repack, timeOrder, wasteOf } from "./vectors.ts";
import { stepOf } from "./weights.ts";

/** What relating came to; by rank, that is in order of day, then of index. */
export interface Relations {
  /** The index of each rank. */
  readonly order: Uint32Array;
  readonly keys: Float64Array;
  readonly days: Int32Array;
  readonly links: Links;
  /** Null where nothing has changed and nobody needed them. */
  readonly vectors: Packed | null;
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

/** How articles are looked up: on this thread, unless others can share the work. */
export type LookUpAll = (work: LookUps) => void | Promise<void>;

export interface RelateRun {
  readonly earlier?: EarlierRun | null;
  readonly lookUpAll?: LookUpAll;
}

/** All articles against all. */
export async function relateAll(
  input: RelateInput,
  { earlier = null, lookUpAll = lookUp }: RelateRun = {},
): Promise<Relations> {
  const order = timeOrder(input);
  const keys = Float64Array.from(order, (index) => input.keys[index] as number);
  const days = Int32Array.from(order, (index) => input.days[index] as number);
  const changes = earlier ? changesOf(earlier.keys, keys) : null;
  if (earlier && changes && changes.added.length + changes.removed.length === 0)
    return { order, keys, days, links: earlier.links, vectors: null, grown: true, lookedUp: 0 };
  const then = earlier?.vectors() ?? null;
  const grown = then !== null && wasteOf(then) < WASTE;
  const { vectors, work } =
    earlier && changes && then && grown
      ? continued(input, order, { changes, then, linksThen: earlier.links })
      : fromNothing(input, order);
  await lookUpAll(work);
  return { order, keys, days, links: work.links, vectors, grown, lookedUp: work.ranks.length };
}

/** What is packed, and what is left to look up in it. */
interface Prepared {
  readonly vectors: Packed;
  readonly work: LookUps;
}

function fromNothing(input: RelateInput, order: Uint32Array): Prepared {
  const vectors = pack(input, order);
  const work = { vectors: readable(vectors), postings: invert(vectors), links: noLinks(input.count) };
  return { vectors, work: { ...work, ranks: order.map((_, rank) => rank) } };
}

function continued(
  input: RelateInput,
  order: Uint32Array,
  {
    changes,
    then,
    linksThen,
  }: { readonly changes: Changes; readonly then: Packed; readonly linksThen: Links },
): Prepared {
  const raritiesThen = raritiesOf(then);
  const vectors = repack(then, input, order, changes);
  const postings = invert(vectors);
  const { links, marks } = carry(linksThen, changes);
  const changed = changes.added.length + changes.removed.length;
  if (stepOf(then.count) !== stepOf(vectors.count) || changed * MANY > vectors.count) marks.fill(1);
  else markReached({ changes, then, raritiesThen, vectors, postings, links }, marks);
  const ranks = order.map((_, rank) => rank).filter((rank) => marks[rank] === 1);
  return { vectors, work: { vectors: readable(vectors), postings, links, ranks } };
}
