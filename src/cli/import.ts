/** `warraq import`: writes the articles, pages and pictures of an old archive to content/. Uses no network. */
import { resolve } from "node:path";
import { importSources } from "../import/import.ts";
import type { ImportReport } from "../import/report.ts";
import { counted } from "../model/counted.ts";
import { isError } from "../model/diagnostic.ts";
import { pathWithin } from "../model/path-within.ts";
import { commandLine, type FolderOptions, foldersOf } from "./folders.ts";
import { print, printDiagnostics, printJson } from "./print.ts";

interface ImportOptions extends FolderOptions {
  readonly uploads?: string;
  readonly json?: boolean;
}

const NAMED = 3;
const named = (files: readonly string[]): string =>
  files
    .slice(0, NAMED)
    .map((file) => `content/${file}`)
    .join(", ") + (files.length > NAMED ? ` and ${files.length - NAMED} more` : "");
const listed = (counts: ReadonlyMap<string, number>): string =>
  [...counts].map(([name, count]) => `${name} ${count.toLocaleString("en")}`).join(", ");

/** The report for the editor: what was imported, what was left out, what to check. */
function reportText(report: ImportReport, uploads: string | null): string {
  const { articles, pages, drafts, written, unchanged, kept, untitled, comments } = report;
  return [
    `${counted(articles, "article")} and ${counted(pages, "page")}; ${counted(written.length, "file")} written.`,
    report.kinds.size > 0 && `  Among them, of kinds that plugins made: ${listed(report.kinds)}.`,
    report.lost.length > 0 && `  Lost: ${counted(report.lost.length, "item")}, named above.`,
    drafts > 0 && `  ${drafts} of them were not surely public on the old site: they have draft: true.`,
    unchanged > 0 &&
      `  ${counted(unchanged, "file")} ${unchanged === 1 ? "was" : "were"} there already, the same.`,
    kept.length > 0 &&
      `  ${counted(kept.length, "file")} ${kept.length === 1 ? "is" : "are"} there already and ${kept.length === 1 ? "differs" : "differ"}, left as ${kept.length === 1 ? "it is" : "they are"}: ${named(kept)}.`,
    untitled.length > 0 && `  Without a headline, given their first words: ${named(untitled)}.`,
    report.shortcodes.size > 0 &&
      `  Shortcodes of plugins taken out, the text between them kept: ${listed(report.shortcodes)}.`,
    report.passedOver.size > 0 && `  No articles: ${listed(report.passedOver)}.`,
    comments > 0 && `  Not taken: ${counted(comments, "comment")} of readers.`,
    report.uploads.size > 0 &&
      `  ${counted(report.uploads.size, "file")} of the uploads ${report.uploads.size === 1 ? "lies" : "lie"} in public/wp-content/uploads/.`,
    report.elsewhere.size > 0 &&
      `  ${counted(report.elsewhere.size, "picture")} ${report.elsewhere.size === 1 ? "stays" : "stay"} on the old site${uploads === null ? ": copy its folder wp-content/uploads here and name it with --uploads, before the site is gone" : ", since --uploads does not hold them"}.`,
  ]
    .filter(Boolean)
    .join("\n");
}

export async function importCommand(files: readonly string[], options: ImportOptions): Promise<void> {
  const { root } = foldersOf(options);
  const uploads = options.uploads === undefined ? null : resolve(options.uploads);
  const report = await importSources({
    root,
    uploads,
    sources: files.map((file) => pathWithin(process.cwd(), resolve(file)) || file),
  });
  const failed = report.diagnostics.some(isError);
  if (failed) process.exitCode = 1;
  if (options.json) {
    printJson(report, (_, value) =>
      value instanceof Map ? Object.fromEntries(value) : value instanceof Set ? [...value] : value,
    );
    return;
  }
  printDiagnostics(report.diagnostics);
  // Where a file was refused, nothing was written.
  if (failed && report.written.length + report.unchanged + report.kept.length === 0) return;
  print(reportText(report, uploads));
  print(`Now: ${commandLine("check", options)}, then ${commandLine("build", options)}`);
}
