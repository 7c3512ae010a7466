/**
 * Term hashes → small numbers, handed out in the order of first sight, with the count of articles that hold each. Typed
 * arrays and open addressing: a Map of a million numbers would cost eight times as much. No result may depend on the
 * numbers themselves: ties between terms are settled by hash.
 */

const SPREAD = 0x9e3779b1;

/** What a lexicon holds, by term number. `table` is the open-addressed index: term number + 1, or 0. */
export interface LexiconData {
  readonly hashes: Uint32Array;
  readonly counts: Uint32Array;
  readonly table: Uint32Array;
}

export class Lexicon {
  #hashes: Uint32Array;
  #counts: Uint32Array;
  #table: Uint32Array;
  #shift: number;
  size: number;

  /** Takes the arrays over: they are changed in place. */
  constructor(data?: LexiconData) {
    this.#hashes = data?.hashes ?? new Uint32Array(1 << 10);
    this.#counts = data?.counts ?? new Uint32Array(1 << 10);
    this.#table = data?.table ?? new Uint32Array(1 << 12);
    this.#shift = 32 - Math.log2(this.#table.length);
    this.size = data?.hashes.length ?? 0;
  }

  /** The number of a term, made if it is new. */
  numberOf(hash: number): number {
    const mask = this.#table.length - 1;
    let slot = Math.imul(hash, SPREAD) >>> this.#shift;
    for (;;) {
      const found = this.#table[slot] as number;
      if (found === 0) return this.#append(hash, slot);
      if (this.#hashes[found - 1] === hash) return found - 1;
      slot = (slot + 1) & mask;
    }
  }

  /** One more article holds the term; or, with -1, one fewer. */
  count(term: number, change: 1 | -1): void {
    this.#counts[term] = (this.#counts[term] as number) + change;
  }

  get data(): LexiconData {
    return {
      hashes: this.#hashes.subarray(0, this.size),
      counts: this.#counts.subarray(0, this.size),
      table: this.#table,
    };
  }

  #append(hash: number, slot: number): number {
    if (this.size >= this.#hashes.length) this.#widen();
    const term = this.size++;
    this.#hashes[term] = hash;
    this.#counts[term] = 0;
    this.#table[slot] = term + 1;
    if (this.size * 2 > this.#table.length) this.#spreadOut();
    return term;
  }

  #widen(): void {
    const size = Math.ceil(this.#hashes.length * 1.5) + 1024;
    const hashes = new Uint32Array(size);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    const counts = new Uint32Array(size);
    counts.set(this.#counts);
    this.#counts = counts;
  }

  #spreadOut(): void {
    this.#table = new Uint32Array(this.#table.length * 2);
    this.#shift -= 1;
    const mask = this.#table.length - 1;
    for (let term = 0; term < this.size; term++) {
      let slot = Math.imul(this.#hashes[term] as number, SPREAD) >>> this.#shift;
      while (this.#table[slot] !== 0) slot = (slot + 1) & mask;
      this.#table[slot] = term + 1;
    }
  }
}
