/** Times of files, and how far they can be believed. */

/**
 * Whether a file is surely older than a scan. One as young as that may have changed after it within the same tick of the
 * clock, which is two seconds where times are whole seconds (FAT); one that was moved here, or whose time was set, is as
 * young as that.
 * @param file Milliseconds since 1970: of its bytes, and of its name, rights and times. @param scanned When the scan began.
 */
export function isOlder(
  { modified, changed }: { readonly modified: number; readonly changed: number },
  scanned: number,
): boolean {
  const tick = modified % 1000 === 0 && changed % 1000 === 0 ? 2000 : 50;
  return Math.max(modified, changed) < scanned - tick;
}
