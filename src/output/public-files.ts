/**
 * The files of `public/`, which are carried into the site as they are. Their size and times stand for their content,
 * save for one so young that it may change again within the same tick of the clock: that one is read.
 */
import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";
import { type OutputPath, outputPath } from "../model/brands.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";
import { pathWithin } from "../model/path-within.ts";

export interface PublicFile {
  readonly path: OutputPath;
  readonly from: string;
  /** Bytes, and milliseconds since 1970. */
  readonly size: number;
  readonly modified: number;
  readonly changed: number;
  /** Changes when the file does. */
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
      return pathWithin(home, realpathSync(path)) === null;
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
      const found = statSync(from);
      if (found.isDirectory()) visit(path);
      else files.push(publicFile(outputPath(path), from, found));
    }
  };
  visit("");
  return { value: files, diagnostics };
}

/** Milliseconds within which two changes may bear one time: two seconds on the coarsest disks (FAT). */
const TICK = 2000;

const publicFile = (path: OutputPath, from: string, found: Stats): PublicFile => ({
  ...{ path, from, size: found.size, modified: found.mtimeMs, changed: found.ctimeMs },
  version: versionOf(from, found),
});

function versionOf(file: string, { size, mtimeMs, ctimeMs }: Stats): string {
  if (Math.max(mtimeMs, ctimeMs) < Date.now() - TICK) return `${size}-${mtimeMs}-${ctimeMs}`;
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
