/** Prints addresses: percent-encoded by the URL Standard's path set, under the site's base path. */
import type { UrlPath } from "../brands.ts";

const TO_ESCAPE = /[?#']/;
const ALL_TO_ESCAPE = new RegExp(TO_ESCAPE, "g");

/** `/2017/11/22/بغداد/` under `/archive/` → `/archive/2017/11/22/%D8%A8…/`, fit for an attribute, a feed or a sitemap. */
export function hrefOf(url: UrlPath, base: string): string {
  const encoded = encodeURI(base + url.slice(1));
  return TO_ESCAPE.test(encoded)
    ? encoded.replace(ALL_TO_ESCAPE, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
    : encoded;
}

/** Characters not allowed after the host (URL Standard, "URL code points"), and a `%` that begins no escape. */
const NOT_IN_URL = /[^!$&'()*+,\-./0-9:;=?@A-Z_a-z~%#]|%(?![0-9A-Fa-f]{2})/gu;
/** Percent-encodes; a lone surrogate becomes U+FFFD, as `encodeURIComponent` throws for it. */
const escaped = (text: string): string =>
  text.replace(NOT_IN_URL, (c) => (/\p{Surrogate}/u.test(c) ? "%EF%BF%BD" : encodeURIComponent(c)));

/**
 * Composes letters (NFC), percent-encoded or not, since files are published under composed names: macOS may write أ as
 * two code points, and a host does not treat the two forms as equal.
 */
function composed(address: string): string {
  const plain = address.normalize("NFC");
  return plain.replace(/(?:%[89A-F][0-9A-F])+/gi, (run) => {
    try {
      const letters = decodeURIComponent(run);
      const one = letters.normalize("NFC");
      return one === letters ? run : encodeURIComponent(one);
    } catch {
      return run;
    }
  });
}

/**
 * Converts an address as written, with spaces and Arabic letters, to a valid one, absolute or relative to the page. Null
 * where it is empty or cannot be parsed.
 */
export function validAddress(written: string): string | null {
  const address = written.trim();
  if (address === "") return null;
  if (!/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return escaped(composed(address));
  try {
    const { href, origin } = new URL(address, "https://host.invalid");
    if (address.startsWith("//")) return escaped(href.slice("https:".length));
    return origin !== "null" && href.startsWith(origin)
      ? origin + escaped(href.slice(origin.length))
      : escaped(href);
  } catch {
    return null;
  }
}
