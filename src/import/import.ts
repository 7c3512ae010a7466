/** Sources of any form → content/: finds the form of each, writes its items, and reports. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { isError } from "../model/diagnostic.ts";
import type { Importer } from "./importer.ts";
import { ItemFiles } from "./item-files.ts";
import { IMPORTERS } from "./registry.ts";
import { emptyReport, type ImportReport } from "./report.ts";
import { putItem, putSettings } from "./sink.ts";
import { recognise } from "./source/recognise.ts";
import { copyUploads, isUploaded, missingUploads, unreadUploads } from "./uploads.ts";

export interface ImportRequest {
  /** The folder that holds content/. */
  readonly root: string;
  /** Files, packed with gzip or not, and folders. Those of one form are one old site. */
  readonly sources: readonly string[];
  /** The folder of the old site's pictures; null where there is none at hand. */
  readonly uploads: string | null;
}

/** Nothing is written where one of the sources is refused, or the folder of uploads is not there. @throws Error of the file system. */
export async function importSources(
  { root, sources, uploads }: ImportRequest,
  importers: readonly Importer[] = IMPORTERS,
): Promise<ImportReport> {
  const report = emptyReport();
  const { diagnostics } = report;
  const byImporter = new Map<Importer, string[]>();
  for (const source of sources) {
    const { value: importer, diagnostics: refused } = await recognise(source, importers);
    diagnostics.push(...refused);
    if (importer) byImporter.set(importer, [...(byImporter.get(importer) ?? []), source]);
  }
  const missing = missingUploads(uploads);
  if (missing) diagnostics.push(missing);
  if (diagnostics.some(isError)) return report;
  const context = { files: new ItemFiles(), isUploaded: (path: string) => isUploaded(uploads, path) };
  const content = join(root, "content");
  for (const [importer, own] of byImporter) {
    const { account, items } = await importer.open(own, context);
    diagnostics.push(...account.diagnostics);
    mkdirSync(content, { recursive: true });
    for await (const item of items()) putItem(item, content, report);
    putSettings(account.site, content, report);
  }
  if (uploads !== null)
    diagnostics.push(...copyUploads(root, uploads, report.uploads), ...unreadUploads(uploads));
  return report;
}
