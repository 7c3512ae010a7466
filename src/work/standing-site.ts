/** What lies in the output folder, as far as it can be believed without reading it: the rest is made again. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Journal } from "../cache/journal.ts";
import type { LastBuild, PageRecord } from "../cache/last-build.ts";
import { type OutputPath, outputPath } from "../model/brands.ts";
import { publishedPaths } from "../output/checksums.ts";
import { CHECKSUMS } from "../output/output-folder.ts";
import { isThere } from "../output/publish.ts";

export interface StandingSite {
  /** What the last build knew of a page, if all of its files are there as it made them. */
  readonly pageAt: (path: OutputPath) => PageRecord | null;
  /** Every file that a build may have put there. */
  readonly paths: () => ReadonlySet<OutputPath>;
  /** The first steps of those paths. */
  readonly topLevel: () => ReadonlySet<string>;
}

const NO_PAGES: ReadonlyMap<OutputPath, PageRecord> = new Map();
const pathsOf = (pages: ReadonlyMap<OutputPath, PageRecord>): OutputPath[] =>
  [...pages.values()].flatMap(({ files }) => files.map(({ path }) => path));

/**
 * The record of the last build is believed of a folder only if the checksums that lie there are those it wrote, so that
 * another folder, or an old copy of this one, is not taken for it. A file is believed unless a publishing that never
 * ended may have moved it, its size is another or it was written to since.
 */
export function standingSite(
  folder: string,
  { last, unfinished }: { readonly last: LastBuild | null; readonly unfinished: Journal },
): StandingSite {
  const recorded = last?.pages ?? NO_PAGES;
  const found = checksumsOf(folder);
  const same = found !== null && recorded.get(outputPath(CHECKSUMS))?.key === found;
  const moved = unfinished.paths;
  const paths = () =>
    new Set([...pathsOf(recorded), ...(same ? [] : publishedPaths(folder)), ...(moved ?? [])]);
  return {
    pageAt: (path) => {
      const page = same && moved !== null && last ? recorded.get(path) : undefined;
      const whole = page?.files.every(
        (file) => !moved?.has(file.path) && isThere(folder, file, last?.made ?? 0),
      );
      return page && whole ? page : null;
    },
    paths,
    topLevel: () => new Set([...paths()].map((path) => path.split("/")[0] as string)),
  };
}

function checksumsOf(folder: string): string | null {
  try {
    return createHash("sha256")
      .update(readFileSync(join(folder, CHECKSUMS)))
      .digest("hex");
  } catch {
    return null;
  }
}
