/**
 * Articles as vectors → the most similar articles of each. Results of an earlier run are kept for every article that no
 * change since affects; the result equals that of a run from nothing and does not depend on the order of files.
 */

import { markAffected } from "./affected.ts";
import { type Changes, changesOf } from "./changes.ts";
import { raritiesOf } from "./discriminative.ts";
import { carry, type Links, noLinks } from "./links.ts";
import { type LookUps, lookUp, readable } from "./look-up.ts";
import { invert } from "./postings.ts";
import { type Packed, pack, type RelateInput, repack, timeOrder, wasteOf } from "./vectors.ts";
import { stepOf } from "./weights.ts";

/** The result of a run; by rank, that is in order of day, then of index. */
export interface Relations {
  /** The index of each rank. */
  readonly order: Uint32Array;
  readonly keys: Float64Array;
  readonly days: Int32Array;
  readonly links: Links;
  /** Null where nothing has changed, so that they were not loaded. */
  readonly vectors: Packed | null;
  /** How many articles were looked up. */
  readonly lookedUp: number;
}

/** A stored run. Its vectors are large: loaded only when something has changed, and then modified in place. */
export interface EarlierRun {
  readonly keys: Float64Array;
  readonly links: Links;
  /** Null when they cannot be read. */
  readonly vectors: () => Packed | null;
}

/** Where more than one article in MANY has changed, finding the affected ones costs more than it saves. */
const MANY = 8;
/** The largest share of the pool that may be waste. */
const WASTE = 0.3;

/** Looks articles up: on this thread by default, or distributed over others. */
export type LookUpAll = (work: LookUps) => void | Promise<void>;

export interface RelateRun {
  readonly earlier?: EarlierRun | null;
  readonly lookUpAll?: LookUpAll;
}

/** Compares all articles with all, or after an earlier run only those that changes affect. */
export async function relateAll(
  input: RelateInput,
  { earlier = null, lookUpAll = lookUp }: RelateRun = {},
): Promise<Relations> {
  const order = timeOrder(input);
  const keys = Float64Array.from(order, (index) => input.keys[index] as number);
  const days = Int32Array.from(order, (index) => input.days[index] as number);
  const changes = earlier ? changesOf(earlier.keys, keys) : null;
  if (earlier && changes && changes.added.length + changes.removed.length === 0)
    return { order, keys, days, links: earlier.links, vectors: null, lookedUp: 0 };
  const then = earlier?.vectors() ?? null;
  const { vectors, work } =
    earlier && changes && then && wasteOf(then) < WASTE
      ? continued(input, order, { changes, then, linksThen: earlier.links })
      : fromNothing(input, order);
  await lookUpAll(work);
  return { order, keys, days, links: work.links, vectors, lookedUp: work.ranks.length };
}

/** The packed vectors, and the look-ups that remain to be done. */
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
  else markAffected({ changes, then, raritiesThen, vectors, postings, links }, marks);
  const ranks = order.map((_, rank) => rank).filter((rank) => marks[rank] === 1);
  return { vectors, work: { vectors: readable(vectors), postings, links, ranks } };
}
