/**
 * The format of the search files, shared by writer and reader and described in docs/search-format.md. A term is located
 * by its hash alone, so no directory of terms is fetched: the first bits are the number of its shard, the next ones its
 * key in it.
 */
export const VERSION = 2;
/** Articles per file of records, and bytes per record: fixed, so a record is found without an index of records. */
export const BLOCK = 36;
export const SLOT = 320;
/** Bits of a term's hash that are used: with half a million terms, one in five hundred collides. */
const HASH_BITS = 28;

/** A period whose articles are numbered together, oldest first. Numbers continue through all runs. */
export interface Run {
  /** Differs with the numbering, so that a file of an older site is detected. */
  readonly stamp: number;
  readonly count: number;
  /** Its records are in numbered files of this name. */
  readonly name: string;
  /** Null for articles without a date. */
  readonly year: number | null;
}

/** What index.json holds. */
export interface SearchIndex {
  readonly version: typeof VERSION;
  readonly articles: number;
  /** Closed runs are in `2 ** shardBits` shards; the last run, still open, is in open.bin. */
  readonly shardBits: number;
  readonly runs: readonly Run[];
  /** Names of sections; sections.bin (deflated) has one byte per article: its index here plus one, or 0. */
  readonly sections: readonly string[];
  /** Differs with the content of sections.bin. */
  readonly sectionsStamp: number;
}

/** A hash with its unused bits set to 0. */
export const toldApart = (hash: number): number => ((hash >>> (32 - HASH_BITS)) << (32 - HASH_BITS)) >>> 0;
export const shardOf = (hash: number, bits: number): number => (bits === 0 ? 0 : hash >>> (32 - bits));
export const keyOf = (hash: number, bits: number): number => (hash << bits) >>> (32 - HASH_BITS + bits);

const name = (number: number, digits: number): string => number.toString(16).padStart(digits, "0");
export const shardFile = (shard: number): string => `terms/${name(shard, 4)}.bin`;
export const blockFile = (run: string, block: number): string => `articles/${run}-${name(block, 3)}.bin`;
export const OPEN_FILE = "open.bin";
export const SECTIONS_FILE = "sections.bin";
export const INDEX_FILE = "index.json";

/** The first bytes of a file of postings: "WQ" and the version. */
export const MAGIC = [0x57, 0x51, VERSION] as const;
/** The combined stamp of several runs. */
export const stampOf = (stamps: readonly number[]): number =>
  stamps.reduce((all, stamp) => (Math.imul(all ^ stamp, 0x01000193) ^ (all >>> 15)) >>> 4, 0);

/** Weight of a term in an article, in 256 logarithmic steps: the factor of BM25 that depends on the article alone. */
const LEAST = 0.06;
const MOST = 3.8;
const STEPS = 255;
export const levelOf = (weight: number): number =>
  Math.max(0, Math.min(STEPS, Math.round((STEPS * Math.log(weight / LEAST)) / Math.log(MOST / LEAST))));
export const weightOf = (level: number): number => LEAST * (MOST / LEAST) ** (level / STEPS);

/**
 * Positions of a term that are stored per article, the first ones, and the modulus they are stored by. With eight, a
 * phrase of two words is missed in 8 of 1,000 articles (with four, in 56): where both words are common and first meet
 * late.
 */
export const PLACES = 8;
/** Bits that hold the count of positions, beside the step to the article. */
export const PLACE_BITS = 3;
export const CIRCLE = 256;
/** Unused positions between title, text and names, so that no phrase matches across them. */
export const GAP = 8;

export interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}
/** Seven bits per byte, lowest first; the eighth is set where more follow. Past the end: 0. */
export function readVarint(cursor: Cursor): number {
  let value = 0;
  for (let shift = 0; shift < 35 && cursor.at < cursor.bytes.length; shift += 7) {
    const byte = cursor.bytes[cursor.at++] as number;
    value |= (byte & 127) << shift;
    if (byte < 128) break;
  }
  return value >>> 0;
}
