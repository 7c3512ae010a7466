/** Damage of an export, as diagnostics. */
import { type Diagnostic, isError } from "../../model/diagnostic.ts";
import { importFault } from "../../model/diagnostics/import.ts";
import type { ReadExport } from "./read-export.ts";

/** What the first pass found wrong with the file. */
export function damageOf(file: string, { faults, faultCount, lossCount, isCut }: ReadExport): Diagnostic[] {
  const severityOf = (isLoss: boolean) => (isLoss ? "error" : "warning");
  const found: Diagnostic[] = faults.map(({ line, column, isLoss, ...damage }) =>
    importFault("export-damaged", { file, place: { line, column }, severity: severityOf(isLoss) }, damage),
  );
  const more = faultCount - faults.length;
  const severity = severityOf(lossCount > found.filter(isError).length);
  if (more > 0) found.push(importFault("export-damaged", { file, severity }, { more }));
  if (isCut) found.push(importFault("export-cut", { file }));
  return found;
}
