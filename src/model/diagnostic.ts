/**
 * Diagnostics: faults of the user's files, as data. Created where a fault is found; collected, sorted and printed in one
 * place. A thrown error is a bug of the program, never a fault of content.
 */

import type { Code } from "./diagnostics/catalogue.ts";
import type { DiagnosticOf, Place } from "./diagnostics/entry.ts";

export type { Place };
/** One fault, as plain data: its texts are made where it is found, by the catalogue (diagnostics/). */
export type Diagnostic = DiagnosticOf<Code>;

/** The result of a step that can find faults: its value, absent where it could not be computed, and the faults. */
export interface Outcome<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** Cache of line starts for the last text, so that a text with thousands of faults is scanned once. */
let last: { readonly text: string; readonly starts: readonly number[] } = { text: "", starts: [0] };
function lineStarts(text: string): readonly number[] {
  if (last.text !== text) {
    const starts = [0];
    for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
    last = { text, starts };
  }
  return last.starts;
}

/** The number of the line that contains an offset, from 1. */
function lineAt(text: string, offset: number): number {
  const starts = lineStarts(text);
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

/** The place of an offset in UTF-16 units within a text. `length` is cut at the end of the line. */
export function placeAt(text: string, offset: number, length = 0): Place {
  const before = text.lastIndexOf("\n", offset - 1) + 1;
  const newline = text.indexOf("\n", offset);
  const end = newline < 0 ? text.length : newline;
  return {
    line: lineAt(text, offset),
    column: offset - before + 1,
    length: Math.max(0, Math.min(length, end - offset)),
    text: text.slice(before, end).replace(/\r$/, ""),
  };
}

/** Whether it prevents publication. */
export const isError = ({ severity }: Pick<Diagnostic, "severity">): boolean => severity === "error";

const rank = (d: Diagnostic): number => (isError(d) ? 0 : 1);
const textOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A total order: errors first, then by file, place and code, so that the output does not depend on the order of workers. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    rank(a) - rank(b) ||
    textOrder(a.file, b.file) ||
    (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
    (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
    textOrder(a.code, b.code) ||
    textOrder(a.message, b.message)
  );
}

/** Sorted and without duplicates: two workers may report the same fault of a template. */
export const inOrder = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  [...diagnostics]
    .sort(compareDiagnostics)
    .filter((one, i, all) => i === 0 || compareDiagnostics(one, all[i - 1] as Diagnostic) !== 0);
