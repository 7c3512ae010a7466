/**
 * The articles of the last run and those of now → which are the same, which are new, which are gone. Articles that are
 * the same keep their order, since their days and ids do: their ranks move up or down but never pass each other.
 */

/** Stands for "none" in both directions. */
export const NONE = -1;

export interface Changes {
  /** By rank of now: the rank it had. By rank then: the rank it has. NONE where there is none. */
  readonly before: Int32Array;
  readonly after: Int32Array;
  /** Ranks of now, ascending. */
  readonly added: readonly number[];
  /** Ranks of then, ascending. */
  readonly removed: readonly number[];
}

/** Matches articles by key. A key that is there twice, or out of order, may match nothing: that costs time, never truth. */
export function changesOf(then: Float64Array, now: Float64Array): Changes {
  const before = new Int32Array(now.length).fill(NONE);
  const after = new Int32Array(then.length).fill(NONE);
  const match = (was: number, is: number): void => {
    before[is] = was;
    after[was] = is;
  };
  // Nearly all articles lie where they lay: a common beginning and end are matched without looking anything up.
  const shorter = Math.min(then.length, now.length);
  let low = 0;
  while (low < shorter && then[low] === now[low]) match(low, low++);
  let high = 0;
  while (high < shorter - low && then.at(-1 - high) === now.at(-1 - high)) {
    match(then.length - 1 - high, now.length - 1 - high);
    high++;
  }
  const places = new Map<number, number>();
  for (let was = low; was < then.length - high; was++) places.set(then[was] as number, was);
  let next = low;
  for (let is = low; is < now.length - high; is++) {
    const was = places.get(now[is] as number);
    if (was === undefined || was < next) continue;
    match(was, is);
    next = was + 1;
  }
  return { before, after, added: nones(before), removed: nones(after) };
}

function nones(ranks: Int32Array): number[] {
  const found: number[] = [];
  for (let at = ranks.indexOf(NONE); at >= 0; at = ranks.indexOf(NONE, at + 1)) found.push(at);
  return found;
}
