/**
 * Compares the articles of the last run with the current ones: unchanged, new, removed. Unchanged articles keep their
 * relative order, since their days and ids are the same: their ranks shift but never cross.
 */

/** No rank, in both directions. */
export const NONE = -1;

export interface Changes {
  /** `before`: current rank → previous rank; `after`: previous rank → current rank. NONE where there is none. */
  readonly before: Int32Array;
  readonly after: Int32Array;
  /** Current ranks, ascending. */
  readonly added: readonly number[];
  /** Previous ranks, ascending. */
  readonly removed: readonly number[];
}

/**
 * Matches articles by key. A key that occurs twice or out of order may stay unmatched, which costs time but is never
 * wrong.
 */
export function changesOf(then: Float64Array, now: Float64Array): Changes {
  const before = new Int32Array(now.length).fill(NONE);
  const after = new Int32Array(then.length).fill(NONE);
  const match = (was: number, is: number): void => {
    before[is] = was;
    after[was] = is;
  };
  // Nearly all ranks are unchanged: a common beginning and end are matched without a table.
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
