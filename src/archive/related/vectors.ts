/**
 * The articles as packed vectors, in order of time: long lists are cut to the entries nearest in time, and articles of
 * the same days are read together. The terms of all articles are in one pool of five bytes a term that is only appended
 * to: an edit leaves the old terms behind as waste and moves nothing.
 */
import { type Changes, NONE } from "./changes.ts";
import { Lexicon } from "./lexicon.ts";
import { sharedBytes, sharedIntegers, sharedWords, widened } from "./shared.ts";

/** The day of an undated article: sorts after all others. */
export const UNDATED = 0x7fffffff;

/** Input of a run. Index order is the order of ids. */
export interface RelateInput {
  readonly count: number;
  /** One number per article that differs when its id, terms, day or section do (53 bits of a hash). */
  readonly keys: Float64Array;
  /** Day numbers, or UNDATED. */
  readonly days: Int32Array;
  /** A number per section; 0 for none. */
  readonly sections: Int32Array;
  /** Pairs of term hash and weighted count (1 to 255), by hash, each hash once. Called once for each new article. */
  readonly vectorOf: (index: number) => Uint32Array;
}

/** What look-ups read. By rank: the position of an article in order of day, then of index. */
export interface Vectors {
  readonly count: number;
  readonly days: Int32Array;
  readonly sections: Int32Array;
  /** Where an article's terms begin in the pool, how many there are, and the sum of their counts. */
  readonly starts: Uint32Array;
  readonly sizes: Uint32Array;
  readonly lengths: Uint32Array;
  readonly pool: { readonly terms: Uint32Array; readonly times: Uint8Array };
  readonly lexicon: { readonly hashes: Uint32Array; readonly size: number };
}
/** What a later run continues from. */
export interface Packed extends Omit<Vectors, "days" | "sections"> {
  readonly pool: Pool;
  readonly lexicon: Lexicon;
}
type PackedVectors = Vectors & Packed;

/** The terms of all articles and how often each occurs, one article after another. */
export class Pool {
  terms: Uint32Array;
  times: Uint8Array;
  used: number;

  /** Takes ownership of the arrays; those past `used` are spare room. */
  constructor(terms: Uint32Array = new Uint32Array(0), times: Uint8Array = new Uint8Array(0), used = 0) {
    this.terms = terms;
    this.times = times;
    this.used = used;
  }

  /** Makes room for at least `more` terms, and for `expected` in all where that is known. */
  reserve(more: number, expected = 0): void {
    if (this.used + more <= this.terms.length) return;
    const room = Math.max(this.used + more, Math.ceil(expected), Math.ceil(this.terms.length * 1.05), 4096);
    this.terms = widened(this.terms, room);
    const times = sharedBytes(room);
    times.set(this.times);
    this.times = times;
  }
}

/** The indices of the articles by rank. */
export function timeOrder({ days, count }: RelateInput): Uint32Array {
  const WIDTH = 2 ** 21;
  const order = new Float64Array(count);
  for (let index = 0; index < count; index++) order[index] = (days[index] as number) * WIDTH + index;
  order.sort();
  return Uint32Array.from(order, (key) => ((key % WIDTH) + WIDTH) % WIDTH);
}

/** The per-article arrays, before the terms are packed. */
function headsOf(input: RelateInput, order: Uint32Array): Omit<Vectors, "pool" | "lexicon"> {
  const { count } = input;
  const heads = {
    count,
    days: sharedIntegers(count),
    sections: sharedIntegers(count),
    starts: sharedWords(count),
    sizes: sharedWords(count),
    lengths: sharedWords(count),
  };
  for (let rank = 0; rank < count; rank++) {
    const index = order[rank] as number;
    heads.days[rank] = input.days[index] as number;
    heads.sections[rank] = input.sections[index] as number;
  }
  return heads;
}

/** Appends the terms of the article of a rank to the pool and counts them in the lexicon. */
function append(vectors: Packed, rank: number, pairs: Uint32Array): void {
  const { pool, lexicon, starts, sizes, lengths } = vectors;
  pool.reserve(pairs.length / 2);
  let length = 0;
  starts[rank] = pool.used;
  sizes[rank] = pairs.length / 2;
  for (let i = 0; i < pairs.length; i += 2) {
    const term = lexicon.numberOf(pairs[i] as number);
    lexicon.count(term, 1);
    const times = Math.min(255, pairs[i + 1] as number);
    length += times;
    pool.terms[pool.used] = term;
    pool.times[pool.used++] = times;
  }
  lengths[rank] = length;
}

/** All articles packed from nothing. */
export function pack(input: RelateInput, order: Uint32Array): PackedVectors {
  const vectors = { ...headsOf(input, order), pool: new Pool(), lexicon: new Lexicon() };
  const { pool } = vectors;
  order.forEach((index, rank) => {
    const pairs = input.vectorOf(index);
    const share = rank / input.count;
    pool.reserve(pairs.length / 2, share > 0.005 ? (pool.used / share) * 1.03 : pool.terms.length * 2);
    append(vectors, rank, pairs);
  });
  return vectors;
}

/**
 * Packs the current articles, taking over pool and lexicon of the last run and appending to them; the per-article
 * arrays in `then` still describe the last run.
 */
export function repack(
  then: Packed,
  input: RelateInput,
  order: Uint32Array,
  changes: Changes,
): PackedVectors {
  const vectors = { ...headsOf(input, order), pool: then.pool, lexicon: then.lexicon };
  const { starts, sizes, lengths, pool, lexicon } = then;
  for (const was of changes.removed) {
    const from = starts[was] as number;
    for (let i = from; i < from + (sizes[was] as number); i++) lexicon.count(pool.terms[i] as number, -1);
  }
  for (let rank = 0; rank < vectors.count; rank++) {
    const was = changes.before[rank] as number;
    if (was === NONE) continue;
    vectors.starts[rank] = starts[was] as number;
    vectors.sizes[rank] = sizes[was] as number;
    vectors.lengths[rank] = lengths[was] as number;
  }
  for (const rank of changes.added) append(vectors, rank, input.vectorOf(order[rank] as number));
  return vectors;
}

/** The share of the pool that belongs to no current article. */
export function wasteOf({ pool, sizes }: Packed): number {
  let held = 0;
  for (const size of sizes) held += size;
  return pool.used === 0 ? 0 : 1 - held / pool.used;
}
