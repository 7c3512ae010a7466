/** A tatweel that stands for a dash, as keyboards make it: between spaces, or behind a letter that joins to none. */
const DASH = /\s\u0640+(?=\s)|(?<=[اأإآدذرزوةىء])\u0640+(?=\s)/gu;

/** `بغداد ـ وكالات` → `بغداد – وكالات`. Other tatweels stay. */
export const withDashes = (line: string): string =>
  line.includes("\u0640") ? line.replace(DASH, " –") : line;
