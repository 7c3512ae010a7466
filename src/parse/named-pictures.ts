/** Which pictures a source names, and where: what is needed to look for them, and to say what is missing. */
import type { Metadata } from "../model/article.ts";
import { type Place, placeAt } from "../model/diagnostic.ts";
import { isRemote, picturesIn } from "../model/inline-picture.ts";
import type { NamedPicture } from "../model/picture.ts";

const decoded = (src: string): string => {
  try {
    return decodeURI(src);
  } catch {
    return src;
  }
};

/** The first place a source names a picture, as it is written or without percent signs; null when markup hides it. */
export function placeOfName(text: string, src: string): Place | null {
  for (const name of new Set([src, decoded(src)])) {
    const at = text.indexOf(name);
    if (at < 0) continue;
    // The line itself is left out: a saved page may be one line of a megabyte.
    const { line, column, length = 0 } = placeAt(text, at, name.length);
    return { line, column, length };
  }
  return null;
}

const hostOf = (address: string | undefined): string | null => {
  try {
    return new URL(address ?? "", "https://host.invalid").host;
  } catch {
    return null;
  }
};

/**
 * Pictures of other hosts are not ours to look for; those of the host that a page was saved from may have been saved too.
 * @param html The cleaned text. @param metadata Its `image` comes first.
 */
export function namedPictures(
  text: string,
  { html, metadata: { image, source } }: { readonly html: string; readonly metadata: Metadata },
): readonly Omit<NamedPicture, "file">[] {
  const host = source?.url ? hostOf(source.url) : null;
  const names = new Set([...(image ? [image] : []), ...picturesIn(html).map(({ src }) => src)]);
  return [...names]
    .filter((src) => src !== "" && (!isRemote(src) || (host !== null && hostOf(src) === host)))
    .map((src) => ({ src, place: placeOfName(text, src) }));
}
