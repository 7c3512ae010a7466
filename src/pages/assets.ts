/** The style sheet, and files that are carried over byte for byte. */
import { fileFor, outputPath, type UrlPath } from "../model/brands.ts";
import type { Page } from "../model/page.ts";

export interface Assets {
  readonly style: { readonly url: UrlPath; readonly sources: readonly string[]; readonly digest: string };
  /** `digest` changes when the file does. */
  readonly files: readonly { readonly path: string; readonly from: string; readonly digest: string }[];
}

export function* assetPages({ style, files }: Assets): Generator<Page> {
  const none = { cards: [], needs: [] } as const;
  const { url, sources, digest } = style;
  yield { path: fileFor(url), recipe: "style", ...none, facts: { sources, digest } };
  for (const { path, from, digest } of files)
    yield { path: outputPath(path), recipe: "copy", ...none, facts: { from, digest } };
}
