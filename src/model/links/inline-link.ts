/** Finds links in the cleaned text of an article that name a file, `interview.md` or `report.pdf`, and replaces them with addresses of the site. */

import type { UrlPath } from "../brands.ts";
import type { Place } from "../diagnostic.ts";
import { anchorFragment, anchorId, isTop } from "./anchor.ts";
import { DOCUMENT_ENDING } from "./document.ts";
import { hrefOf } from "./href.ts";
import { withoutReferences } from "./inline-picture.ts";

/** A link as the source writes it, character references resolved, and its place. */
export interface NamedLink {
  readonly href: string;
  readonly place: Place | null;
}
/** The addresses of the articles and documents that a text links to by file, keyed by `href` as written. */
export type TextLinks = Readonly<Record<string, UrlPath>>;

const LINK = /(<a(?:\s+[\w-]+(?:="[^"]*")?)*?\shref=")([^"]*)(?=")/g;
/** Relative, with the extension of a source. Other relative links belong to the site a page was saved from. */
const TO_SOURCE = /^(?![a-z][a-z\d+.-]*:|[/#?])[^?#]+\.(?:md|txt|html?)(?:[?#]|$)/i;

const TO_DOCUMENT = new RegExp(`^(?![a-z][a-z\\d+.-]*:|[/#?])[^?#]+${DOCUMENT_ENDING}(?:[?#]|$)`, "i");
const TO_REMOTE_DOCUMENT = new RegExp(`^(?:https?:)?//[^/?#]+/[^?#]+${DOCUMENT_ENDING}(?:[?#]|$)`, "i");

export const isDocumentLink = (href: string): boolean => TO_DOCUMENT.test(href);
/** A document on another host, which may be the site that a page was saved from. */
export const isRemoteDocumentLink = (href: string): boolean => TO_REMOTE_DOCUMENT.test(href);

/** The links of a text that name a source or a document by its file, including documents on other hosts; each once. */
export function fileLinksIn(html: string): readonly string[] {
  if (!html.includes("<a")) return [];
  const all = [...html.matchAll(LINK)].map(([, , href = ""]) => withoutReferences(href));
  return [...new Set(all)].filter(
    (href) => TO_SOURCE.test(href) || isDocumentLink(href) || isRemoteDocumentLink(href),
  );
}

/** The fragment of a link: converted by `anchorId` for an article, kept as it is for a document (`#page=3`). */
function placeIn(url: UrlPath, href: string): string {
  const fragment = /#(.*)$/s.exec(href)?.[1];
  if (fragment === undefined || fragment === "") return "";
  if (!url.endsWith("/") || isTop(fragment)) return `#${fragment}`;
  return anchorFragment(anchorId(fragment));
}

const escaped = (address: string): string => address.replaceAll("&", "&#x26;").replaceAll('"', "&#x22;");

/** Replaces links to files with addresses of the site, without the base path. */
export function withLinks(html: string, links: TextLinks): string {
  if (Object.keys(links).length === 0) return html;
  return html.replace(LINK, (whole, before: string, written: string) => {
    const href = withoutReferences(written);
    const url = Object.hasOwn(links, href) ? links[href] : undefined;
    return url ? before + escaped(hrefOf(url, "/") + placeIn(url, href)) : whole;
  });
}
