/** `warraq read`: what is read of a file, and why; builds nothing. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { isolate } from "../arabic/typography/bidi.ts";
import { readSettings } from "../content/settings-file.ts";
import { type FileRead, readFile } from "../inspect/read.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { isError } from "../model/diagnostic.ts";
import { pathWithin } from "../model/path-within.ts";
import type { Makes } from "../read/make/make.ts";
import { MAKES_FILE, readMakes } from "../read/make/read-makes.ts";
import { printable, printableJson } from "../report/printable.ts";
import { loadSite } from "../site/load-site.ts";
import { type FolderOptions, foldersOf } from "./folders.ts";
import { printDiagnostics, printSlowly } from "./print.ts";

interface ReadOptions extends FolderOptions {
  readonly json?: boolean;
  readonly alone?: boolean;
}

export async function readCommand(files: readonly string[], options: ReadOptions): Promise<void> {
  const content = join(foldersOf(options).root, "content");
  const settings = readSettings(content);
  const site = loadSite(settings.text, settings.file).readBy;
  const faults: Diagnostic[] = [];
  async function* lines(): AsyncIterable<string> {
    for (const file of files) {
      const path = pathWithin(content, resolve(file)) ?? file;
      const makes = options.alone ? null : makesFor(file, faults);
      const { value, diagnostics } = await readFile(file, { path, site, makes });
      faults.push(...diagnostics);
      if (value) yield options.json ? printableJson(value) : printable(textOf(value));
    }
  }
  await printSlowly(lines());
  printDiagnostics(faults);
  if (faults.some(isError)) process.exitCode = 1;
}

/** What is known of the pages of a file's folder, or of the nearest one above it. */
function makesFor(file: string, faults: Diagnostic[]): Makes | null {
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    const path = join(folder, MAKES_FILE);
    if (existsSync(path)) {
      const { value, diagnostics } = readMakes(readFileSync(path, "utf8"), path);
      faults.push(...diagnostics);
      return value ?? null;
    }
    if (dirname(folder) === folder) return null;
  }
}

const FIELDS = ["title", "date", "authors", "section", "tags", "summary"] as const;
const LABELS: Readonly<Record<(typeof FIELDS)[number], string>> = {
  ...{ title: "headline", date: "day", authors: "authors" },
  ...{ section: "section", tags: "tags", summary: "summary" },
};

/** A field a line, then the text, then what was set aside and as what. */
function textOf(read: FileRead): string {
  const fields = FIELDS.map((name) => {
    const value = read[name];
    const shown = Array.isArray(value) ? value.map(isolate).join(", ") : value ? isolate(String(value)) : "";
    const from = read.found[name];
    return `  ${LABELS[name].padEnd(9)} ${shown === "" ? "-" : shown}${from ? ` (${from})` : ""}`;
  });
  const text = read.text.split("\n").map((line) => `    ${line}`);
  const aside = read.removed.map(({ why, text: line }) => `    ${why.padEnd(16)} ${isolate(line)}`);
  return [
    ...[isolate(read.file), ...fields, "  text", ...text],
    ...(aside.length > 0 ? ["  set aside", ...aside] : []),
    "",
  ].join("\n");
}
