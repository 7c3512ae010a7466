/** Cuts work into batches, which are given to threads one at a time. */

/** @param items Any array, also a typed one; a batch is copied only when asked for. @yields Up to `size` items. */
export function* batchesOf<T extends { readonly length: number; slice(from: number, to: number): T }>(
  items: T,
  size: number,
): Generator<T> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}
