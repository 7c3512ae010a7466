/** The folder of uploads of an old site: which files are in it, and those that articles name copied to public/. */
import { copyFileSync, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { listFolder } from "../disk/list-folder.ts";
import { unreadable } from "../disk/unreadable.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { importFault } from "../model/diagnostics/import.ts";

/** Null where there is one, or none is named. */
export const missingUploads = (folder: string | null): Diagnostic | null =>
  folder === null || statSync(folder, { throwIfNoEntry: false })?.isDirectory()
    ? null
    : importFault("not-found", { file: folder }, { what: "uploads" });

/** Also false for what no file can be called: a step below a file, a name too long or with a NUL in it. */
export function isUploaded(folder: string | null, path: string): boolean {
  try {
    return folder !== null && statSync(join(folder, path), { throwIfNoEntry: false })?.isFile() === true;
  } catch {
    return false;
  }
}

/**
 * Copies files that are not there yet; one that cannot be read keeps none of the others from it, and is reported.
 * @throws Error of the file system, where nothing can be written.
 */
export function copyUploads(root: string, folder: string, paths: Iterable<string>): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const path of paths) {
    const to = join(root, "public/wp-content/uploads", path);
    if (existsSync(to)) continue;
    mkdirSync(dirname(to), { recursive: true });
    const from = join(folder, path);
    try {
      copyFileSync(from, to);
    } catch (fault) {
      // A disk that is full, or a folder that nothing may be written to, is no fault of the upload.
      if ((fault as NodeJS.ErrnoException).path !== from || existsSync(to)) throw fault;
      diagnostics.push(unreadable(from, fault));
    }
  }
  return diagnostics;
}

/** Folders of uploads that cannot be read, and names in them that no address of an article can mean. */
export function unreadUploads(folder: string): readonly Diagnostic[] {
  const { entries, diagnostics } = listFolder(folder, folder);
  const inner = entries.filter((entry) => entry.isDirectory());
  return [...diagnostics, ...inner.flatMap(({ name }) => unreadUploads(join(folder, name)))];
}
