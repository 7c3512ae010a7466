/**
 * What an entry of the catalogue of diagnostics is, and how one becomes a diagnostic. A file of this folder is one concept:
 * a room imports the function of its own, so that a text that changes makes anew only what may hold it (cache/keys/).
 */

/** Where in a file: 1-based line and column (in UTF-16 units), and how long the span is; `text` is that whole line. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly length?: number;
  readonly text?: string;
}

export type Severity = "error" | "warning";

/**
 * One fault. `file` is relative to the root folder (`content/2017/a.md`); `message` says what was found and what was
 * expected, in one sentence; `hint` says what to do. An error prevents publication of the site, a warning does not.
 */
export interface DiagnosticOf<Code extends string> {
  readonly severity: Severity;
  readonly code: Code;
  readonly file: string;
  readonly place?: Place;
  readonly message: string;
  readonly hint?: string;
  /** Other files involved: the second article with the same address. */
  readonly others?: readonly string[];
}

export type Words = readonly [message: string, hint?: string | undefined];
/** One code: its severity, and its words by the values they name. */
export interface Entry<Values> {
  readonly severity: Severity;
  readonly words: (values: Values) => Words;
}
const entry =
  (severity: Severity) =>
  <Values = undefined>(words: Words | ((values: Values) => Words)): Entry<Values> => ({
    severity,
    words: typeof words === "function" ? words : () => words,
  });
export const error = entry("error");
export const warning = entry("warning");

/** Where a fault is. `severity` stands here only where it is not that of the catalogue. */
interface At {
  readonly file: string;
  readonly place?: Place | null | undefined;
  readonly others?: readonly string[];
  readonly severity?: Severity;
}
type ValuesOf<E> = E extends Entry<infer Values> ? Values : never;

/** Entries by code → the function that makes diagnostics of them, which takes the values that a code's words name. */
export const faultOf =
  <Entries extends Readonly<Record<string, Entry<never>>>>(entries: Entries) =>
  <Code extends keyof Entries & string>(
    code: Code,
    { file, place, others = [], severity }: At,
    ...[values]: [ValuesOf<Entries[Code]>] extends [undefined] ? [] : [values: ValuesOf<Entries[Code]>]
  ): DiagnosticOf<Code> => {
    const entry = entries[code] as Entry<unknown>;
    const [message, hint] = entry.words(values);
    return {
      ...{ severity: severity ?? entry.severity, code, file },
      ...(place ? { place } : {}),
      message,
      ...(hint === undefined ? {} : { hint }),
      ...(others.length > 0 ? { others } : {}),
    };
  };

/** Kept apart from the direction of the text around it (UAX 9: FSI … PDI). */
export const isolated = (text: string | undefined): string => `\u2068${text}\u2069`;
/** ` and 2 more`; empty for none. */
export const andMore = (more: number, what = ""): string => (more > 0 ? ` and ${more} more${what}` : "");
/** @param near The file whose name differs in letter case alone. */
export const inOtherCase = (near: string): string =>
  `There is ${near}: capital and small letters are not the same in a name.`;
