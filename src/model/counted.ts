/** Counts in the program's English messages: `1 article`, `12,000 articles`. */

/** @param noun In the singular; its plural must be formed with -s. */
export const counted = (n: number, noun: string): string =>
  `${n.toLocaleString("en")} ${noun}${n === 1 ? "" : "s"}`;
