/**
 * What is wrong with somebody's file, as data: made where the fault is, gathered, sorted and printed in one place.
 * A thrown error is our own bug, never a content fault.
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
 * expected, in one sentence; `hint` says what to do. An error keeps the site from being published, a warning does not.
 */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly file: string;
  readonly place?: Place;
  readonly message: string;
  readonly hint?: string;
  /** Other files that have part in it: the second article of one address. */
  readonly others?: readonly string[];
}

/** Every step that can meet a fault returns its value beside what was wrong. No value: nothing could be made of it. */
export interface Outcome<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** Where the lines of the text that was asked about last begin: one with thousands of faults is gone through once. */
let last: { readonly text: string; readonly starts: readonly number[] } = { text: "", starts: [0] };
function lineStarts(text: string): readonly number[] {
  if (last.text !== text) {
    const starts = [0];
    for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
    last = { text, starts };
  }
  return last.starts;
}

/** The number of the line that an offset lies in, from 1. */
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

/** The place of a character offset within a text. `length` is cut to the line's end. */
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

/** Whether it keeps what it is about from being published. */
export const isError = ({ severity }: Pick<Diagnostic, "severity">): boolean => severity === "error";

const rank = (d: Diagnostic): number => (isError(d) ? 0 : 1);
const textOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A total order: errors first, then by file, place and code, so that parallel runs print alike. */
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

/** In order, each once: two workers may meet the same fault of one template. */
export const inOrder = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  [...diagnostics]
    .sort(compareDiagnostics)
    .filter((one, i, all) => i === 0 || compareDiagnostics(one, all[i - 1] as Diagnostic) !== 0);
