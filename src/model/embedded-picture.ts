/**
 * Pictures that a source holds in itself, as `data:` addresses (RFC 2397) → short names in their places, by which they are
 * found in it again: no parser and no record carries their bytes.
 */
import { Mix } from "./mix.ts";

const ADDRESS = /data:image\/([\w.+-]+)[\w;=.+-]*,/gi;
/** What stands before a picture's address: in Markdown, in an attribute, as a value of YAML; and what ends it. */
const BEFORE =
  /(?:\]\(\s*(<?)|^[ \t>]*\[[^\]\n]*\]:\s*(<?)|[\s"'-](?:src|content)\s*=\s*(["']?)\s*|(?:^|[{,\s])image\s*:\s*(["']?))$/im;
const LOOKED_AT = 120;
const ENDS: Readonly<Record<string, RegExp>> = { "": /[\s)>"']/g, "<": /[>\n]/g, '"': /"/g, "'": /'/g };
/** A picture of so few letters shows nothing unless it is said to: a dot, or a line. */
const SPOT = 400;
/** The name of one, also behind that of the source: `content/a.md#data-….png`. */
const NAME = /(?:^|#)(data-(?:spot-)?[0-9a-f]{16}\.\w+)$/;

export const isSpot = (name: string): boolean => name.startsWith("data-spot-");
export const embeddedName = (from: string): string | null => NAME.exec(from)?.[1] ?? null;

interface Embedded {
  readonly name: string;
  readonly address: string;
  /** In UTF-16 units. */
  readonly offset: number;
}

function nameOf(address: string, kind: string): string {
  const mix = new Mix();
  mix.text(address);
  const digits = mix.pair().map((half) => (half >>> 0).toString(16).padStart(8, "0"));
  const ending = kind.toLowerCase().replace(/\+.*$/, "").replace("jpeg", "jpg").replace(/\W/g, "");
  return `data-${address.length < SPOT ? "spot-" : ""}${digits.join("")}.${ending}`;
}

export function embeddedIn(text: string): readonly Embedded[] {
  if (!/data:image\//i.test(text)) return [];
  const found: Embedded[] = [];
  let done = 0;
  for (const { index, 0: head, 1: kind = "" } of text.matchAll(ADDRESS)) {
    const before = index < done ? null : BEFORE.exec(text.slice(Math.max(0, index - LOOKED_AT), index));
    if (!before) continue;
    const ends = ENDS[before.slice(1).find((sign) => sign) ?? ""] as RegExp;
    ends.lastIndex = index + head.length;
    done = ends.exec(text)?.index ?? text.length;
    const address = text.slice(index, done);
    found.push({ name: nameOf(address, kind), address, offset: index });
  }
  return found;
}

/** The text with a name in place of each. */
export function withNames(text: string, embedded: readonly Embedded[]): string {
  let done = 0;
  const pieces = embedded.map(({ name, address, offset }) => {
    const piece = text.slice(done, offset) + name;
    done = offset + address.length;
    return piece;
  });
  return embedded.length === 0 ? text : pieces.join("") + text.slice(done);
}

/** The bytes that an address holds; what is wrong in it makes fewer of them. */
export function bytesIn(address: string): Uint8Array {
  const comma = address.indexOf(",");
  const data = address.slice(comma + 1).replaceAll("&amp;", "&");
  const plain = /%[\da-f]{2}/i.test(data) ? decoded(data) : data;
  return Buffer.from(plain, /;\s*base64\s*$/i.test(address.slice(0, comma)) ? "base64" : "utf8");
}
function decoded(data: string): string {
  try {
    return decodeURIComponent(data);
  } catch {
    return data;
  }
}
