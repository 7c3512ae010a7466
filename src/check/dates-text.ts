/** What undated texts suggest about their dates → text for a terminal, for an editor to judge: it dates no article. */
import type { DateEvidence } from "../model/article.ts";
import { counted } from "../model/counted.ts";

export interface DatesOfFile {
  /** Its name in diagnostics. */
  readonly file: string;
  readonly evidence: readonly DateEvidence[];
}

/** Files that are listed one by one at most. */
const LISTED = 50;
/** Quotations of one file that are printed at most. */
const SHOWN = 4;
const KINDS: Readonly<Record<DateEvidence["kind"], string>> = {
  weekday: "day of the week",
  "day-month": "day and month",
  "day-of-this-month": "day of its month",
  printed: "printed date",
};

function linesOf({ file, evidence }: DatesOfFile): string {
  const quotes = new Map(evidence.map(({ quote, kind }) => [quote, kind]));
  const shown = [...quotes].slice(0, SHOWN).map(([quote, kind]) => `  ${KINDS[kind]}: \u2068${quote}\u2069`);
  const sidecar = `${file.replace(/\.[^./]+$/, "")}.yaml`;
  return [file, ...shown, `  → State it in ${sidecar}: date: YYYY-MM-DD`].join("\n");
}

/** @param files Sorted. @returns One text, without a newline at its end. */
export function datesText(files: readonly DatesOfFile[]): string {
  const telling = files.filter(({ evidence }) => evidence.length > 0);
  const more = telling.length - LISTED;
  return [
    ...telling.slice(0, LISTED).map(linesOf),
    ...(more > 0 ? [`… and ${counted(more, "file")} more; --json lists each.`] : []),
    `${counted(files.length, "article")} without a date; of ${telling.length} the text suggests when.`,
  ].join("\n");
}
