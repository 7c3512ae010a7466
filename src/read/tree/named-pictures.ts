/** Which pictures a source names, and where: what is needed to look for them, and to say what is missing. */
import type { Metadata } from "../../model/article.ts";
import { type Place, placeAt } from "../../model/diagnostic.ts";
import { isRemote, picturesIn } from "../../model/links/inline-picture.ts";
import type { NamedPicture } from "../../model/picture.ts";

export const decodedAddress = (src: string): string => {
  try {
    return decodeURI(src);
  } catch {
    return src;
  }
};

/** What stands before a picture's name where it is named: in Markdown, in an attribute of HTML, as a value of YAML. */
const NAMES_IT =
  /(?:\]\(\s*<?|^\s*\[[^\]\n]*\]:\s*<?|[\s"'](?:src|content|href|data-[\w-]+)\s*=\s*["']?\s*|(?:^|[\s{,])["']?image["']?\s*:\s*["']?)$/im;
/** So much of it is looked at. */
const BEFORE = 200;
const ENDS = /^(?:[\s"'<>)\]},]|$)/;
const PART_OF_NAME = /[\p{L}\p{M}\p{N}_./%\\-]/u;

/** Where the whole of a name stands, one place after another. */
function* placesOf(text: string, name: string): Generator<number> {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (ENDS.test(text.slice(at + name.length, at + name.length + 1))) yield at;
}

/** Where a text names a picture; else where its name stands whole, if no word can be meant by it; else -1. */
function offsetOfName(text: string, name: string): number {
  let alone = -1;
  for (const at of placesOf(text, name)) {
    if (NAMES_IT.test(text.slice(Math.max(0, at - BEFORE), at))) return at;
    if (alone < 0 && /[./]/.test(name) && !PART_OF_NAME.test(text.slice(at - 1, at))) alone = at;
  }
  return alone;
}

/** The place a source names a picture, as it is written or without percent signs; null when markup hides it. */
export function placeOfName(text: string, src: string): Place | null {
  for (const name of new Set([src, decodedAddress(src), src.replaceAll("&", "&amp;")])) {
    const at = offsetOfName(text, name);
    if (at < 0) continue;
    // The line itself is left out: a saved page may be one line of a megabyte.
    const { line, column, length = 0 } = placeAt(text, at, name.length);
    return { line, column, length };
  }
  return null;
}

/** `www.` before a host's name leads to the same pages. */
export const hostOf = (address: string | undefined): string | null => {
  try {
    return new URL(address ?? "", "https://host.invalid").host.replace(/^www\./, "");
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
