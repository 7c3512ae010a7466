/** The style sheet, the icon (favicon), and files copied byte for byte. */

import { iconUrl } from "../../model/addresses.ts";
import { type UrlPath, urlPath } from "../../model/brands.ts";
import { type Page, plainPage } from "../../model/page.ts";
import type { Colour } from "../../model/site.ts";
import { renderIcon } from "../../render/icon.ts";
import type { Kind } from "../kind.ts";

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

export function* assetPages({ style, icon, files }: Assets): Generator<Page> {
  const { url, sources, digest } = style;
  yield plainPage("style", url, { sources, digest });
  if (icon) yield plainPage("icon", iconUrl, { colour: icon });
  yield* copyPages(files);
}

export function* copyPages(files: Assets["files"]): Generator<Page> {
  for (const { path, from, digest } of files) yield plainPage("copy", urlPath(`/${path}`), { from, digest });
}

export const style: Kind<"style"> = {
  ...{ address: "/assets/FILE", plan: null },
  text: async ({ props }, { chrome, templates }) => {
    const { renderStyle } = await import("../../render/style.ts");
    return renderStyle(
      props.sources.map((name) => ({ name, text: templates[name]?.text ?? "" })),
      chrome,
    );
  },
};
export const icon: Kind<"icon"> = {
  address: iconUrl,
  plan: null,
  text: ({ props }) => renderIcon(props.colour),
};
export const copy: Kind<"copy"> = {
  address: "any, as public/ and content/ have it",
  plan: null,
  maker: "page",
};
