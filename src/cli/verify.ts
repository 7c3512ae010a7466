/** `--verify`: builds the same root from scratch into a temporary folder, and compares the two sites byte for byte. */
import { hash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../build/build.ts";
import type { BuildReport } from "../build/report.ts";
import { counted } from "../model/counted.ts";
import { pathWithin } from "../model/path-within.ts";
import { type Folders, OWN_TEMPLATES } from "./folders.ts";
import { fail, print } from "./print.ts";

/** Differing files that are listed one by one. */
const NAMED = 20;

export async function verify(folders: Folders, { ok }: BuildReport): Promise<void> {
  const bare = mkdtempSync(join(tmpdir(), "warraq-verify-"));
  try {
    const fresh = join(bare, "dist");
    const report = await build({
      root: folders.root,
      cache: join(bare, "cache"),
      out: fresh,
      outName: fresh,
      templates: OWN_TEMPLATES,
      keepGoing: !ok,
    });
    const clean = report.published ? digestsOf(fresh) : new Map<string, string>();
    const differing = differences(digestsOf(folders.out), clean);
    if (report.published && differing.length === 0) {
      print(`Verified: the ${counted(clean.size, "file")} of the site are what a build from nothing makes.`);
      return;
    }
    const more = differing.length > NAMED ? `\n  … and ${differing.length - NAMED} more` : "";
    fail(
      `Not verified: these differ from a build from nothing:\n  ${differing.slice(0, NAMED).join("\n  ")}${more}\n  Remove .warraq and build again; please report this.`,
    );
  } finally {
    rmSync(bare, { recursive: true, force: true });
  }
}

/** SHA-256 of the files on disk, by path; hidden ones, such as `.git`, are the user's own. */
function digestsOf(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap(({ parentPath, name }) => pathWithin(folder, join(parentPath, name)) ?? [])
    .filter((path) => !path.startsWith(".") || /^\.(?:well-known|nojekyll)\b/.test(path));
  return new Map(files.map((path) => [path, hash("sha256", readFileSync(join(folder, path)), "hex")]));
}

/** A line for each file in which two sites differ, by path. */
export function differences(
  ours: ReadonlyMap<string, string>,
  clean: ReadonlyMap<string, string>,
): readonly string[] {
  return [...new Set([...ours.keys(), ...clean.keys()])].sort().flatMap((path) => {
    if (ours.get(path) === clean.get(path)) return [];
    return [
      ours.has(path) ? (clean.has(path) ? path : `${path} (should not be there)`) : `${path} (is missing)`,
    ];
  });
}
