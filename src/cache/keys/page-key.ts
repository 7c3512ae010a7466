/**
 * The key of a page: equal keys mean equal bytes. It is a list of named digests rather than one digest, so that
 * `warraq why` can report which input of a page differs from the last build.
 */
import type { Digest } from "../../model/brands.ts";
import { Mix } from "../../model/mix.ts";
import type { Page, PropsBasis } from "../../model/page.ts";
import { digestOf } from "./digest.ts";

/** The inputs of a page, in the order of their digests in its key. */
export const KEY_PARTS = ["program and template", "site chrome", "props", "articles", "stored text"] as const;

/** One digest for a list. One or two are joined as they are, which is cheap: most pages are of one article. */
function together(all: readonly { readonly digest: Digest }[]): string {
  const [first, second] = all;
  if (!first) return "";
  if (!second) return first.digest;
  if (all.length === 2) return `${first.digest}+${second.digest}`;
  const mix = new Mix();
  for (const { digest } of all) mix.text(digest);
  return mix.value();
}

/** Runs for every article at every build, so it mixes the parts directly instead of building a string to hash. */
function mixOf({ links, rest }: PropsBasis): string {
  const mix = new Mix();
  mix.number(links.length);
  for (const { linkDigest } of links) mix.text(linkDigest);
  for (const one of rest) {
    if (typeof one === "number") mix.number(one);
    else mix.text(one);
  }
  return mix.value();
}

/** @param maker Digest of the code and templates that render this kind of page. @param chrome Digest of the site chrome. */
export function pageKey(page: Page, maker: Digest, chrome: Digest): string {
  const { basis } = page;
  const props = basis ? mixOf(basis) : digestOf(JSON.stringify(page.props));
  return `${maker} ${chrome} ${props} ${together(page.cards)} ${together(page.stored)}`;
}

/** The names of the parts in which two keys differ. */
export function differingParts(before: string, after: string): readonly (typeof KEY_PARTS)[number][] {
  const old = before.split(" ");
  return after.split(" ").flatMap((part, i) => (part === old[i] ? [] : (KEY_PARTS[i] ?? [])));
}
