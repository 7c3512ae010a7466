/**
 * Vectors of all articles end to end in a few large arrays. One array a batch would leave holes all over the heap of the
 * system's allocator, which are never given back; a large array is, as soon as none of its vectors is in use.
 */

/** Length of the largest array: 64 MB, of which only what is written takes memory. */
const PIECE = 16 * 1024 * 1024;
/** Length of the first: an edit keeps only one vector. Each is twice as long as the one before. */
const FIRST = 16 * 1024;

export class VectorStore {
  readonly #largest: number;
  #piece = new Uint32Array(0);
  #used = 0;

  /** @param largest Length of an array at most, unless a single vector is longer. */
  constructor(largest = PIECE) {
    this.#largest = largest;
  }

  /** @returns The stored copy. */
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
