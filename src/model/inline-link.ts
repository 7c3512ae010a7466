/** Links in the cleaned text of an article that lead to another source file, `interview.md`, and what each leads to on the site. */
import { anchorFragment, anchorId } from "./anchor.ts";
import type { UrlPath } from "./brands.ts";
import type { Place } from "./diagnostic.ts";
import { hrefOf } from "./href.ts";
import { withoutReferences } from "./inline-picture.ts";

/** As the source writes it, references resolved, and where. */
export interface NamedLink {
  readonly href: string;
  readonly place: Place | null;
}
/** The addresses of the articles that a text links to by their files, by what it writes. */
export type TextLinks = Readonly<Record<string, UrlPath>>;

const LINK = /(<a(?:\s+[\w-]+(?:="[^"]*")?)*?\shref=")([^"]*)(?=")/g;
/** Relative, and the ending of a source: what else is relative belongs to the site a page was saved from. */
const TO_SOURCE = /^(?![a-z][a-z\d+.-]*:|[/#?])[^?#]+\.(?:md|txt|html?)(?:[?#]|$)/i;

/** The links of a text that name a source by its file, each once. */
export function sourceLinksIn(html: string): readonly string[] {
  if (!html.includes("<a")) return [];
  const all = [...html.matchAll(LINK)].map(([, , href = ""]) => withoutReferences(href));
  return [...new Set(all)].filter((href) => TO_SOURCE.test(href));
}

const escaped = (address: string): string => address.replaceAll("&", "&#x26;").replaceAll('"', "&#x22;");

/** @returns The same text, its links to sources leading to their articles; the base path is not in them yet. */
export function withLinks(html: string, links: TextLinks): string {
  if (Object.keys(links).length === 0) return html;
  return html.replace(LINK, (whole, before: string, written: string) => {
    const href = withoutReferences(written);
    const url = Object.hasOwn(links, href) ? links[href] : undefined;
    const fragment = /#(.+)$/s.exec(href)?.[1];
    const place = fragment === undefined ? "" : anchorFragment(anchorId(fragment));
    return url ? before + escaped(hrefOf(url, "/") + place) : whole;
  });
}
