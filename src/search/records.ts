/**
 * An article → its search record in a slot of fixed size: address, date, title and as much of the text as fits, cut at
 * a word.
 */
import { deflateRawSync } from "node:zlib";
import { SLOT } from "./query/format.ts";
import { DICTIONARY, toBytes } from "./query/letters.ts";

export interface RecordEntry {
  readonly url: string;
  readonly title: string;
  /** ISO 8601, or null. */
  readonly published: string | null;
}

const ROOM = SLOT - 2;
/**
 * Expected deflated size of a slot in bytes: constant, per character of head and per character of text. Least squares
 * over 5,000 articles; half of them are within 12 bytes. The starting point of the search for the cut.
 */
const USUAL = { slot: 89, head: 0.19, text: 0.456 };

/** Tables for a window of 4 KB, enough for dictionary and text, instead of 32 KB: creating them is most of the work. */
const DEFLATE = { level: 9, windowBits: 12, memLevel: 4, chunkSize: 1024, dictionary: DICTIONARY };

const packed = (text: string): Uint8Array => deflateRawSync(toBytes(text), DEFLATE);

/** Bytes that may stay unused, about a dozen letters: not worth another try. */
const SPARE = 24;
/** Target size in bytes. */
const AIM = ROOM - SPARE / 2;

/**
 * The longest beginning of the text, cut at a word, that fits together with the head; null where the head alone does
 * not fit. Each try extrapolates from the last one, so one or two are enough.
 */
function fitting(head: string, text: string): Uint8Array | null {
  let best: Uint8Array | null = null;
  let shortest = -1;
  let longest = text.length + 1;
  const usual = (AIM - USUAL.slot - USUAL.head * head.length) / USUAL.text;
  let length = Math.max(0, Math.min(text.length, Math.floor(usual)));
  for (let tries = 0; tries < 5; tries++) {
    const to = length < text.length ? Math.max(0, text.lastIndexOf(" ", length)) : length;
    if (to <= shortest || to >= longest) break;
    const bytes = packed(head + text.slice(0, to));
    if (bytes.length > ROOM) longest = to;
    else {
      best = bytes;
      shortest = to;
      if (to === text.length || ROOM - bytes.length < SPARE) return best;
    }
    const each = bytes.length / (head.length + to);
    length = Math.max(0, Math.min(text.length, to + Math.floor((AIM - bytes.length) / each)));
  }
  if (best) return best;
  const bare = packed(head);
  return bare.length > ROOM ? null : bare;
}

/** @param text The article's text from its beginning; some 800 characters are enough. */
export function slotOf({ url, title, published }: RecordEntry, text: string): Uint8Array {
  const slot = new Uint8Array(SLOT);
  const oneLine = (line: string): string =>
    line
      .replaceAll("\n", " ")
      .replace(/\s{2,}|[^\S ]/gu, " ")
      .trim();
  const opening = oneLine(text);
  const day = published ?? "";
  let name = oneLine(title);
  let bytes = fitting(`${url}\n${day}\n${name}\n`, opening);
  while (!bytes && name.length > 0) {
    name = name.slice(0, Math.floor(name.length * 0.8));
    bytes = fitting(`${url}\n${day}\n${name}…\n`, opening);
  }
  if (!bytes) return slot;
  slot[0] = bytes.length & 255;
  slot[1] = bytes.length >>> 8;
  slot.set(bytes, 2);
  return slot;
}
