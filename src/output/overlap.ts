/** An output folder that lies in what a build reads would be read by the next one, and one around it would hide it. */
import { realpathSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Diagnostic } from "../model/diagnostic.ts";
import { buildFault } from "../model/diagnostics/build.ts";

/** The path without symbolic links, as far as it is there already. */
function realOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(realOf(above), basename(path));
  }
}

/** Equal for all names of one folder, such as those that differ in case where the disk does not tell cases apart. */
function identityOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  return found ? `${found.dev} ${found.ino}` : path;
}

/** Of the folder itself and all above it. */
function withinOf(path: string): ReadonlySet<string> {
  const all = new Set<string>();
  for (let folder = realOf(path); ; folder = dirname(folder)) {
    all.add(identityOf(folder));
    if (folder === dirname(folder)) return all;
  }
}

/** Folders of a root that builds read, and that of the cache, by their names. */
export const foldersRead = (root: string, cache: string): Readonly<Record<string, string>> => ({
  content: join(root, "content"),
  public: join(root, "public"),
  templates: join(root, "templates"),
  ".warraq": cache,
});

/**
 * Whether the site would lie in a folder that is read, or that folder in it, by any way of links.
 * @param name How the output folder is called in diagnostics.
 * @param read Folders that a build reads, absolute, by their names; they need not be there.
 * @returns Null where they lie apart.
 * @throws Error of the file system when a folder above them cannot be looked into.
 */
export function outputOverlap(
  out: string,
  { name, read }: { readonly name: string; readonly read: Readonly<Record<string, string>> },
): Diagnostic | null {
  const [around, itself] = [withinOf(out), identityOf(realOf(out))];
  for (const [folder, path] of Object.entries(read)) {
    const isInside = around.has(identityOf(realOf(path)));
    if (!isInside && !withinOf(path).has(itself)) continue;
    return buildFault("output-overlaps", { file: name }, { folder: name, read: folder, isInside });
  }
  return null;
}
