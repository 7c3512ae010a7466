/**
 * The spellings met so far and the term each comes to. News repeats its vocabulary, so a word is folded and stemmed once;
 * after that it is found in a table by its characters, without being cut out of its text.
 */
import { meaningOf } from "./analyse.ts";
import { termHash } from "./term-hash.ts";
import { TermNumbers } from "./term-numbers.ts";

const FEWEST_SLOTS = 2 ** 16;

/** FNV-1a over UTF-16 units. */
function hashAt(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** The same numbers with room for twice as many. */
function widened<T extends Int32Array | Uint16Array>(numbers: T): T {
  const wider = new (numbers.constructor as new (length: number) => T)(numbers.length * 2);
  wider.set(numbers);
  return wider;
}

export class Vocabulary {
  /** Open addressing: the number of a spelling plus one, or 0. Never more than half full. */
  #slots = new Int32Array(FEWEST_SLOTS);
  /** The letters of all spellings, one after another, and where each begins; they lie together, so looking is quick. */
  #letters = new Uint16Array(FEWEST_SLOTS * 4);
  #starts = new Int32Array(FEWEST_SLOTS);
  /** By the number of a spelling: its hash, and the number of its term, 0 for a stop word. */
  #hashes = new Int32Array(FEWEST_SLOTS);
  #terms = new Int32Array(FEWEST_SLOTS);
  readonly #numbers = new TermNumbers();
  /** Spellings met so far. */
  size = 0;

  /** The number of the term that a word of a text comes to, 1 for the first; 0 for a stop word. */
  termAt(text: string, start: number, end: number): number {
    const hash = hashAt(text, start, end);
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const number = (slots[at] as number) - 1;
      if (number < 0) return this.#learn(text.slice(start, end), hash, at);
      if (this.#hashes[number] === hash && this.#isSpelt(number, text, start, end))
        return this.#terms[number] as number;
    }
  }

  /** `termHash` of a term, by its number. */
  hashOf(term: number): number {
    return this.#numbers.hashOf(term - 1);
  }

  #isSpelt(number: number, text: string, start: number, end: number): boolean {
    const letters = this.#letters;
    const first = this.#starts[number] as number;
    if ((this.#starts[number + 1] as number) - first !== end - start) return false;
    for (let i = start; i < end; i++) if (letters[first + i - start] !== text.charCodeAt(i)) return false;
    return true;
  }

  #learn(spelling: string, hash: number, slot: number): number {
    const { term } = meaningOf(spelling);
    const number = this.size++;
    if (number + 1 === this.#terms.length) {
      this.#starts = widened(this.#starts);
      this.#hashes = widened(this.#hashes);
      this.#terms = widened(this.#terms);
    }
    const first = this.#starts[number] as number;
    while (first + spelling.length > this.#letters.length) this.#letters = widened(this.#letters);
    for (let i = 0; i < spelling.length; i++) this.#letters[first + i] = spelling.charCodeAt(i);
    this.#starts[number + 1] = first + spelling.length;
    this.#hashes[number] = hash;
    this.#terms[number] = term === "" ? 0 : this.#numbers.numberOf(termHash(term)) + 1;
    this.#slots[slot] = number + 1;
    if (this.size * 2 > this.#slots.length) this.#widen();
    return this.#terms[number] as number;
  }

  #widen(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let number = 0; number < this.size; number++) {
      let at = (this.#hashes[number] as number) & mask;
      while (slots[at] !== 0) at = (at + 1) & mask;
      slots[at] = number + 1;
    }
    this.#slots = slots;
  }
}
