/**
 * The parts of several pieces → the file of one shard: a directory, then the postings of each term. Short ones come
 * first, so that a request for the beginning of the file includes the postings of most terms.
 */
import { Bytes, varintLength } from "./bytes.ts";
import { type Cursor, MAGIC, PLACE_BITS, readVarint } from "./query/format.ts";

export interface PiecePart {
  /** Number of the first article of the piece. */
  readonly first: number;
  /** From `Inverter.parts`. */
  readonly part: Uint8Array;
}

/** Bytes before the directory, at most. */
const HEAD = 16;

/** Where the postings of one term lie in the parts: copied once, when their destination is known. */
interface Merged {
  readonly key: number;
  /**
   * Four numbers per piece: the index of its part, the step to its first article, start and end of the remaining bytes.
   */
  readonly ranges: number[];
  /** Its bytes in the file. */
  length: number;
  articles: number;
  last: number;
}

/** Adds the terms of a part; only the step to a term's first article changes. */
function add({ first, part }: PiecePart, index: number, terms: Map<number, Merged>): void {
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
      merged = { key, ranges: [], length: 0, articles: 0, last: -1 };
      terms.set(key, merged);
    }
    const step = readVarint(cursor) + ((first - merged.last - 1) << PLACE_BITS);
    merged.ranges.push(index, step, cursor.at, end);
    merged.length += varintLength(step) + end - cursor.at;
    merged.articles += articles;
    merged.last = first + last;
    cursor.at = end;
  }
}

/** @param parts In the order of their articles. @param stamp Combined stamp of their runs. */
export function shardFileOf(parts: readonly PiecePart[], stamp: number): Uint8Array {
  const terms = new Map<number, Merged>();
  for (const [index, part] of parts.entries()) add(part, index, terms);
  const byKey = [...terms.values()].sort((a, b) => a.key - b.key);
  const directory = new Bytes(1024);
  let before = 0;
  for (const { key, length, articles } of byKey) {
    directory.varint(key - before);
    directory.varint(articles);
    directory.varint(length);
    before = key;
  }
  const file = new Bytes(byKey.reduce((sum, { length }) => sum + length, directory.length + HEAD));
  for (const byte of MAGIC) file.byte(byte);
  file.varint(stamp);
  file.varint(directory.length);
  file.append(directory.taken());
  for (const { ranges } of byKey.toSorted((a, b) => a.length - b.length || a.key - b.key))
    for (let i = 0; i < ranges.length; i += 4) {
      file.varint(ranges[i + 1] as number);
      const { part } = parts[ranges[i] as number] as PiecePart;
      file.appendFrom(part, ranges[i + 2] as number, ranges[i + 3] as number);
    }
  return file.taken();
}
