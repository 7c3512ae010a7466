/** What is begun and never closed → what an editor is told of it. */
import { type Diagnostic, placeAt } from "../../model/diagnostic.ts";
import { textFault } from "../../model/diagnostics/texts.ts";
import type { NeverClosed } from "./never-closed.ts";

/** @param at The text of the whole file, and where in it the text begins that was read. */
export const neverClosedFaults = (
  faults: readonly NeverClosed[],
  file: string,
  at: { readonly whole: string; readonly offset: number },
): readonly Diagnostic[] =>
  faults.map(({ kind, sign, offset, count }) => {
    // The line itself is left out: a saved page may be one line of a megabyte.
    const { line, column, length = 0 } = placeAt(at.whole, at.offset + offset, sign.length);
    return textFault("never-closed", { file, place: { line, column, length } }, { kind, sign, count });
  });
