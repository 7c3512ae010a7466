/** The files of `public/`, which are carried into the site as they are. Their size and time stand for their content. */
import { lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { type OutputPath, outputPath } from "../model/brands.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";

export interface PublicFile {
  readonly path: OutputPath;
  readonly from: string;
  /** Changes when the file does: its size in bytes and its time in milliseconds. */
  readonly version: string;
}

/** Sorted by path. A symbolic link that leads out of the folder is an error; hidden files are left where they are. */
export function scanPublic(folder: string, name: string): Outcome<readonly PublicFile[]> {
  const files: PublicFile[] = [];
  const diagnostics: Diagnostic[] = [];
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return { value: files, diagnostics };
  const home = realpathSync(folder);
  const outside = (path: string): boolean => {
    if (!lstatSync(path).isSymbolicLink()) return false;
    try {
      return relative(home, realpathSync(path)).startsWith("..");
    } catch {
      return true;
    }
  };
  const visit = (inner: string): void => {
    for (const entry of readdirSync(join(folder, inner)).sort()) {
      if (entry.startsWith(".") && entry !== ".well-known" && entry !== ".nojekyll") continue;
      const path = inner === "" ? entry : `${inner}/${entry}`;
      const from = join(folder, path);
      if (outside(from)) {
        diagnostics.push({
          severity: "error",
          code: "link-out",
          file: `${name}/${path}`,
          message: "This symbolic link leads out of the folder, or nowhere.",
          hint: "Put the file itself here.",
        });
        continue;
      }
      const { mtimeMs, size, isDirectory } = stamp(from);
      if (isDirectory) visit(path);
      else files.push({ path: outputPath(path), from, version: `${size}-${mtimeMs}` });
    }
  };
  visit("");
  return { value: files, diagnostics };
}

function stamp(path: string): { mtimeMs: number; size: number; isDirectory: boolean } {
  const found = statSync(path);
  return { mtimeMs: found.mtimeMs, size: found.size, isDirectory: found.isDirectory() };
}
