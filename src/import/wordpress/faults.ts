/** Damage of an export, in an editor's words. */

import { counted } from "../../model/counted.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { ReadExport } from "./read-export.ts";

/** What the first pass found wrong with the file. */
export function damageOf(file: string, { faults, faultCount, lossCount, isCut }: ReadExport): Diagnostic[] {
  const found = faults.map(
    ({ line, column, message, isLoss }): Diagnostic => ({
      ...{ severity: isLoss ? "error" : "warning", code: "export-damaged", file, place: { line, column } },
      message: `The export is damaged here: ${message}.`,
      hint: "Compare the article around this place with the old site, or export it again.",
    }),
  );
  if (faultCount > faults.length)
    found.push({
      ...{ severity: lossCount > faults.filter(({ isLoss }) => isLoss).length ? "error" : "warning" },
      ...{ code: "export-damaged", file },
      message: `It is damaged in ${counted(faultCount - faults.length, "more place")}.`,
      hint: "Export it again.",
    });
  if (isCut)
    found.push({
      ...{ severity: "error", code: "export-cut", file },
      message: "The file ends before the export does: what stood behind its last line is not there.",
      hint: "Export it again, or copy the whole file; what is written stays as it is, and the rest is added.",
    });
  return found;
}
