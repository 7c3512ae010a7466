/** What a result shows of an article → a slot of fixed size: as much of the text as it holds, cut at a word. */
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
/** Characters a slot holds of common text: where the search for the cut begins. */
const USUAL = 460;

const packed = (text: string): Uint8Array =>
  deflateRawSync(toBytes(text), { level: 9, dictionary: DICTIONARY });

/** The longest beginning of the text that ends at a word and fits with what stands before it. */
function fitting(head: string, text: string): Uint8Array {
  let best = packed(head);
  let shortest = 0;
  let longest = text.length;
  let length = Math.min(text.length, USUAL);
  for (let tries = 0; tries < 6 && longest - shortest > 12; tries++) {
    const to = length < text.length ? Math.max(text.lastIndexOf(" ", length), shortest) : length;
    const bytes = packed(head + text.slice(0, to));
    if (bytes.length <= ROOM) {
      best = bytes;
      shortest = to;
      if (to === text.length) return best;
      length = Math.min(longest - 1, Math.floor(to * (ROOM / bytes.length)));
      if (length - to < 12) return best;
    } else {
      longest = to;
      length = Math.floor(to * (ROOM / bytes.length)) - 6;
      if (length <= shortest) length = (shortest + longest) >> 1;
    }
  }
  return best;
}

/** @param text The article's text from its beginning; some 800 characters are enough. */
export function slotOf({ url, title, published }: RecordEntry, text: string): Uint8Array {
  const slot = new Uint8Array(SLOT);
  const oneLine = (line: string): string => line.replace(/\s+/gu, " ").trim();
  let name = oneLine(title);
  let head = `${url}\n${published ?? ""}\n${name}\n`;
  while (packed(head).length > ROOM && name.length > 0) {
    name = name.slice(0, Math.floor(name.length * 0.8));
    head = `${url}\n${published ?? ""}\n${name}…\n`;
  }
  const bytes = fitting(head, oneLine(text));
  slot[0] = bytes.length & 255;
  slot[1] = bytes.length >>> 8;
  slot.set(bytes.subarray(0, ROOM), 2);
  return slot;
}
