/** Changes of a text, each in place of what stands between two places, in UTF-16 units. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly by: string;
}

/** By their places, without those that stand within another. */
export function inOrder(edits: readonly Edit[]): readonly Edit[] {
  let done = 0;
  return edits
    .toSorted((a, b) => a.from - b.from || a.to - b.to)
    .filter(({ from, to }) => {
      const isFree = from >= done;
      if (isFree) done = to;
      return isFree;
    });
}

/** @param edits In order. */
export function editedBy(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text;
  const pieces: string[] = [];
  let done = 0;
  for (const { from, to, by } of edits) {
    pieces.push(text.slice(done, from), by);
    done = to;
  }
  return pieces.join("") + text.slice(done);
}
/** A place in an edited text → where it stood before. */
export function before(place: number, edits: readonly Edit[]): number {
  let grown = 0;
  for (const { from, to, by } of edits) {
    if (from + grown >= place) break;
    grown += by.length - (to - from);
  }
  return Math.max(0, place - grown);
}
