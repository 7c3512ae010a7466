/** Counts in the messages of the program: `1 article`, `12,000 articles`. What readers see is counted in Arabic. */

/** @param noun Its plural is made with -s. */
export const counted = (n: number, noun: string): string =>
  `${n.toLocaleString("en")} ${noun}${n === 1 ? "" : "s"}`;
