/**
 * A list → pages counted from the oldest article. Only full pages have numbers, so page 7 holds the same articles for
 * ever; the unnumbered front holds the newest page and what is newer than it, so that one new article touches only the
 * front, and a numbered page once in a page's length.
 */
export interface NumberedPage<T> {
  /** Null: the front. */
  readonly number: number | null;
  /** Newest first. */
  readonly items: readonly T[];
  /** The page towards newer items: a number, "front", or null where there is none; and towards older ones. */
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
