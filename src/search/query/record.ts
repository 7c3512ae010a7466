/** The record of an article for display: a slot of fixed size → address, title, date, opening text. */
import { inflateSync } from "fflate";
import { SLOT } from "./format.ts";
import { DICTIONARY, fromBytes } from "./letters.ts";

export interface SearchRecord {
  readonly url: string;
  readonly title: string;
  /** ISO 8601, or "". */
  readonly published: string;
  /** The beginning of the text, as much as the slot holds. */
  readonly text: string;
}

/** The file of sections → one byte per article, see SearchIndex; null when it is damaged. */
export function readSections(bytes: Uint8Array): Uint8Array | null {
  try {
    return inflateSync(bytes);
  } catch {
    return null;
  }
}

/** A slot → its record; null when the bytes are not a record. */
export function readRecord(slot: Uint8Array): SearchRecord | null {
  const length = (slot[0] ?? 0) | ((slot[1] ?? 0) << 8);
  if (length === 0 || length > SLOT - 2 || slot.length < length + 2) return null;
  try {
    const packed = slot.subarray(2, 2 + length);
    const lines = fromBytes(inflateSync(packed, { dictionary: DICTIONARY })).split("\n");
    const [url = "", published = "", title = ""] = lines;
    return url.startsWith("/") ? { url, published, title, text: lines.slice(3).join("\n") } : null;
  } catch {
    return null;
  }
}
