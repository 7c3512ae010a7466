/**
 * Diagnostics: faults of the user's files, as data. Created where a fault is found; collected, sorted and printed in one
 * place. A thrown error is a bug of the program, never a fault of content.
 */

/** Where in a file: 1-based line and column (in UTF-16 units), and how long the span is; `text` is that whole line. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly length?: number;
  readonly text?: string;
}

/**
 * One fault. `file` is relative to the root folder (`content/2017/a.md`); `message` says what was found and what was
 * expected, in one sentence; `hint` says what to do. An error prevents publication of the site, a warning does not.
 */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly file: string;
  readonly place?: Place;
  readonly message: string;
  readonly hint?: string;
  /** Other files involved: the second article with the same address. */
  readonly others?: readonly string[];
}

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
