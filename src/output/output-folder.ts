/**
 * The folder of the site and the staging folder beside it. Files are made whole in staging and renamed into place once
 * all of them are there: no half file is ever visible, and a full disk is met before the old site is touched.
 */
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";

export interface OutputFolder {
  readonly path: string;
  /** On the same file system as `path`, so that a rename is a rename. Empty. */
  readonly staging: string;
}

/** The file whose presence says that Warraq made a folder, and whose lines say what it put there. */
export const CHECKSUMS = "manifest-sha256.txt";

const fault = (code: string, file: string, message: string, hint: string): Diagnostic => ({
  severity: "error",
  code,
  file,
  message,
  hint,
});

/** The nearest folder above, or at, a path that is already there. */
function existing(path: string): string {
  for (let folder = path; ; folder = dirname(folder))
    if (statSync(folder, { throwIfNoEntry: false })) return folder;
}

/**
 * Makes ready to publish: the output folder is ours, empty or new, and can be written.
 * @param name How the folder is called in diagnostics: `dist`.
 */
export function openOutput(path: string, cache: string, name: string): Outcome<OutputFolder> {
  const unwritable = (error: unknown): Outcome<OutputFolder> => ({
    diagnostics: [
      fault(
        "output-unwritable",
        name,
        `${name} cannot be written: ${(error as Error).message}`,
        "Check who owns the folder and its disk, or name another one with --out.",
      ),
    ],
  });
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found && !found.isDirectory())
      return {
        diagnostics: [
          fault(
            "output-not-a-folder",
            name,
            `${name} is a file; the site needs a folder.`,
            "Move it away, or name another with --out.",
          ),
        ],
      };
    if (found) {
      const entries = readdirSync(path);
      if (entries.length > 0 && !entries.includes(CHECKSUMS))
        return {
          diagnostics: [
            fault(
              "output-foreign",
              name,
              `${name} holds files that Warraq did not make (${entries.slice(0, 3).join(", ")}), and would be mixed with the site.`,
              "Name an empty folder with --out, or move those files away.",
            ),
          ],
        };
    }
    mkdirSync(cache, { recursive: true });
    const near = statSync(cache).dev === statSync(existing(path)).dev;
    const staging = near ? join(cache, "staging") : join(dirname(path), `.${basename(path)}.warraq-staging`);
    rmSync(staging, { recursive: true, force: true });
    mkdirSync(staging, { recursive: true });
    mkdirSync(path, { recursive: true });
    const probe = join(path, ".warraq-probe");
    writeFileSync(probe, "");
    rmSync(probe);
    return { value: { path, staging }, diagnostics: [] };
  } catch (error) {
    return unwritable(error);
  }
}
