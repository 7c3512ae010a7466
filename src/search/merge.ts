/**
 * The parts of several pieces → the file of one shard: the postings of each term together, found through a directory at
 * the head of the file. Short ones come first, so that a reader who asks for the head has most terms' postings with it.
 */
import { Bytes } from "./bytes.ts";
import { type Cursor, MAGIC, PLACE_BITS, readVarint } from "./query/format.ts";

export interface PiecePart {
  /** The number of the piece's first article. */
  readonly first: number;
  /** Of `Inverter.parts`. */
  readonly part: Uint8Array;
}

interface Merged {
  readonly key: number;
  readonly bytes: Bytes;
  articles: number;
  last: number;
}

/** Adds the terms of a piece's part; only the step to a term's first article is written anew. */
function add({ first, part }: PiecePart, terms: Map<number, Merged>): void {
  const cursor: Cursor = { bytes: part, at: 0 };
  let key = 0;
  while (cursor.at < part.length) {
    key += readVarint(cursor);
    const articles = readVarint(cursor);
    const last = readVarint(cursor);
    const length = readVarint(cursor);
    const end = cursor.at + length;
    let merged = terms.get(key);
    if (!merged) {
      merged = { key, bytes: new Bytes(length + 8), articles: 0, last: -1 };
      terms.set(key, merged);
    }
    const step = readVarint(cursor);
    merged.bytes.varint(step + ((first - merged.last - 1) << PLACE_BITS));
    merged.bytes.append(part.subarray(cursor.at, end));
    merged.articles += articles;
    merged.last = first + last;
    cursor.at = end;
  }
}

/** @param parts In the order of their articles. @param stamp Of all their runs together. */
export function shardFileOf(parts: readonly PiecePart[], stamp: number): Uint8Array {
  const terms = new Map<number, Merged>();
  for (const part of parts) add(part, terms);
  const byKey = [...terms.values()].sort((a, b) => a.key - b.key);
  const directory = new Bytes(1024);
  let before = 0;
  for (const { key, bytes, articles } of byKey) {
    directory.varint(key - before);
    directory.varint(articles);
    directory.varint(bytes.length);
    before = key;
  }
  const file = new Bytes(4096);
  for (const byte of MAGIC) file.byte(byte);
  file.varint(stamp);
  file.varint(directory.length);
  file.append(directory.taken());
  for (const { bytes } of byKey.toSorted((a, b) => a.bytes.length - b.bytes.length || a.key - b.key))
    file.append(bytes.taken());
  return file.taken();
}
