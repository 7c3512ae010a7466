/** An unknown key → the known key that was probably meant. */

/** Levenshtein distance of two words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The nearest known key; null where none is near enough. */
export function nearestKey(word: string, known: readonly string[]): string | null {
  const [best] = known
    .map((one) => ({ one, d: distance(word.toLowerCase(), one) }))
    .sort((a, b) => a.d - b.d);
  return best && best.d <= Math.max(2, word.length / 3) ? best.one : null;
}
