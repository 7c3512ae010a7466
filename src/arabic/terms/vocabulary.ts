/**
 * A cache of spellings and their terms. News repeats its vocabulary, so a word is folded and stemmed once; after that
 * it is found in a table, without slicing it out of its text. A spelling is identified by a 64-bit hash: most of the
 * time is spent on memory access, and comparing letters would need two more. That any two of 400,000 spellings collide
 * has a chance of 4 in 10^9.
 */
import { meaningOf } from "./analyse.ts";
import { termHash } from "./term-hash.ts";
import { TermNumbers } from "./term-numbers.ts";

const FEWEST_SLOTS = 2 ** 14;
/** Numbers a slot takes: two hashes of a spelling, and the number of its term plus one; a slot is one line of memory. */
const SLOT = 4;

export class Vocabulary {
  /** Open addressing; empty slots are zeros. At most three quarters full. */
  #slots = new Int32Array(FEWEST_SLOTS * SLOT);
  readonly #numbers = new TermNumbers();
  /** Spellings met so far. */
  size = 0;

  /** The term number of a word of a text, from 1; 0 for a stop word. */
  termAt(text: string, start: number, end: number): number {
    let one = 0x811c9dc5;
    let other = 0;
    for (let i = start; i < end; i++) {
      const code = text.charCodeAt(i);
      one = Math.imul(one ^ code, 0x01000193);
      other = Math.imul(other + code, 0x9e3779b1);
      other ^= other >>> 15;
    }
    one ^= one >>> 15;
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let at = Math.imul(one, SLOT) & mask; ; at = (at + SLOT) & mask) {
      const term = slots[at + 2] as number;
      if (term === 0) return this.#learn(text.slice(start, end), at, one, other);
      if (slots[at] === one && slots[at + 1] === other) return term - 1;
    }
  }

  /** The `termHash` of a term number. */
  hashOf(term: number): number {
    return this.#numbers.hashOf(term - 1);
  }

  #learn(spelling: string, slot: number, one: number, other: number): number {
    const { term } = meaningOf(spelling);
    const number = term === "" ? 0 : this.#numbers.numberOf(termHash(term)) + 1;
    this.#slots.set([one, other, number + 1], slot);
    this.size += 1;
    if (this.size * SLOT * 4 > this.#slots.length * 3) this.#widen();
    return number;
  }

  #widen(): void {
    const before = this.#slots;
    const slots = new Int32Array(before.length * 2);
    const mask = slots.length - 1;
    for (let from = 0; from < before.length; from += SLOT) {
      if (before[from + 2] === 0) continue;
      let at = Math.imul(before[from] as number, SLOT) & mask;
      while (slots[at + 2] !== 0) at = (at + SLOT) & mask;
      slots.set(before.subarray(from, from + SLOT), at);
    }
    this.#slots = slots;
  }
}
