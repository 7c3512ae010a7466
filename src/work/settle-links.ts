/** Links from source to source → the addresses of their articles; one that leads to none is told, and left as it is. */
import type { SourceRecord } from "../cache/last-build.ts";
import type { Archive } from "../model/archive.ts";
import type { Card } from "../model/article.ts";
import type { SourcePath, UrlPath } from "../model/brands.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { NamedLink, TextLinks } from "../model/inline-link.ts";
import { decoded, placesOf } from "../pictures/resolve.ts";

export interface SettledLinks {
  readonly linksIn: Archive["linksIn"];
  readonly diagnostics: readonly Diagnostic[];
}

const NO_LINKS: TextLinks = {};
/** The file of a source below the root, composed. */
export const spelt = (source: SourcePath): string => `content/${source}`.normalize("NFC");

/** A link, and the file it names, if that is there and comes to no article. */
interface Missing extends NamedLink {
  readonly file: string | undefined;
}

function leadsNowhere({ href, place, file: unpublished }: Missing, source: SourcePath, more = 0): Diagnostic {
  // The last of them is without percent signs.
  const beside = placesOf(href, source).findLast((one) => one.startsWith("content/"));
  return {
    ...{ severity: "warning", code: "link-missing", file: `content/${source}` },
    ...(place ? { place } : {}),
    message: `This link${more > 0 ? ` (and ${more} more of this page)` : ""} leads to no article: \u2068${unpublished ?? beside ?? decoded(href)}\u2069.`,
    hint: unpublished
      ? "That file is a draft or in error: publish it, or take the link out."
      : "Write where the file of the article lies as seen from this one, as ../2017/name.md; or take the link out.",
  };
}

/** A saved page has many links to others of its old site that were not saved with it: they are told once. */
function faultsOf(missing: readonly Missing[], source: SourcePath): readonly Diagnostic[] {
  const told = /\.html?$/i.test(source) ? missing.slice(0, 1) : missing;
  return told.map((link) => leadsNowhere(link, source, missing.length - told.length));
}

/** @param urls The addresses of sources by their files below the root, composed; null of what has no page. */
export function linksOf(
  { path, links }: Pick<SourceRecord, "path" | "links">,
  urls: ReadonlyMap<string, UrlPath | null>,
): { readonly leading: TextLinks; readonly missing: readonly Missing[] } {
  const leading: Record<string, UrlPath> = {};
  const missing: Missing[] = [];
  for (const link of links) {
    const file = placesOf(link.href, path).find((place) => urls.has(place));
    const url = urls.get(file ?? "");
    if (url) leading[link.href] = url;
    else missing.push({ ...link, file });
  }
  return { leading, missing };
}

/** @param cards Those that are published, their addresses settled. */
export function settleLinks(sources: readonly SourceRecord[], cards: readonly Card[]): SettledLinks {
  const linking = sources.filter(({ links }) => links.length > 0);
  const settled = new Map<SourcePath, TextLinks>();
  const diagnostics: Diagnostic[] = [];
  if (linking.length === 0) return { linksIn: () => NO_LINKS, diagnostics };
  const urls = new Map<string, UrlPath | null>(sources.map(({ path }) => [spelt(path), null]));
  for (const { source, url } of cards) urls.set(spelt(source), url);
  for (const { path, links, card, diagnostics: found } of linking) {
    // A draft is not done yet; whoever mends an article wants to hear of its links too.
    if (!card && !found.some(({ severity }) => severity === "error")) continue;
    const { leading, missing } = linksOf({ path, links }, urls);
    diagnostics.push(...faultsOf(missing, path));
    settled.set(path, leading);
  }
  return { linksIn: (source) => settled.get(source) ?? NO_LINKS, diagnostics };
}
