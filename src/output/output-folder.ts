/**
 * The folder of the site and the staging folder beside it. Files are made whole in staging and renamed into place once
 * all of them are there: no half file is ever visible, and a full disk is met before the old site is touched.
 */
import { closeSync, fstatSync, mkdirSync, openSync, readdirSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Outcome } from "../model/diagnostic.ts";
import { buildFault } from "../model/diagnostics/build.ts";

export interface OutputFolder {
  readonly path: string;
  /** On the same file system as `path`, so that a rename is a rename, and laid out as it is. Empty. */
  readonly staging: string;
}

/** The file whose presence says that Warraq made a folder, and whose lines say what it put there. */
export const CHECKSUMS = "manifest-sha256.txt";

/** What we make in the folder of the site for a while. */
const PROBE = ".warraq-probe";
const STAGING_WITHIN = ".warraq-staging";

/** The nearest folder above, or at, a path that is already there. */
function existing(path: string): string {
  for (let folder = path; ; folder = dirname(folder))
    if (statSync(folder, { throwIfNoEntry: false })) return folder;
}

/** In the cache; when that is another disk, beside the site; within it when the site is a disk of its own. */
function stagingFor(path: string, cache: string): string {
  const device = (folder: string): number => statSync(existing(folder)).dev;
  const own = device(path);
  if (device(cache) === own) return join(cache, "staging");
  if (device(dirname(path)) === own) return join(dirname(path), `.${basename(path)}.warraq-staging`);
  return join(path, STAGING_WITHIN);
}

/**
 * The time now by the clock that stamps files of this folder, in milliseconds.
 * @throws Error of the file system when nothing can be written there.
 */
export function clockOf(folder: string): number {
  const probe = join(folder, PROBE);
  const file = openSync(probe, "w");
  try {
    return fstatSync(file).mtimeMs;
  } finally {
    closeSync(file);
    rmSync(probe);
  }
}

/** Takes away what was staged, moved or not: on a full disk it would keep the next build from its room. */
export const closeOutput = ({ staging }: OutputFolder): void =>
  rmSync(staging, { recursive: true, force: true });

/**
 * Makes ready to publish: the output folder is ours, empty or new, and can be written.
 * @param name How the folder is called in diagnostics: `dist`.
 * @param isOurs Whether the last build put something of this name there: tells our folder when its checksums were deleted.
 */
export function openOutput(
  path: string,
  { cache, name, isOurs }: { cache: string; name: string; isOurs: (entry: string) => boolean },
): Outcome<OutputFolder> {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found && !found.isDirectory())
      return { diagnostics: [buildFault("output-not-a-folder", { file: name }, { folder: name })] };
    if (found) {
      const entries = readdirSync(path).filter((name) => name !== PROBE && name !== STAGING_WITHIN);
      if (!entries.includes(CHECKSUMS) && !entries.every(isOurs))
        return {
          diagnostics: [
            buildFault("output-foreign", { file: name }, { folder: name, files: entries.slice(0, 3) }),
          ],
        };
    }
    mkdirSync(cache, { recursive: true });
    const staging = stagingFor(path, cache);
    rmSync(staging, { recursive: true, force: true });
    mkdirSync(staging, { recursive: true });
    try {
      mkdirSync(path, { recursive: true });
      clockOf(path);
    } catch (error) {
      rmSync(staging, { recursive: true, force: true });
      throw error;
    }
    return { value: { path, staging }, diagnostics: [] };
  } catch (error) {
    const values = { folder: name, reason: (error as Error).message };
    return { diagnostics: [buildFault("output-unwritable", { file: name }, values)] };
  }
}
