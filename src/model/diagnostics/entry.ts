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

/** A text that is always the same, or follows from values. */
type Text = string | ((values: never) => string);
export interface Entry {
  readonly severity: Severity;
  readonly message: Text;
  readonly hint?: Text;
}
type ValuesOfText<T> = T extends (values: infer Values) => string ? Values : unknown;
type ValuesOf<E extends Entry> = ValuesOfText<E["message"]> & ValuesOfText<E["hint"]>;

/** Where a fault is. `severity` stands here only where it is not that of the catalogue. */
interface At {
  readonly file: string;
  readonly place?: Place | null | undefined;
  readonly others?: readonly string[];
  readonly severity?: Severity;
}

const said = (text: Text, values: unknown): string =>
  typeof text === "string" ? text : (text as (values: unknown) => string)(values);

/** Codes and their texts → the function that makes diagnostics of them, which takes the values that a code's texts need. */
export const faultOf =
  <const Entries extends Readonly<Record<string, Entry>>>(entries: Entries) =>
  <Code extends keyof Entries & string>(
    code: Code,
    { file, place, others = [], severity }: At,
    ...values: unknown extends ValuesOf<Entries[Code]> ? [] : [values: ValuesOf<Entries[Code]>]
  ): DiagnosticOf<Code> => {
    const entry: Entry = entries[code] as Entries[Code];
    return {
      ...{ severity: severity ?? entry.severity, code, file },
      ...(place ? { place } : {}),
      message: said(entry.message, values[0]),
      ...(entry.hint === undefined ? {} : { hint: said(entry.hint, values[0]) }),
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
