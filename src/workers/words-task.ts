/** Sources → where the words of each went. Reads and parses anew: a check must not trust the cache. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type WordsOfFile, whereStatedWordsWent, whereWordsWent } from "../check/words.ts";
import { decode } from "../content/decode.ts";
import type { SourceFile } from "../model/article.ts";
import type { SourcePath } from "../model/brands.ts";
import { readSidecar } from "../read/keys/sidecar.ts";
import { kindOf, parse } from "../read/parse.ts";
import { folderMakes } from "./folder-makes.ts";

export interface WordsBatch {
  /** The folder of the sources on disk, and its name in diagnostics. */
  readonly content: { readonly folder: string; readonly name: string };
  /** Of articles and of their sidecars. */
  readonly paths: readonly SourcePath[];
  /** The files `_pages.yaml` of content/. */
  readonly makes: readonly SourceFile[];
}

/**
 * In the order of the paths; a source that cannot be parsed is left out, since it is reported as an error.
 * @throws Error of the file system.
 */
export async function wordsOfSources({ content, paths, makes }: WordsBatch): Promise<readonly WordsOfFile[]> {
  const found: WordsOfFile[] = [];
  const known = folderMakes(content, makes);
  for (const path of paths) {
    const file = `${content.name}/${path}`;
    const { value: text } = decode(readFileSync(join(content.folder, path)), file);
    if (text === undefined) continue;
    if (/\.ya?ml$/i.test(path)) {
      const { value } = readSidecar(text, file);
      if (value) found.push({ file, ...whereStatedWordsWent(text, value) });
      continue;
    }
    const kind = kindOf(path, text);
    const { value } = await parse(text, kind, file, known.of(path)?.makes ?? null);
    if (value) found.push({ file, ...whereWordsWent({ text, kind, ...value }) });
  }
  return found;
}
