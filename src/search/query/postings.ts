/** A file of postings → where a term stands. Its directory is at its head, so that only what is asked for need be fetched. */
import { type Cursor, MAGIC, PLACE_BITS, PLACES, readVarint, weightOf } from "./format.ts";

const WEIGHTS = Float64Array.from({ length: 256 }, (_, level) => weightOf(level));

/** Where one term stands: parallel arrays over the articles, oldest first. */
export interface Postings {
  readonly articles: number[];
  readonly weights: number[];
  /** For each article its first places, up to eight, counted on a circle of 256. */
  readonly places: Uint8Array[];
}
export const noPostings = (): Postings => ({ articles: [], weights: [], places: [] });

/** The file is not one of ours: cut short at the head, garbled, or something else under its name. */
export class NotPostings extends Error {}
/** The file numbers articles otherwise than the index does: one of the two is from an older site. */
export class StalePostings extends Error {}

/** Where a term's postings lie in the file, and how many articles they are of. */
export interface Entry {
  readonly from: number;
  readonly length: number;
  readonly articles: number;
}
export interface Directory {
  /** By key. */
  readonly entries: ReadonlyMap<number, Entry>;
  /** Bytes of the head with the directory. */
  readonly end: number;
}

/** Bytes that the head with the directory takes, told by the first few. @throws NotPostings, StalePostings */
function headOf(bytes: Uint8Array, stamp: number): { readonly from: number; readonly end: number } {
  if (MAGIC.some((byte, i) => bytes[i] !== byte)) throw new NotPostings("no postings");
  const cursor: Cursor = { bytes, at: MAGIC.length };
  if (readVarint(cursor) !== stamp) throw new StalePostings("another numbering");
  const length = readVarint(cursor);
  return { from: cursor.at, end: cursor.at + length };
}

/**
 * The directory of a file, of its beginning; the number of bytes that are needed for it where these are too few.
 * @throws NotPostings, StalePostings
 */
export function readDirectory(bytes: Uint8Array, stamp: number): Directory | number {
  const { from, end } = headOf(bytes, stamp);
  if (bytes.length < end) return end;
  const cursor: Cursor = { bytes: bytes.subarray(0, end), at: from };
  const found: { key: number; articles: number; length: number }[] = [];
  let key = 0;
  while (cursor.at < end) {
    key += readVarint(cursor);
    found.push({ key, articles: readVarint(cursor), length: readVarint(cursor) });
  }
  // Short postings come first, those of one length in order of their keys, in which they are listed.
  found.sort((a, b) => a.length - b.length);
  const entries = new Map<number, Entry>();
  let at = end;
  for (const { key: one, articles, length } of found) {
    entries.set(one, { from: at, length, articles });
    at += length;
  }
  return { entries, end };
}

/**
 * The postings of a term, of its bytes; null where they are not what the directory says.
 * @param first The number of the first article of the file.
 */
export function readPostings(bytes: Uint8Array, { articles, length }: Entry, first: number): Postings | null {
  const cursor: Cursor = { bytes, at: 0 };
  const found = noPostings();
  let article = first - 1;
  while (cursor.at < bytes.length) {
    const step = readVarint(cursor);
    const places = (step & (PLACES - 1)) + 1;
    article += (step >>> PLACE_BITS) + 1;
    found.articles.push(article);
    found.weights.push(WEIGHTS[bytes[cursor.at++] ?? 0] as number);
    found.places.push(bytes.subarray(cursor.at, cursor.at + places));
    cursor.at += places;
  }
  return bytes.length === length && cursor.at === length && found.articles.length === articles ? found : null;
}
