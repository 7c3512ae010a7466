/** What an archive knows of the names in an article's text. */
import type { Archive } from "../../model/archive.ts";
import type { Card } from "../../model/article.ts";
import type { NamedInText } from "../../model/page.ts";

export const namedInText = (
  { pictures, linksIn }: Pick<Archive, "pictures" | "linksIn">,
  { source }: Card,
): NamedInText => ({ pictures: pictures.inText(source), links: linksIn(source) });
