/** `--verify`: builds the same root from nothing into a folder of its own, and compares the two sites byte for byte. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BuildReport, build } from "../build.ts";
import { OWN_TEMPLATES } from "./build.ts";
import type { Folders } from "./folders.ts";

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
    const sums = (folder: string) => readFileSync(join(folder, "manifest-sha256.txt"), "utf8").split("\n");
    const ours = new Set(sums(folders.out));
    const theirs = new Set(sums(fresh));
    const differing = [...ours]
      .filter((line) => !theirs.has(line))
      .concat([...theirs].filter((line) => !ours.has(line)));
    if (report.published && differing.length === 0) {
      console.log(`Verified: the ${ours.size - 1} files of the site are what a build from nothing makes.`);
      return;
    }
    const names = [...new Set(differing.map((line) => line.slice(66)))].slice(0, 10);
    console.error(
      `Not verified: these differ from a build from nothing:\n  ${names.join("\n  ")}\n  Remove .warraq and build again; please report this.`,
    );
    process.exitCode = 1;
  } finally {
    rmSync(bare, { recursive: true, force: true });
  }
}
