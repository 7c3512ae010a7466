/** A text cut after a word, never within one: Arabic letters join, and half a word reads as another. */

/** @param most Characters, the ellipsis among them. A run without a space that is longer is cut all the same. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf(" ", most - 1);
  return `${text.slice(0, end > 0 ? end : most - 1).replace(/[\s،؛:.…–-]+$/, "")}…`;
}
