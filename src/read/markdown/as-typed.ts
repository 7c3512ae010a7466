/**
 * Markdown as it is typed on an Arabic keyboard → as CommonMark reads it: marks of direction before its signs, lines that
 * begin with a bullet or an Arabic number, names of files with spaces in them.
 */
import { DOCUMENT_ENDING } from "../../model/links/document.ts";

const MARKS = "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069";
const MARK = new RegExp(`[${MARKS}]`);
const MARKS_BEFORE_SIGN = new RegExp(
  `^([ \\t]*)[${MARKS}]+(?=(?:#{1,6}|[-+*>]|\\d{1,9}[.)])[ \\t]|>|\\||!\\[|(?:-{3,}|={3,}|\\*{3,})[ \\t]*$)`,
  "gm",
);
/**
 * The line end before a point of a list as papers print it, which Markdown would run together with the line before. A dash
 * begins one where the line before ends a sentence, opens a list with a colon, or begins with a dash too.
 */
const BEFORE_POINT = new RegExp(
  `\\n(?<=\\S[ \\t]*\\n)(?=[ \\t${MARKS}]*(?:[•▪●■◦‣]|[٠-٩]{1,3}[.)-])[ \\t])`,
  "g",
);
const BEFORE_DASH = /\n(?<=(?:[.:!؟?؛…][ \t]*|^[ \t]*[–—][ \t].*)\n)(?=[ \t]*[–—][ \t])/gm;
/** After brackets that are opened on the same line, and hold the words of a link. */
const ADDRESS = new RegExp(
  String.raw`\]\((?<=(?:!\[[^[\]\n]*|\[[^[\]\n]+)\]\()[ \t]*((?:[^()<>"\n]|\([^()<>"\n]*\))+?(?:\.(?:jpe?g|png|gif|svg|webp|avif|md|txt|html?)|${DOCUMENT_ENDING}))(?=[ \t]*(?:"[^"\n]*"[ \t]*)?\))`,
  "giu",
);

/** Words stay as they are, and in their order. */
export function asTyped(text: string): string {
  const bare = MARK.test(text) ? text.replace(MARKS_BEFORE_SIGN, "$1") : text;
  const points = bare.replace(BEFORE_POINT, "  \n").replace(BEFORE_DASH, "  \n");
  if (!points.includes("](")) return points;
  return points.replace(ADDRESS, (whole, address: string) =>
    /\s/.test(address) ? `](${address.trim().replace(/\s/g, "%20")}` : whole,
  );
}
