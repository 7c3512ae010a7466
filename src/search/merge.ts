/**
 * The parts of several pieces → the file of one shard: the postings of each term together, found through a directory at
 * the head of the file. Short ones come first, so that a reader who asks for the head has most terms' postings with it.
 */
import { Bytes, varintLength } from "./bytes.ts";
import { type Cursor, MAGIC, PLACE_BITS, readVarint } from "./query/format.ts";

export interface PiecePart {
  /** The number of the piece's first article. */
  readonly first: number;
  /** Of `Inverter.parts`. */
  readonly part: Uint8Array;
}

/** Bytes before the directory, at most. */
const HEAD = 16;

/** What the pieces hold of one term, where it lies: it is copied once, when it is known where to. */
interface Merged {
  readonly key: number;
  /** Four numbers a piece: its place among the parts, the step to its first article, from where to where the rest lies. */
  readonly stretches: number[];
  /** Bytes it takes in the file. */
  length: number;
  articles: number;
  last: number;
}

/** Adds the terms of a piece's part; only the step to a term's first article is written anew. */
function add({ first, part }: PiecePart, place: number, terms: Map<number, Merged>): void {
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
      merged = { key, stretches: [], length: 0, articles: 0, last: -1 };
      terms.set(key, merged);
    }
    const step = readVarint(cursor) + ((first - merged.last - 1) << PLACE_BITS);
    merged.stretches.push(place, step, cursor.at, end);
    merged.length += varintLength(step) + end - cursor.at;
    merged.articles += articles;
    merged.last = first + last;
    cursor.at = end;
  }
}

/** @param parts In the order of their articles. @param stamp Of all their runs together. */
export function shardFileOf(parts: readonly PiecePart[], stamp: number): Uint8Array {
  const terms = new Map<number, Merged>();
  for (const [place, part] of parts.entries()) add(part, place, terms);
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
  for (const { stretches } of byKey.toSorted((a, b) => a.length - b.length || a.key - b.key))
    for (let i = 0; i < stretches.length; i += 4) {
      file.varint(stretches[i + 1] as number);
      const { part } = parts[stretches[i] as number] as PiecePart;
      file.appendFrom(part, stretches[i + 2] as number, stretches[i + 3] as number);
    }
  return file.taken();
}
