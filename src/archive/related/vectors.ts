/**
 * The articles as packed vectors, in order of time: article `rank` holds the terms `starts[rank]` to `starts[rank + 1]`.
 * About five bytes a term, so that a million articles fit in memory. Time comes first because long lists of articles are
 * cut to those nearest in time, and because what is written together is then read together.
 */
import { Lexicon, type LexiconData } from "./lexicon.ts";

/** The day of an article that has none: sorts after all others. */
export const UNDATED = 0x7fffffff;

/** What relating reads. Index order is the order of ids. */
export interface RelateInput {
  readonly count: number;
  /** One number an article that differs when its id, terms, day or section do (53 bits of a hash). */
  readonly keys: Float64Array;
  /** Day numbers, or UNDATED. */
  readonly days: Int32Array;
  /** Any number that tells sections apart; 0 for none. */
  readonly sections: Int32Array;
  /** Pairs of term hash and weighed count (1 to 255), by hash. Asked once for each article that is new. */
  readonly vectorOf: (index: number) => Uint32Array;
}

export interface Vectors {
  readonly count: number;
  readonly keys: Float64Array;
  readonly days: Int32Array;
  readonly sections: Int32Array;
  /** Sum of the counts of all terms. */
  readonly lengths: Uint32Array;
  /** One more than there are articles. */
  readonly starts: Uint32Array;
  readonly terms: Uint32Array;
  readonly times: Uint8Array;
  readonly lexicon: LexiconData;
}

/** The indices of the articles, oldest first, by id within a day. */
export function timeOrder(input: RelateInput): Uint32Array {
  const { days, count } = input;
  const order = Float64Array.from({ length: count }, (_, index) => (days[index] as number) * 2 ** 21 + index);
  order.sort();
  return Uint32Array.from(order, (key) => ((key % 2 ** 21) + 2 ** 21) % 2 ** 21);
}

/** Packs the terms of all articles; grows by what has been seen so far. */
export class Packer {
  terms = new Uint32Array(0);
  times = new Uint8Array(0);
  used = 0;
  readonly starts: Uint32Array;
  readonly lengths: Uint32Array;
  readonly lexicon: Lexicon;
  #rank = 0;

  constructor(count: number, lexicon: Lexicon) {
    this.starts = new Uint32Array(count + 1);
    this.lengths = new Uint32Array(count);
    this.lexicon = lexicon;
  }

  /** Appends an article from its pairs of hash and count. */
  add(pairs: Uint32Array): void {
    this.reserve(pairs.length / 2);
    let length = 0;
    for (let i = 0; i < pairs.length; i += 2) {
      const term = this.lexicon.numberOf(pairs[i] as number);
      this.lexicon.count(term, 1);
      const times = Math.min(255, pairs[i + 1] as number);
      length += times;
      this.terms[this.used] = term;
      this.times[this.used++] = times;
    }
    this.lengths[this.#rank++] = length;
    this.starts[this.#rank] = this.used;
  }

  reserve(more: number): void {
    if (this.used + more <= this.terms.length) return;
    const share = this.#rank / this.lengths.length;
    const guess = share > 0.005 ? (this.used / share) * 1.05 : this.terms.length * 2;
    const size = Math.max(this.used + more, Math.ceil(guess), Math.ceil(this.terms.length * 1.2), 1024);
    const terms = new Uint32Array(size);
    terms.set(this.terms);
    this.terms = terms;
    const times = new Uint8Array(size);
    times.set(this.times);
    this.times = times;
  }
}

/** All articles packed from nothing. */
export function pack(input: RelateInput, order: Uint32Array): Vectors {
  const { count } = input;
  const packer = new Packer(count, new Lexicon());
  for (const index of order) packer.add(input.vectorOf(index));
  return {
    count,
    keys: Float64Array.from(order, (index) => input.keys[index] as number),
    days: Int32Array.from(order, (index) => input.days[index] as number),
    sections: Int32Array.from(order, (index) => input.sections[index] as number),
    lengths: packer.lengths,
    starts: packer.starts,
    terms: packer.terms.subarray(0, packer.used),
    times: packer.times.subarray(0, packer.used),
    lexicon: packer.lexicon.data,
  };
}
