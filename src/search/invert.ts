/**
 * The term lists of a run → its postings, cut into shards. BM25 by Robertson and Zaragoza (2009), with the part that
 * hangs on the article worked out here and kept in a byte.
 */
import { type TermList, termHash } from "../arabic/term-list.ts";
import { Bytes } from "./bytes.ts";
import { CIRCLE, keyOf, levelOf, PLACE_BITS, PLACES, shardOf, TITLE_GAP } from "./query/format.ts";
import { MAGIC } from "./query/postings.ts";

/** Saturation of repeated words, and how far long texts are held down. News questions are answered by short texts. */
const K1 = 3;
const B = 0.95;
/** The words of a text of common length: fixed, so that one new article changes no other's weight. */
const COMMON_LENGTH = 200;
/** How many words of the text a word of the title counts for. */
const TITLE_WEIGHT = 3;

interface TermPostings {
  readonly bytes: Bytes;
  last: number;
}

interface Occurrences {
  weight: number;
  /** Up to PLACES places, the first ones. */
  readonly places: number[];
}

function occurrencesOf(list: TermList): { readonly found: Map<number, Occurrences>; readonly words: number } {
  const found = new Map<number, Occurrences>();
  let words = 0;
  const read = (sequence: Uint32Array, first: number, weight: number): void => {
    for (let i = 0; i < sequence.length; i++) {
      const form = sequence[i] as number;
      if (form === 0) continue;
      words += weight;
      const term = list.termOf[form - 1] as number;
      const known = found.get(term);
      const place = (first + i) % CIRCLE;
      if (!known) found.set(term, { weight, places: [place] });
      else {
        known.weight += weight;
        if (known.places.length < PLACES) known.places.push(place);
      }
    }
  };
  read(list.title, 0, TITLE_WEIGHT);
  read(list.body, list.title.length + TITLE_GAP, 1);
  return { found, words };
}

/** Takes the articles of a run in order; then gives the postings of each shard. */
export class Inverter {
  readonly #terms = new Map<string, TermPostings>();
  #article = 0;

  add(list: TermList): void {
    const { found, words } = occurrencesOf(list);
    const hold = K1 * (1 - B + (B * words) / COMMON_LENGTH);
    for (const [term, { weight, places }] of found) {
      const name = list.terms[term] as string;
      let postings = this.#terms.get(name);
      if (!postings) {
        postings = { bytes: new Bytes(8), last: -1 };
        this.#terms.set(name, postings);
      }
      const { bytes } = postings;
      bytes.varint(((this.#article - postings.last - 1) << PLACE_BITS) | (places.length - 1));
      bytes.byte(levelOf((weight * (K1 + 1)) / (weight + hold)));
      for (const place of places) bytes.byte(place);
      postings.last = this.#article;
    }
    this.#article += 1;
  }

  /** The part of this run for each shard, by number; shards without a term are left out. */
  parts(shardBits: number): Map<number, Uint8Array> {
    const hashed = [...this.#terms].map(([term, { bytes }]) => ({ hash: termHash(term), bytes, term }));
    hashed.sort((a, b) => a.hash - b.hash || (a.term < b.term ? -1 : 1));
    const parts = new Map<number, Bytes>();
    let shard = -1;
    let part = new Bytes(0);
    let before = 0;
    for (const { hash, bytes } of hashed) {
      if (shardOf(hash, shardBits) !== shard) {
        shard = shardOf(hash, shardBits);
        part = new Bytes(1024);
        parts.set(shard, part);
        before = 0;
      }
      const key = keyOf(hash, shardBits);
      part.varint(key - before);
      part.varint(bytes.length);
      part.append(bytes.taken());
      before = key;
    }
    return new Map([...parts].map(([number, bytes]) => [number, bytes.taken()]));
  }
}

/** The parts of several runs, in their order → the file of one shard. */
export function shardFileOf(
  parts: readonly { readonly stamp: number; readonly part: Uint8Array }[],
): Uint8Array {
  const file = new Bytes(1024);
  for (const byte of MAGIC) file.byte(byte);
  file.varint(parts.length);
  for (const { stamp, part } of parts) {
    file.varint(stamp);
    file.varint(part.length);
  }
  for (const { part } of parts) file.append(part);
  return file.taken();
}
