/**
 * The shape of the search files, shared by what writes them and what reads them; docs/search-format.md tells it in prose.
 * A term's place follows from its hash alone, so no directory of terms is fetched: the first bits name the shard, the
 * next the key within it.
 */
export const VERSION = 2;
/** Articles in one file of records, and the bytes each record takes: so a record is found without an index of records. */
export const BLOCK = 36;
export const SLOT = 320;
/** Bits of a term's hash that are told apart: with half a million terms, one in five hundred shares its place. */
const HASH_BITS = 28;

/** A stretch of time whose articles are numbered together, oldest first. Numbers go through all runs in turn. */
export interface Run {
  /** Tells one numbering from another, so that a file from an older site is noticed. */
  readonly stamp: number;
  readonly count: number;
  /** Its records lie in files of this name, numbered. */
  readonly name: string;
  /** Null for articles without a date. */
  readonly year: number | null;
}

/** What index.json holds. */
export interface SearchIndex {
  readonly version: typeof VERSION;
  readonly articles: number;
  /** Closed runs lie in `2 ** shardBits` shards; the last run, still open, in open.bin. */
  readonly shardBits: number;
  readonly runs: readonly Run[];
  /** Names of sections; sections.bin has for each article a byte, its place here plus one, or 0, deflated. */
  readonly sections: readonly string[];
  /** Tells one sections.bin from another. */
  readonly sectionsStamp: number;
}

/** A hash with the bits that are not told apart set to 0. */
export const toldApart = (hash: number): number => ((hash >>> (32 - HASH_BITS)) << (32 - HASH_BITS)) >>> 0;
export const shardOf = (hash: number, bits: number): number => (bits === 0 ? 0 : hash >>> (32 - bits));
export const keyOf = (hash: number, bits: number): number => (hash << bits) >>> (32 - HASH_BITS + bits);

const name = (number: number, digits: number): string => number.toString(16).padStart(digits, "0");
export const shardFile = (shard: number): string => `terms/${name(shard, 4)}.bin`;
export const blockFile = (run: string, block: number): string => `articles/${run}-${name(block, 3)}.bin`;
export const OPEN_FILE = "open.bin";
export const SECTIONS_FILE = "sections.bin";
export const INDEX_FILE = "index.json";

/** What a file of postings begins with: "WQ" and the version. */
export const MAGIC = [0x57, 0x51, VERSION] as const;
/** Tells one numbering of several runs from another. */
export const stampOf = (stamps: readonly number[]): number =>
  stamps.reduce((all, stamp) => (Math.imul(all ^ stamp, 0x01000193) ^ (all >>> 15)) >>> 4, 0);

/** How much a term weighs in an article, in 256 steps from least to most: BM25's part that hangs on the article alone. */
const LEAST = 0.06;
const MOST = 3.8;
const STEPS = 255;
export const levelOf = (weight: number): number =>
  Math.max(0, Math.min(STEPS, Math.round((STEPS * Math.log(weight / LEAST)) / Math.log(MOST / LEAST))));
export const weightOf = (level: number): number => LEAST * (MOST / LEAST) ** (level / STEPS);

/**
 * Places of a term that are kept of an article, the first ones, and the circle they are counted on. With eight, a phrase
 * of two words is missed in an article 8 times in 1,000 (with four 56): both words are common in it and meet late.
 */
export const PLACES = 8;
/** Bits that count the places, beside the step to the article. */
export const PLACE_BITS = 3;
export const CIRCLE = 256;
/** Places left free between title, text and names, so that no phrase goes across. */
export const GAP = 8;

export interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}
/** Seven bits a byte, lowest first; the eighth says that more follow. Past the end: 0. */
export function readVarint(cursor: Cursor): number {
  let value = 0;
  for (let shift = 0; shift < 35 && cursor.at < cursor.bytes.length; shift += 7) {
    const byte = cursor.bytes[cursor.at++] as number;
    value |= (byte & 127) << shift;
    if (byte < 128) break;
  }
  return value >>> 0;
}
