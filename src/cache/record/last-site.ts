/**
 * In short, what the last site was made of and what lies there of it: enough to see that a build would come to the same,
 * without reading the record of the build, which is two kilobytes an article. Taken away before a site is touched and
 * written when all else is: what is told here is so, or is not told.
 */
import { rmSync } from "node:fs";
import type { Digest } from "../../model/brands.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { readClosed, writeClosed } from "../store/closed-line.ts";

export interface LastSite {
  /** Digest of the program, the settings and whatever is no source. */
  readonly inputs: Digest;
  /** Digest of the names, sizes and times of all sources. */
  readonly sources: Digest;
  /** When the scan of them began, in milliseconds: what is as young may have changed since unseen. */
  readonly scanned: number;
  /** Digest of the size and time of the files of the record. */
  readonly record: Digest;
  /** SHA-256 of the checksums that lie in the site, and the bytes of each file they name, in their order. */
  readonly checksums: string;
  readonly sizes: readonly number[];
  /** When all those files had been made, by the clock of their disk, in milliseconds. */
  readonly made: number;
  /** What the build came to, to be told again. */
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
