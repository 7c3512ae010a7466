/** Addresses of an old site, taken apart. */

const utf8 = new TextDecoder();
/** `%d8%a8%d8%ba` → بغ; a letter that was cut at the end is removed. */
export const decodedSlug = (slug: string): string =>
  slug
    .replace(/(?:%[\da-f]{2})+/gi, (bytes) => utf8.decode(Buffer.from(bytes.replaceAll("%", ""), "hex")))
    .replace(/\uFFFD|%[\da-f]?$/gi, "")
    .normalize("NFC");

/** Without `www`, which makes no other site; "" for what is no full address. */
export const hostOf = (address: string): string =>
  /^(?:https?:)?\/\/(?:www\.)?([^/?#:]+)/i.exec(address)?.[1]?.toLowerCase() ?? "";

/** The path of an address, decoded, without the slash at its end; null for the front page and for `?p=12`. */
export function pathOf(address: string): string | null {
  const path = decodedSlug(address.replace(/^(?:https?:)?\/\/[^/?#]*/i, "").replace(/[?#].*$/s, ""));
  const bare = path.replace(/\/+$/, "");
  return bare === "" ? null : bare;
}
