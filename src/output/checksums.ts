/** Checksums of the whole site in the format of `sha256sum`, so that any reader can verify a copy: `sha256sum -c manifest-sha256.txt`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type OutputPath, outputPath } from "../model/brands.ts";
import { CHECKSUMS } from "./output-folder.ts";

/** One line a file, by path. `files` come in any order; hexadecimal SHA-256. */
export function checksumsText(
  files: readonly { readonly path: OutputPath; readonly sha256: string }[],
): string {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  return sorted.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join("");
}

/** The paths an earlier build put into a folder, read from its checksums; none where there are none. */
export function publishedPaths(output: string): OutputPath[] {
  let text: string;
  try {
    text = readFileSync(join(output, CHECKSUMS), "utf8");
  } catch {
    return [];
  }
  return text.split("\n").flatMap((line) => {
    const path = line.match(/^[0-9a-f]{64} {2}(.+)$/)?.[1];
    if (!path) return [];
    try {
      return [outputPath(path)];
    } catch {
      return [];
    }
  });
}
