/** Plans the style sheet, the icon (favicon), and files copied byte for byte. */

import { iconUrl } from "../../model/addresses.ts";
import { fileFor, outputPath, type UrlPath } from "../../model/brands.ts";
import type { Page } from "../../model/page.ts";
import type { Colour } from "../../model/site.ts";

export interface Assets {
  readonly style: { readonly url: UrlPath; readonly sources: readonly string[]; readonly digest: string };
  /** The colour of the default icon (favicon); null where the site has its own icon. */
  readonly icon: Colour | null;
  readonly files: readonly Copied[];
}
/** `digest` changes when the file does. */
interface Copied {
  readonly path: string;
  readonly from: string;
  readonly digest: string;
}

const none = { cards: [], needs: [] } as const;

export function* assetPages({ style, icon, files }: Assets): Generator<Page> {
  const { url, sources, digest } = style;
  yield { path: fileFor(url), kind: "style", ...none, props: { sources, digest } };
  if (icon) yield { path: fileFor(iconUrl), kind: "icon", ...none, props: { colour: icon } };
  yield* copyPages(files);
}

export function* copyPages(files: Assets["files"]): Generator<Page> {
  for (const { path, from, digest } of files)
    yield { path: outputPath(path), kind: "copy", ...none, props: { from, digest } };
}
