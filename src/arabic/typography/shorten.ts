/** A text cut after a word, never within one: Arabic letters join, and half a word reads as another. */

/** What no cut text ends with, before its ellipsis. */
const LOOSE = /[\s،؛:.…–-]/;

/** @param most Characters, the ellipsis among them. A run without a space that is longer is cut all the same. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const space = text.lastIndexOf(" ", most - 1);
  let end = space > 0 ? space : most - 1;
  while (end > 0 && LOOSE.test(text.charAt(end - 1))) end -= 1;
  return `${text.slice(0, end)}…`;
}
