/** `warraq build`: one build, a progress line while it runs, and at the end a summary and what needs attention. */
import { join } from "node:path";
import { isolate } from "../arabic/typography/bidi.ts";
import { build } from "../build/build.ts";
import type { BuildReport } from "../build/report.ts";
import { readSettings } from "../content/settings-file.ts";
import { counted } from "../model/counted.ts";
import { isError } from "../model/diagnostic.ts";
import {
  commandLine,
  type FolderOptions,
  type Folders,
  foldersOf,
  hasContent,
  OWN_TEMPLATES,
} from "./folders.ts";
import { print, printDiagnostics, printJson } from "./print.ts";
import { progressPrinter } from "./progress.ts";

interface BuildCommandOptions extends FolderOptions {
  readonly keepGoing?: boolean;
  readonly workers?: number;
  readonly verify?: boolean;
  readonly json?: boolean;
}

export async function buildCommand(options: BuildCommandOptions): Promise<void> {
  const folders = foldersOf(options);
  if (!hasContent(folders)) return;
  const progress = options.json ? null : progressPrinter(process.stderr);
  const report = await build({
    ...folders,
    templates: OWN_TEMPLATES,
    keepGoing: options.keepGoing ?? false,
    ...(options.workers ? { workers: options.workers } : {}),
    ...(progress ? { onProgress: progress.show } : {}),
  });
  progress?.clear();
  if (!report.ok) process.exitCode = 1;
  if (options.json) {
    printJson(report);
    return;
  }
  printDiagnostics(report.diagnostics);
  print(summary(report, folders, commandLine("serve", options)));
  if (options.verify && report.published) {
    const { verify } = await import("./verify.ts");
    await verify(folders, report);
  }
}

const draftsText = (drafts: number): string[] =>
  drafts > 0 ? [`${counted(drafts, "draft")} ${drafts === 1 ? "is" : "are"} not published.`] : [];

/** Moves that are listed one by one. */
const MOVES_LISTED = 8;

/** Old addresses of articles that moved because headline, date or slug was edited: others may link to them. */
function movesText(moved: BuildReport["moved"]): string[] {
  const moves = Object.entries(moved);
  if (moves.length === 0) return [];
  const listed = moves.slice(0, MOVES_LISTED).flatMap(([file, url]) => {
    const old = `/${file.replace(/index\.html$/, "")}`;
    return [`  ${url}`, `    aliases: [${JSON.stringify(old)}]`];
  });
  const more = moves.length - MOVES_LISTED;
  return [
    `${counted(moves.length, "page")} moved. Where others may link to an old address, add it to the article's front matter, and it leads on:`,
    ...listed,
    ...(more > 0 ? [`  … and ${more.toLocaleString("en")} more; --json lists them all`] : []),
  ];
}

function unlearnedText(unlearned: BuildReport["unlearned"]): readonly string[] {
  if (!unlearned) return [];
  const folder = unlearned.folder === "" ? "content" : `content/${unlearned.folder}`;
  return [
    `${counted(unlearned.pages, "raw page")} in ${isolate(folder)} are read one by one. Where they are of one outlet, learn what they share: npx warraq learn`,
  ];
}

/** The last lines of a build: how much, how long, where the site is, what needs attention. */
function summary(report: BuildReport, { root, outName }: Folders, serve: string): string {
  const errors = report.diagnostics.filter(isError).length;
  const warnings = report.diagnostics.length - errors;
  const attention = [
    errors > 0 ? counted(errors, "error") : "",
    warnings > 0 ? counted(warnings, "warning") : "",
  ].filter((part) => part !== "");
  const needs =
    attention.length > 0
      ? `Needs attention: ${attention.join(", ")}, listed above.`
      : "Nothing needs attention.";
  const half = report.diagnostics.some(({ code }) => code === "half-published");
  if (half) return `Publishing stopped on the way; build again to bring ${outName} to its end.\n${needs}`;
  if (!report.published)
    return [`Nothing was published; ${outName} is as it was.`, ...draftsText(report.drafts), needs].join(
      "\n",
    );
  // Read only here: settings that cannot be read end a build before it publishes, and are in its report.
  const settings = report.addressed ? null : readSettings(join(root, "content")).file;
  const changed = `${counted(report.written.length, "file")} written, ${report.removed.length} removed`;
  return [
    `${counted(report.articles, "article")}, ${counted(report.pages, "page")} in ${report.seconds.toFixed(1)} s (${changed}).`,
    ...draftsText(report.drafts),
    `The site is in ${outName}. Look at it with: ${serve}`,
    ...(settings
      ? [`${settings} states no url, so there is no sitemap, and feeds hold no whole addresses.`]
      : []),
    ...movesText(report.moved),
    ...unlearnedText(report.unlearned),
    needs,
  ].join("\n");
}
