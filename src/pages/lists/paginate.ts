/**
 * Splits a list into pages numbered from the oldest article. Only full pages have numbers, so page 7 always holds the
 * same articles; the unnumbered front holds the newest full page and what is newer, so that a new article changes only
 * the front, and adds a numbered page each time one is full.
 */
export interface NumberedPage<T> {
  /** Null: the front. */
  readonly number: number | null;
  /** Newest first. */
  readonly items: readonly T[];
  /** The next page towards newer items: a number, "front", or null where there is none. */
  readonly newer: number | "front" | null;
  readonly older: number | null;
}

/** @param oldestFirst All items. @param size Items of a numbered page, at least 1. The front comes first, then 1, 2, 3 … */
export function* paginate<T>(oldestFirst: readonly T[], size: number): Generator<NumberedPage<T>> {
  const full = Math.floor(oldestFirst.length / size);
  const frontFrom = Math.max(0, (full - 1) * size);
  yield {
    number: null,
    items: oldestFirst.slice(frontFrom).reverse(),
    newer: null,
    older: full > 1 ? full - 1 : null,
  };
  if (full < 2) return;
  for (let number = 1; number <= full; number++) {
    yield {
      number,
      items: oldestFirst.slice((number - 1) * size, number * size).reverse(),
      newer: number >= full - 1 ? "front" : number + 1,
      older: number > 1 ? number - 1 : null,
    };
  }
}
