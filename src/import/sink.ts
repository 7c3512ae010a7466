/**
 * Items of any form → files under content/, and the report of what became of each. What is there already is never written
 * over: it may have been mended by hand.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readSettings } from "../content/settings-file.ts";
import { buildFault } from "../model/diagnostics/build.ts";
import { importFault } from "../model/diagnostics/import.ts";
import { frontMatterOf } from "./front-matter.ts";
import type { ImportItem, ItemText, OldSite } from "./importer.ts";
import { lose } from "./lost.ts";
import { settingsOf } from "./old-settings.ts";
import type { ImportReport } from "./report.ts";

const count = (of: Map<string, number>, name: string): void => {
  of.set(name, (of.get(name) ?? 0) + 1);
};

/** Writes what is not there yet. @throws Error of the file system. */
function put(file: string, text: string, content: string, report: ImportReport): void {
  const path = join(content, file);
  if (existsSync(path)) {
    if (readFileSync(path, "utf8") === text) report.unchanged += 1;
    else report.kept.push(file);
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { flag: "wx" });
  report.written.push(file);
}

function putText(text: ItemText, content: string, report: ImportReport): void {
  const metadata = { ...text.metadata, draft: text.draft === null ? undefined : true };
  if (text.isUntitled) report.untitled.push(text.file);
  for (const name of text.shortcodes) count(report.shortcodes, name);
  for (const path of text.uploads) report.uploads.add(path);
  for (const address of text.elsewhere) report.elsewhere.add(address);
  put(text.file, `${frontMatterOf(metadata)}\n${text.markdown}\n`, content, report);
  report.comments += text.comments;
  if (text.isPage) report.pages += 1;
  else report.articles += 1;
  if (text.draft !== null) {
    report.drafts += 1;
    count(report.draftReasons, text.draft);
  }
  if (text.pluginKind !== null) count(report.kinds, text.pluginKind);
}

/** Whatever one item runs into, the others are taken. */
export function putItem(item: ImportItem, content: string, report: ImportReport): void {
  try {
    const converted = item.convert();
    if (converted.outcome === "text") putText(converted, content, report);
    else if (converted.outcome === "left-out") count(report.passedOver, converted.rule);
    else lose(item, converted.why, report);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const isDisk = /^E[A-Z]+$/.test(code ?? "");
    const [at, reason] = [{ file: item.source }, `${message}.`];
    const why = isDisk
      ? buildFault("disk", at, { system: code ?? "", reason, isImport: true })
      : importFault("item-failed", at, { reason });
    lose(item, why, report);
  }
}

/** Writes the settings, where none are there. @throws Error of the file system. */
export function putSettings(site: OldSite, content: string, report: ImportReport): void {
  if (readSettings(content).text !== null) return;
  writeFileSync(join(content, "site.yaml"), settingsOf(site), { flag: "wx" });
  report.written.push("site.yaml");
}
