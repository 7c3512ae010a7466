/** A raw page's text → its lines: references decoded, stray tags and invisible signs taken out, blank lines gone. */
import { stripBidiControls } from "../../arabic/typography/bidi.ts";
import { decodeReferences } from "../keys/decode-references.ts";
import { withWholeDays } from "../lines/cut-day.ts";
import { untagged } from "./tagged.ts";
import { type PrintedLine, unwrapped } from "./wrapped-lines.ts";

/** Tags that scrapers leave behind. Others, as `<اسم>` or `a < b`, are text. */
const TAG =
  /<\/?(?:p|div|span|strong|b|em|i|u|s|font|h[1-6]|ul|ol|li|a|img|blockquote|figure|figcaption|table|t[rdh]|tbody|center|section|article)(?:\s[^<>]*)?\/?>/giu;
/** Within words they part nothing. */
const WITHIN_WORDS = /^<\/?(?:span|strong|b|em|i|u|s|font|a)\b/iu;
const BREAK = /<br\s*\/?>|<\/(?:p|div|h[1-6]|li|blockquote|tr)>/giu;
const ENDS_OF_LINES = /[\n\v\f\u0085\u2028\u2029]/;
/** No word holds them: byte order marks in the middle of a text, zero-width spaces. Joiners are letters' affair and stay. */
const INVISIBLE = /[\ufeff\u200b\u2060]/g;

/** @returns The lines that hold anything, trimmed, a paragraph each, and the tags that were among them. */
export function rawLines(text: string): {
  readonly lines: readonly string[];
  readonly tags: readonly string[];
} {
  const tagged = untagged(text);
  let plain = stripBidiControls(decodeReferences(tagged?.text ?? text)).replace(INVISIBLE, "");
  const tags: string[] = [...(tagged?.tags ?? [])];
  if (plain.includes("<"))
    plain = plain
      .replace(BREAK, (tag) => {
        tags.push(tag);
        return "\n";
      })
      .replace(TAG, (tag) => {
        tags.push(tag);
        return WITHIN_WORDS.test(tag) ? "" : " ";
      });
  return { lines: withWholeDays(unwrapped(printedLines(plain))), tags };
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** Where an empty line stands below every line, only more of them open a block. */
function printedLines(plain: string): readonly PrintedLine[] {
  const lines: { text: string; indent: number; gap: number }[] = [];
  let gap = 0;
  for (const line of plain.split(ENDS_OF_LINES)) {
    const text = line.trim();
    if (text !== "") lines.push({ text, indent: indentOf(line), gap });
    gap = text === "" ? gap + 1 : 0;
  }
  const usual = lines.slice(1).reduce((least, one) => Math.min(least, one.gap), 1);
  return lines.map(({ text, indent, gap }, i) => {
    const above = lines[i - 1];
    return { text, opens: above === undefined || gap > usual || indent > above.indent };
  });
}
