/**
 * Articles that come and go in a long list → which of those that stay were within reach of each other in it and are not
 * any more, or were not and are. A member's place in the list of then is its place among those that stay and how many of
 * those gone stood before it; in the list of now, how many of those that came.
 */
import { NONE } from "./changes.ts";
import type { Edit } from "./edit.ts";
import { REACH } from "./neighbours.ts";
import { STRENGTH_BITS } from "./postings.ts";
import { Telling } from "./telling.ts";

/** Who left a term's list (as the ranks of now before which they stood) and who came (ranks of now); both ascending. */
export interface Shift {
  readonly term: number;
  readonly gone: number[];
  readonly come: number[];
}

/** Takes pairs of ranks of now, the earlier first. */
export interface Shifted {
  lost(a: number, b: number): void;
  gained(a: number, b: number): void;
}

/** One for each term that is or was telling in an article that came or went. */
export function shiftsOf({ changes, then, raritiesThen, vectors, postings }: Edit): Iterable<Shift> {
  const shifts = new Map<number, Shift>();
  const shiftOf = (term: number): Shift => {
    const shift = shifts.get(term) ?? { term, gone: [], come: [] };
    shifts.set(term, shift);
    return shift;
  };
  const before = new Telling(then, raritiesThen);
  const successors = successorsOf(changes.after, changes.removed);
  changes.removed.forEach((rank, i) => {
    before.read(rank);
    for (const term of before.terms.subarray(0, before.size))
      shiftOf(term).gone.push(successors[i] as number);
  });
  const now = new Telling(vectors, postings.rarities);
  for (const rank of changes.added) {
    now.read(rank);
    for (const term of now.terms.subarray(0, now.size)) shiftOf(term).come.push(rank);
  }
  return shifts.values();
}

/** The rank of now of the first article that stood after each one that is gone. */
function successorsOf(after: Int32Array, removed: readonly number[]): readonly number[] {
  let following: number = Number.POSITIVE_INFINITY;
  return removed
    .toReversed()
    .map((was) => {
      const next = after[was + 1] ?? following;
      following = next === NONE ? following : next;
      return following;
    })
    .reverse();
}

export function eachShiftedPair({ changes, postings }: Edit, { term, gone, come }: Shift, to: Shifted): void {
  const list = postings.lists.subarray(postings.starts[term], postings.starts[term + 1]);
  if (list.length + gone.length <= REACH) return;
  const stay = Uint32Array.from(list, (packed) => packed >>> STRENGTH_BITS).filter(
    (rank) => changes.before[rank] !== NONE,
  );
  const then = placesAmong(stay, gone);
  const now = placesAmong(stay, come);
  let pastThen = 0;
  let pastNow = 0;
  for (let at = 0; at < stay.length; at++) {
    pastThen = pastReach(then, at, pastThen);
    pastNow = pastReach(now, at, pastNow);
    const rank = stay[at] as number;
    for (let other = pastNow; other < pastThen; other++) to.lost(rank, stay[other] as number);
    for (let other = pastThen; other < pastNow; other++) to.gained(rank, stay[other] as number);
  }
}

/** The first member, from one that is within reach, that is out of reach of the one at `at`. */
function pastReach(places: Uint32Array, at: number, from: number): number {
  let past = from;
  while (past < places.length && (places[past] as number) - (places[at] as number) <= REACH) past++;
  return past;
}

/** The place of each rank in a list that others stand in too: those at or before a rank come before it. */
function placesAmong(ranks: Uint32Array, others: readonly number[]): Uint32Array {
  let before = 0;
  return ranks.map((rank, at) => {
    while (before < others.length && (others[before] as number) <= rank) before++;
    return at + before;
  });
}
