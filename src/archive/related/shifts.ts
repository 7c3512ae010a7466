/**
 * Articles added to and removed from a long list → the pairs of remaining articles that are no longer, or newly, within
 * WINDOW of each other in it. An article's previous index in the list is its index among the remaining ones plus the
 * number of removed ones before it; its current index, plus the added ones.
 */
import { NONE } from "./changes.ts";
import { DiscriminativeTerms } from "./discriminative.ts";
import type { Edit } from "./edit.ts";
import { WINDOW } from "./neighbours.ts";
import { STRENGTH_BITS } from "./postings.ts";

/**
 * Articles that left a term's list (as the current rank of the next remaining article) and that joined it (current
 * ranks); both ascending.
 */
export interface Shift {
  readonly term: number;
  readonly gone: number[];
  readonly come: number[];
}

/** Receives pairs of current ranks, the earlier first. */
export interface Shifted {
  lost(a: number, b: number): void;
  gained(a: number, b: number): void;
}

/** One for each term that is or was discriminative in an added or removed article. */
export function shiftsOf({ changes, then, raritiesThen, vectors, postings }: Edit): Iterable<Shift> {
  const shifts = new Map<number, Shift>();
  const shiftOf = (term: number): Shift => {
    const shift = shifts.get(term) ?? { term, gone: [], come: [] };
    shifts.set(term, shift);
    return shift;
  };
  const before = new DiscriminativeTerms(then, raritiesThen);
  const successors = successorsOf(changes.after, changes.removed);
  changes.removed.forEach((rank, i) => {
    before.read(rank);
    for (const term of before.terms.subarray(0, before.size))
      shiftOf(term).gone.push(successors[i] as number);
  });
  const now = new DiscriminativeTerms(vectors, postings.rarities);
  for (const rank of changes.added) {
    now.read(rank);
    for (const term of now.terms.subarray(0, now.size)) shiftOf(term).come.push(rank);
  }
  return shifts.values();
}

/** For each removed article: the current rank of the first remaining article after it. */
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
  if (list.length + gone.length <= WINDOW) return;
  const stay = Uint32Array.from(list, (packed) => packed >>> STRENGTH_BITS).filter(
    (rank) => changes.before[rank] !== NONE,
  );
  const then = placesAmong(stay, gone);
  const now = placesAmong(stay, come);
  let pastThen = 0;
  let pastNow = 0;
  for (let at = 0; at < stay.length; at++) {
    pastThen = pastWindow(then, at, pastThen);
    pastNow = pastWindow(now, at, pastNow);
    const rank = stay[at] as number;
    for (let other = pastNow; other < pastThen; other++) to.lost(rank, stay[other] as number);
    for (let other = pastThen; other < pastNow; other++) to.gained(rank, stay[other] as number);
  }
}

/** The first index from `from` on that is further than WINDOW from the entry at `at`. */
function pastWindow(places: Uint32Array, at: number, from: number): number {
  let past = from;
  while (past < places.length && (places[past] as number) - (places[at] as number) <= WINDOW) past++;
  return past;
}

/** The index of each rank in a list merged with `others`: those at or before a rank precede it. */
function placesAmong(ranks: Uint32Array, others: readonly number[]): Uint32Array {
  let before = 0;
  return ranks.map((rank, at) => {
    while (before < others.length && (others[before] as number) <= rank) before++;
    return at + before;
  });
}
