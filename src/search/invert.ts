/**
 * The term lists of a piece of a run → its postings, cut into parts per shard that merge.ts combines. BM25 by Robertson
 * and Zaragoza (2009), with the factor that depends on the article computed here and stored in one byte.
 */
import type { TermList } from "../arabic/terms/term-list.ts";
import { TermNumbers } from "../arabic/terms/term-numbers.ts";
import { Bytes } from "./bytes.ts";
import { CIRCLE, GAP, keyOf, levelOf, PLACE_BITS, PLACES, shardOf, toldApart } from "./query/format.ts";

/** Saturation of repeated words, and the penalty for long texts. News questions are answered by short texts. */
const K1 = 3;
const B = 0.95;
/** Words of an average text: fixed, so that one new article changes no other weight. */
const COMMON_LENGTH = 200;
/** A word of the title counts as this many words of the text. */
const TITLE_WEIGHT = 3;

/** Buffers for one article, cleared for the next, by the index of a term in its list. */
let weights = new Uint32Array(1024);
let counts = new Uint8Array(1024);
let places = new Uint8Array(1024 * PLACES);

function makeRoom(terms: number): void {
  if (terms > counts.length) {
    weights = new Uint32Array(terms * 2);
    counts = new Uint8Array(terms * 2);
    places = new Uint8Array(terms * 2 * PLACES);
  }
  weights.fill(0, 0, terms);
  counts.fill(0, 0, terms);
}

/** Fills in the weight and positions of each term. Returns the number of words that are no stop words, weighted. */
function weigh({ hashes, title, body, names }: IndexedTerms): number {
  makeRoom(hashes.length);
  let words = 0;
  const read = (sequence: Uint32Array, first: number, weight: number): void => {
    for (let i = 0; i < sequence.length; i++) {
      const term = (sequence[i] as number) - 1;
      if (term < 0) continue;
      words += weight;
      weights[term] = (weights[term] as number) + weight;
      const count = counts[term] as number;
      if (count === PLACES) continue;
      places[term * PLACES + count] = (first + i) % CIRCLE;
      counts[term] = count + 1;
    }
  };
  read(title, 0, TITLE_WEIGHT);
  read(body, title.length + GAP, 1);
  read(names, title.length + body.length + 2 * GAP, 1);
  return words;
}

type IndexedTerms = Omit<TermList, "surfaces">;

/**
 * Takes the articles of a piece in order, then returns the postings per shard. Postings are written sequentially and
 * sorted by term at the end: one object per term would cost more than all the rest.
 */
export class Inverter {
  readonly #bytes = new Bytes(65_536);
  /** Per posting: its term number in this piece, and where its bytes end. */
  readonly #terms: number[] = [];
  readonly #ends: number[] = [];
  readonly #numbers = new TermNumbers();
  /** Per term: the count of its articles, the last of them, and the bytes of its postings. */
  readonly #articles: number[] = [];
  readonly #last: number[] = [];
  readonly #lengths: number[] = [];
  #article = 0;

  add(list: IndexedTerms): void {
    const words = weigh(list);
    const hold = K1 * (1 - B + (B * words) / COMMON_LENGTH);
    const bytes = this.#bytes;
    for (let i = 0; i < list.hashes.length; i++) {
      const term = this.#number(toldApart(list.hashes[i] as number));
      // Two terms of one text with the same 28 hash bits: about one in 10,000 texts.
      if (this.#last[term] === this.#article) continue;
      const weight = weights[i] as number;
      const count = counts[i] as number;
      const start = bytes.length;
      bytes.varint(((this.#article - (this.#last[term] as number) - 1) << PLACE_BITS) | (count - 1));
      bytes.byte(levelOf((weight * (K1 + 1)) / (weight + hold)));
      for (let at = i * PLACES; at < i * PLACES + count; at++) bytes.byte(places[at] as number);
      this.#articles[term] = (this.#articles[term] as number) + 1;
      this.#last[term] = this.#article;
      this.#lengths[term] = (this.#lengths[term] as number) + bytes.length - start;
      this.#terms.push(term);
      this.#ends.push(bytes.length);
    }
    this.#article += 1;
  }

  /**
   * The part of this piece for each shard, by number; shards without a term are left out. Per term, sorted by key: four
   * varints (difference to the previous key, count of articles, last article, length in bytes) and its postings.
   */
  parts(shardBits: number): Map<number, Uint8Array> {
    const order = this.#byHash();
    const { sorted, starts } = this.#sorted(order);
    const parts = new Map<number, Bytes>();
    let shard = -1;
    let part = new Bytes(0);
    let before = 0;
    for (const term of order) {
      const hash = this.#numbers.hashOf(term);
      if (shardOf(hash, shardBits) !== shard) {
        shard = shardOf(hash, shardBits);
        part = new Bytes(1024);
        parts.set(shard, part);
        before = 0;
      }
      const key = keyOf(hash, shardBits);
      const [start, length] = [starts[term] as number, this.#lengths[term] as number];
      part.varint(key - before);
      part.varint(this.#articles[term] as number);
      part.varint(this.#last[term] as number);
      part.varint(length);
      part.append(sorted.subarray(start, start + length));
      before = key;
    }
    return new Map([...parts].map(([number, bytes]) => [number, bytes.taken()]));
  }

  #number(hash: number): number {
    const number = this.#numbers.numberOf(hash);
    if (number === this.#last.length) {
      this.#articles.push(0);
      this.#last.push(-1);
      this.#lengths.push(0);
    }
    return number;
  }

  /** Term numbers, sorted by hash. */
  #byHash(): Uint32Array {
    const keys = Float64Array.from(this.#numbers.hashes(), (hash, i) => hash * 2 ** 21 + i).sort();
    return Uint32Array.from(keys, (key) => key % 2 ** 21);
  }

  /** The bytes of all postings grouped by term, in the given order of terms, and where those of each term begin. */
  #sorted(order: Uint32Array): { readonly sorted: Uint8Array; readonly starts: Uint32Array } {
    const starts = new Uint32Array(order.length);
    let end = 0;
    for (const term of order) {
      starts[term] = end;
      end += this.#lengths[term] as number;
    }
    const next = starts.slice();
    const bytes = this.#bytes.taken();
    const sorted = new Uint8Array(end);
    let at = 0;
    this.#terms.forEach((term, i) => {
      let to = next[term] as number;
      for (const stop = this.#ends[i] as number; at < stop; at++) sorted[to++] = bytes[at] as number;
      next[term] = to;
    });
    return { sorted, starts };
  }
}
