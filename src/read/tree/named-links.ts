/** Which other sources and documents a text links to by their files, and where: what is needed to find them, and to say what is missing. */
import { fileLinksIn, isRemoteDocumentLink, type NamedLink } from "../../model/links/inline-link.ts";
import { hostOf, placeOfName } from "./named-pictures.ts";

/** @param text The whole source. @param html The cleaned text of it. @param from The address of the page that was saved. */
export function namedLinks(text: string, html: string, from?: string): readonly NamedLink[] {
  const host = from === undefined ? null : hostOf(from);
  return fileLinksIn(html)
    .filter((href) => !isRemoteDocumentLink(href) || (host !== null && hostOf(href) === host))
    .map((href) => ({ href, place: placeOfName(text, href) }));
}
