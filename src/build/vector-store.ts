/**
 * Vectors of all articles end to end in a few large pieces. An array a batch would leave holes all over the heap of the
 * system's allocator, which are never given back; a large piece is, as soon as nobody holds a vector of it.
 */

/** Numbers the largest piece holds: 64 MB, of which only what is written takes memory. */
const PIECE = 16 * 1024 * 1024;
/** Numbers the first holds: an edit, which keeps one vector, need not clear more. Each is twice the one before. */
const FIRST = 16 * 1024;

export class VectorStore {
  readonly #largest: number;
  #piece = new Uint32Array(0);
  #used = 0;

  /** @param largest Numbers of a piece at most, but for a vector that is longer. */
  constructor(largest = PIECE) {
    this.#largest = largest;
  }

  /** @returns The same numbers where they are kept. */
  keep(vector: Uint32Array): Uint32Array {
    if (this.#used + vector.length > this.#piece.length) {
      const next = Math.min(Math.max(2 * this.#piece.length, FIRST), this.#largest);
      this.#piece = new Uint32Array(Math.max(next, vector.length));
      this.#used = 0;
    }
    const kept = this.#piece.subarray(this.#used, this.#used + vector.length);
    kept.set(vector);
    this.#used += vector.length;
    return kept;
  }
}
