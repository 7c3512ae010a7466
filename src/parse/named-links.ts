/** Which other sources a text links to by their files, and where: what is needed to find their articles, and to say what is missing. */
import { type NamedLink, sourceLinksIn } from "../model/inline-link.ts";
import { placeOfName } from "./named-pictures.ts";

/** @param text The whole source. @param html The cleaned text of it. */
export const namedLinks = (text: string, html: string): readonly NamedLink[] =>
  sourceLinksIn(html).map((href) => ({ href, place: placeOfName(text, href) }));
