/**
 * The spellings met so far and the term each comes to. News repeats its vocabulary, so a word is folded and stemmed once;
 * after that it is found in a table by its characters, without being cut out of its text.
 */
import { detached, meaningOf } from "./analyse.ts";
import { termHash } from "./term-hash.ts";

const FEWEST_SLOTS = 2 ** 16;

/** FNV-1a over UTF-16 units. */
function hashAt(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}

function isAt(word: string, text: string, start: number): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}

export class Vocabulary {
  /** Open addressing: the number of a spelling plus one, or 0. Never more than half full. */
  #slots = new Int32Array(FEWEST_SLOTS);
  readonly #spellings: string[] = [];
  readonly #hashes: number[] = [];
  /** By the number of a spelling: the number of its term, 0 for a stop word. */
  readonly #terms: number[] = [];
  /** By the number of a term. */
  readonly #termHashes: number[] = [0];
  readonly #termByHash = new Map<number, number>();

  /** Spellings met so far. */
  get size(): number {
    return this.#spellings.length;
  }

  /** The number of the term that a word of a text comes to, 1 for the first; 0 for a stop word. */
  termAt(text: string, start: number, end: number): number {
    const hash = hashAt(text, start, end);
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const number = slots[at] as number;
      if (number === 0) return this.#learn(text.slice(start, end), hash, at);
      const spelling = this.#spellings[number - 1] as string;
      if (spelling.length === end - start && isAt(spelling, text, start))
        return this.#terms[number - 1] as number;
    }
  }

  /** `termHash` of a term, by its number. */
  hashOf(term: number): number {
    return this.#termHashes[term] as number;
  }

  #learn(spelling: string, hash: number, slot: number): number {
    const { term } = meaningOf(spelling);
    const number = term === "" ? 0 : this.#numberOf(termHash(term));
    this.#slots[slot] = this.#spellings.push(detached(spelling));
    this.#hashes.push(hash);
    this.#terms.push(number);
    if (this.size * 2 > this.#slots.length) this.#widen();
    return number;
  }

  #numberOf(hash: number): number {
    const known = this.#termByHash.get(hash);
    if (known !== undefined) return known;
    const number = this.#termHashes.push(hash) - 1;
    this.#termByHash.set(hash, number);
    return number;
  }

  #widen(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    this.#hashes.forEach((hash, i) => {
      let at = hash & mask;
      while (slots[at] !== 0) at = (at + 1) & mask;
      slots[at] = i + 1;
    });
    this.#slots = slots;
  }
}
