/**
 * A file of postings → the articles and positions of a term. The directory is at the head, so that only what is needed
 * is fetched.
 */
import { type Cursor, MAGIC, PLACE_BITS, PLACES, readVarint, weightOf } from "./format.ts";

const WEIGHTS = Float64Array.from({ length: 256 }, (_, level) => weightOf(level));

/** The postings of one term: parallel arrays over its articles, oldest first. */
export interface Postings {
  readonly articles: number[];
  readonly weights: number[];
  /** Per article: up to eight first positions, modulo 256. */
  readonly places: Uint8Array[];
}
export const noPostings = (): Postings => ({ articles: [], weights: [], places: [] });

/** The file is not a file of postings: cut short at the head, damaged, or another file under its name. */
export class NotPostings extends Error {}
/** The file numbers articles differently than the index: one of the two is from an older site. */
export class StalePostings extends Error {}

/** Where a term's postings are in the file, and the count of its articles. */
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

/** The size of head and directory, from the first few bytes. @throws NotPostings, StalePostings */
function headOf(bytes: Uint8Array, stamp: number): { readonly from: number; readonly end: number } {
  if (MAGIC.some((byte, i) => bytes[i] !== byte)) throw new NotPostings("no postings");
  const cursor: Cursor = { bytes, at: MAGIC.length };
  if (readVarint(cursor) !== stamp) throw new StalePostings("another numbering");
  const length = readVarint(cursor);
  return { from: cursor.at, end: cursor.at + length };
}

/**
 * Reads the directory from the beginning of a file; where too few bytes are given, returns how many are needed.
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
  // Postings are in order of length, those of one length in order of key, as in the directory.
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
 * Decodes the postings of a term; null where they contradict the directory.
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
