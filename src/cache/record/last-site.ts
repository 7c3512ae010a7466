/**
 * A summary of the inputs and files of the last published site: enough to see that the site is up to date without reading
 * the record of the build, which takes two kilobytes an article. Removed before the site is touched and written last, so
 * it is either true or missing.
 */
import { rmSync } from "node:fs";
import type { Digest } from "../../model/brands.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { readClosed, writeClosed } from "../store/closed-line.ts";

export interface LastSite {
  /** Digest of the program, the settings and every other input that is not a source file. */
  readonly inputs: Digest;
  /** Digest of the names, sizes and times of all sources. */
  readonly sources: Digest;
  /** When the scan of them began, in milliseconds: a file modified at or after it may have changed again unnoticed. */
  readonly scanned: number;
  /** Digest of the sizes and times of the files of the build record. */
  readonly record: Digest;
  /** SHA-256 of the site's file of checksums, and the size in bytes of each file it names, in its order. */
  readonly checksums: string;
  readonly sizes: readonly number[];
  /** When all those files had been written, by the clock of their disk, in milliseconds. */
  readonly made: number;
  /** The results of the build, to be reported again. */
  readonly articles: number;
  readonly drafts: number;
  readonly pages: number;
  readonly addressed: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

export const writeLastSite = (file: string, site: LastSite): void => writeClosed(file, site);

/** Null when there is none. */
export function readLastSite(file: string): LastSite | "damaged" | null {
  const read = readClosed(file);
  return read === null || read === "damaged" ? read : (read.value as LastSite);
}

export const removeLastSite = (file: string): void => rmSync(file, { force: true });
