/** Items that hold an article, or may, and do not become one: each is named, with its place in the source. */
import type { Diagnostic } from "../model/diagnostic.ts";
import type { ItemOrigin, Lost } from "./importer.ts";
import type { ImportReport } from "./report.ts";

/** How an item is named to an editor: by what finds it on the old site. */
export const nameOf = (title: string, address: string): string =>
  [title && `\u2068${title}\u2069`, address].filter(Boolean).join(", ") || "An item without a headline";

export function lose(
  { title, address, source: file, line }: ItemOrigin,
  { message, hint, code }: Omit<Lost, "outcome">,
  report: Pick<ImportReport, "lost" | "diagnostics">,
): void {
  report.lost.push({ title, address, file, line });
  report.diagnostics.push({
    ...{ severity: "error", code, file, place: { line, column: 1 } },
    message: `Not taken: ${nameOf(title, address)}. ${message}`,
    ...(hint === undefined ? {} : { hint }),
  } satisfies Diagnostic);
}
