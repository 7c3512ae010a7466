/** Shortens a text at a word, never within one: Arabic letters join, and half a word reads as another. */

/** Characters removed before the ellipsis. */
const LOOSE = /[\s،؛:.…–-]/;

/** @param most Most characters, the ellipsis included. A longer run without a space is cut within it. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const space = text.lastIndexOf(" ", most - 1);
  let end = space > 0 ? space : most - 1;
  while (end > 0 && LOOSE.test(text.charAt(end - 1))) end -= 1;
  return `${text.slice(0, end)}…`;
}
