/** What is begun and never closed → what an editor is told of it. */
import { type Diagnostic, placeAt } from "../../model/diagnostic.ts";
import type { NeverClosed } from "./never-closed.ts";

/** Its element holds text alone, whose < is none. */
const RAW_END = /^<\/(?:script|style|xmp|iframe|noembed|noframes|textarea|title)$/i;

const MESSAGES: Readonly<Record<NeverClosed["kind"], (sign: string) => readonly [string, string]>> = {
  comment: (sign) => [
    `A comment begins here with ${sign} and never ends; what stands below its line is shown.`,
    `Put ${sign === "<!--" ? "-->" : sign === "<![CDATA[" ? "]]>" : sign === "<?" ? "?>" : ">"} where it ends, or take its beginning out.`,
  ],
  element: (sign) => [
    `${sign} stands here and is never closed; what stands below it is shown as if it were.`,
    sign === "<plaintext>"
      ? "Take it out: nothing can close it."
      : `Put </${sign.slice(1)} where it ends, or take it out.`,
  ],
  quote: (sign) => [
    `A tag holds one ${sign} here that no other closes before the tag ends; it is read as if one did.`,
    `Put ${sign} at the end of the value, or take it out.`,
  ],
  tag: (sign) => [
    `The tag ${sign} begins here and never ends; ${RAW_END.test(sign) ? "it is read as if it ended" : "it is shown as text"}.`,
    "Put > where it ends; a < that begins no tag is written &lt;",
  ],
  code: (sign) => [
    `A block of code begins here with ${sign} and never ends: all text below is shown as code.`,
    `Put a line of ${sign} where the code ends, or take this one out.`,
  ],
};

/** @param at The text of the whole file, and where in it the text begins that was read. */
export const neverClosedFaults = (
  faults: readonly NeverClosed[],
  file: string,
  at: { readonly whole: string; readonly offset: number },
): readonly Diagnostic[] =>
  faults.map(({ kind, sign, offset, count }) => {
    const [message, hint] = MESSAGES[kind](sign);
    // The line itself is left out: a saved page may be one line of a megabyte.
    const { line, column, length = 0 } = placeAt(at.whole, at.offset + offset, sign.length);
    return {
      ...{ severity: "warning", code: "never-closed", file, place: { line, column, length } },
      message: count > 1 ? `${message} There are ${count} of them.` : message,
      hint,
    };
  });
