/** What is known of the pages of each folder of content/, and its digest, which is in the key of what they are read as. */
import { keyOf } from "../cache/keys/digest.ts";
import { nearest, readMakesFiles } from "../content/makes-files.ts";
import type { SourceFile } from "../model/article.ts";
import type { Digest } from "../model/brands.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Makes } from "../read/make/make.ts";
import { readMakes } from "../read/make/read-makes.ts";

export interface FolderMakes {
  readonly digest: Digest;
  readonly makes: Makes;
}

/** By folder within content/; a file in error is left out and reported. */
export function folderMakes(
  content: { readonly folder: string; readonly name: string },
  files: readonly SourceFile[],
): { readonly of: (path: string) => FolderMakes | null; readonly diagnostics: readonly Diagnostic[] } {
  const read = readMakesFiles(content, files);
  const diagnostics = [...read.diagnostics];
  const byFolder = new Map<string, FolderMakes>();
  for (const { folder, file, text } of read.files) {
    if (text === null) continue;
    const { value, diagnostics: faults } = readMakes(text, file);
    diagnostics.push(...faults);
    if (value) byFolder.set(folder, { digest: keyOf([JSON.stringify(value)]), makes: value });
  }
  return { of: (path) => nearest(path, byFolder), diagnostics };
}
