/** Items that hold an article, or may, and do not become one: each is named, with its place in the source. */
import type { Diagnostic } from "../model/diagnostic.ts";
import { notTaken } from "../model/diagnostics/import.ts";
import type { ItemOrigin } from "./importer.ts";
import type { ImportReport } from "./report.ts";

export function lose(
  { title, address, source: file, line }: ItemOrigin,
  why: Diagnostic,
  report: Pick<ImportReport, "lost" | "diagnostics">,
): void {
  report.lost.push({ title, address, file, line });
  const message = notTaken({ title, address }, why.message);
  report.diagnostics.push({ ...why, file, place: { line, column: 1 }, message });
}
