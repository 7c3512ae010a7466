/**
 * Term hashes → small numbers, in order of first appearance, with the count of articles that hold each. Typed arrays
 * and open addressing: a Map of a million numbers would take eight times the memory. No result may depend on the
 * numbers themselves: ties between terms are broken by hash.
 */
import { widened } from "./shared.ts";

const SPREAD = 0x9e3779b1;

export class Lexicon {
  /** By term number, up to `size`. */
  hashes: Uint32Array;
  counts: Uint32Array;
  size: number;
  /** The open-addressed index: term number + 1, or 0. A power of two long. */
  table: Uint32Array;

  /** Takes the arrays over: they are changed in place. */
  constructor(hashes: Uint32Array = new Uint32Array(0), counts: Uint32Array = new Uint32Array(0)) {
    this.hashes = hashes;
    this.counts = counts;
    this.size = hashes.length;
    this.table = new Uint32Array(Math.max(1 << 12, 1 << (33 - Math.clz32(this.size))));
    this.#enter();
  }

  /** The number of a term; a new one gets the next number. */
  numberOf(hash: number): number {
    const { table, hashes } = this;
    const mask = table.length - 1;
    let slot = Math.imul(hash, SPREAD) >>> Math.clz32(mask);
    for (;;) {
      const found = table[slot] as number;
      if (found === 0) return this.#append(hash, slot);
      if (hashes[found - 1] === hash) return found - 1;
      slot = (slot + 1) & mask;
    }
  }

  /** One more article holds the term; or, with -1, one fewer. */
  count(term: number, change: 1 | -1): void {
    this.counts[term] = (this.counts[term] as number) + change;
  }

  #append(hash: number, slot: number): number {
    if (this.size >= this.hashes.length) {
      const room = Math.ceil(this.size * 1.5) + 1024;
      this.hashes = widened(this.hashes, room);
      this.counts = widened(this.counts, room);
    }
    const term = this.size++;
    this.hashes[term] = hash;
    this.counts[term] = 0;
    this.table[slot] = term + 1;
    if (this.size * 2 > this.table.length) {
      this.table = new Uint32Array(this.table.length * 2);
      this.#enter();
    }
    return term;
  }

  /** Enters all terms in an empty table. */
  #enter(): void {
    const { table } = this;
    const mask = table.length - 1;
    for (let term = 0; term < this.size; term++) {
      let slot = Math.imul(this.hashes[term] as number, SPREAD) >>> Math.clz32(mask);
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = term + 1;
    }
  }
}
