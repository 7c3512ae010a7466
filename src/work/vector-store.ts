/**
 * Vectors of all articles end to end in a few large pieces. An array a batch would leave holes all over the heap of the
 * system's allocator, which are never given back; a large piece is, as soon as nobody holds a vector of it.
 */

/** Numbers a piece holds: 64 MB, of which only what is written takes memory. */
const PIECE = 16 * 1024 * 1024;

export class VectorStore {
  #piece = new Uint32Array(0);
  #used = 0;

  /** @returns The same numbers where they are kept. */
  keep(vector: Uint32Array): Uint32Array {
    if (this.#used + vector.length > this.#piece.length) {
      this.#piece = new Uint32Array(Math.max(PIECE, vector.length));
      this.#used = 0;
    }
    const kept = this.#piece.subarray(this.#used, this.#used + vector.length);
    kept.set(vector);
    this.#used += vector.length;
    return kept;
  }
}
