/** The files `_pages.yaml` of content/ → what is known of the pages of each folder. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unreadable } from "../disk/unreadable.ts";
import type { SourceFile } from "../model/article.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { decode } from "./decode.ts";

/** One such file, decoded; null where it cannot be read. */
export interface MakesFile {
  /** Its folder within content/, `""` for content/ itself. */
  readonly folder: string;
  readonly file: string;
  readonly text: string | null;
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

export function readMakesFiles(
  content: { readonly folder: string; readonly name: string },
  files: readonly SourceFile[],
): { readonly files: readonly MakesFile[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const read = files.map(({ path }): MakesFile => {
    const file = `${content.name}/${path}`;
    try {
      const decoded = decode(readFileSync(join(content.folder, path)), file);
      diagnostics.push(...decoded.diagnostics);
      return { folder: folderOf(path), file, text: decoded.value ?? null };
    } catch (fault) {
      diagnostics.push(unreadable(file, fault));
      return { folder: folderOf(path), file, text: null };
    }
  });
  return { files: read, diagnostics };
}

/** What holds for a file of content/: that of its own folder, or of the nearest above it. */
export function nearest<T>(path: string, byFolder: ReadonlyMap<string, T>): T | null {
  if (byFolder.size === 0) return null;
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const found = byFolder.get(folder);
    if (found !== undefined) return found;
    if (folder === "") return null;
  }
}
