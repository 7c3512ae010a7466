/** Work → pieces that are given to threads one at a time. */

/** @param items An array, typed or not, which is not copied before it is asked for. @yields Up to `size` of them, in order. */
export function* batchesOf<T extends { readonly length: number; slice(from: number, to: number): T }>(
  items: T,
  size: number,
): Generator<T> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}
