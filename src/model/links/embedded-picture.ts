/**
 * Replaces pictures embedded in a source as `data:` addresses (RFC 2397) with short names, by which they can be found in
 * the source again, so that no parser or record carries their bytes.
 */
import { Mix } from "../mix.ts";

const ADDRESS = /data:(?:([\w.+-]{1,40})\/)?([\w.+-]{0,60})(?:;[\w=.+-]{0,80}){0,8},/gi;
/** Where nothing but a picture stands: what it is called there need not say so (`application/octet-stream`). */
const PICTURE_BEFORE = /(?:!\[[^\]]*\]\(\s*<?|<img\b[^<>]*\ssrc\s*=\s*["']?\s*)$/i;
/** What stands before a picture's address: in Markdown, in an attribute, as a value of YAML; and what ends it. */
const BEFORE =
  /(?:(\]\()\s*(<?)|^[ \t>]*\[[^\]\n]*\]:\s*(<?)|[\s"'-](?:src|content)\s*=\s*(["']?)\s*|(?:^|[{,\s])image\s*:\s*(["']?))$/im;
const LOOKED_AT = 120;
const ENDS: Readonly<Record<string, RegExp>> = { "": /[\s>]/g, "<": /[>\n]/g, '"': /"/g, "'": /'/g };
/** In Markdown brackets belong to the address in pairs, and a quotation mark does (CommonMark 6.3). */
const BRACKET_OR_END = /[\s()]/g;
/** A picture of so few letters shows nothing unless it is said to: a dot, or a line. */
const SPOT = 400;
/** The name of an embedded picture, alone or after that of the source: `content/a.md#data-….png`. */
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
  const ending = kind.toLowerCase().replace(/\+.*$/, "").replace("jpeg", "jpg").replace(/\W/g, "") || "bin";
  return `data-${address.length < SPOT ? "spot-" : ""}${digits.join("")}.${ending}`;
}

/** Where an address ends that a bracket of Markdown begins. */
function endInBrackets(text: string, from: number): number {
  let open = 0;
  BRACKET_OR_END.lastIndex = from;
  for (let found = BRACKET_OR_END.exec(text); found; found = BRACKET_OR_END.exec(text)) {
    if (found[0] === "(") open += 1;
    else if (found[0] !== ")" || --open < 0) return found.index;
  }
  return text.length;
}

function endOf(text: string, from: number, [, bracket, ...signs]: RegExpExecArray): number {
  const sign = signs.find(Boolean) ?? "";
  if (bracket && sign === "") return endInBrackets(text, from);
  const ends = ENDS[sign] as RegExp;
  ends.lastIndex = from;
  return ends.exec(text)?.index ?? text.length;
}

export function embeddedIn(text: string): readonly Embedded[] {
  if (!/data:[\w.+-]*[/;,]/i.test(text)) return [];
  const found: Embedded[] = [];
  let done = 0;
  for (const { index, 0: head, 1: type = "", 2: kind = "" } of text.matchAll(ADDRESS)) {
    if (index < done) continue;
    const above = text.slice(Math.max(0, index - LOOKED_AT), index);
    const before = BEFORE.exec(above);
    if (!before || (type.toLowerCase() !== "image" && !PICTURE_BEFORE.test(above))) continue;
    done = endOf(text, index + head.length, before);
    const address = text.slice(index, done);
    found.push({ name: nameOf(address, kind), address, offset: index });
  }
  return found;
}

/** The text with each embedded picture replaced by its name. */
export function withNames(text: string, embedded: readonly Embedded[]): string {
  let done = 0;
  const pieces = embedded.map(({ name, address, offset }) => {
    const piece = text.slice(done, offset) + name;
    done = offset + address.length;
    return piece;
  });
  return embedded.length === 0 ? text : pieces.join("") + text.slice(done);
}

/** The bytes of a `data:` address; invalid characters in it are skipped. */
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
