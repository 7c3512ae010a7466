/** The files and addresses for the pictures and links that an article's text names. */
import type { Archive } from "../../model/archive.ts";
import type { Card } from "../../model/article.ts";
import type { NamedInText } from "../../model/page.ts";

export const namedInText = (
  { pictures, linksIn }: Pick<Archive, "pictures" | "linksIn">,
  { source }: Card,
): NamedInText => ({ pictures: pictures.inText(source), links: linksIn(source) });
