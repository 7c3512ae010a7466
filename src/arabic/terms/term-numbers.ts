/**
 * Assigns numbers to term hashes, from 0, in order of first appearance. Open addressing: a Map would box such numbers.
 */
export class TermNumbers {
  /** Term number plus one, or 0. Its length is a power of two; at most half full. */
  #slots = new Int32Array(1 << 12);
  #hashes = new Uint32Array(1 << 11);
  size = 0;

  /** The number of a term; a new one gets the previous `size`. */
  numberOf(hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let at = Math.imul(hash, 0x9e3779b1) >>> Math.clz32(mask);
    for (let found = slots[at] as number; found !== 0; found = slots[at] as number) {
      if (this.#hashes[found - 1] === hash) return found - 1;
      at = (at + 1) & mask;
    }
    if (this.size === this.#hashes.length) {
      this.#widen();
      return this.numberOf(hash);
    }
    this.#hashes[this.size] = hash;
    slots[at] = this.size + 1;
    return this.size++;
  }

  /** The hash of an assigned number. */
  hashOf(number: number): number {
    return this.#hashes[number] as number;
  }

  /** The hashes by number: a view, valid until the next new term. */
  hashes(): Uint32Array {
    return this.#hashes.subarray(0, this.size);
  }

  #widen(): void {
    const known = this.#hashes;
    this.#hashes = new Uint32Array(known.length * 2);
    this.#hashes.set(known);
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    known.forEach((hash, number) => {
      let at = Math.imul(hash, 0x9e3779b1) >>> Math.clz32(mask);
      while (slots[at] !== 0) at = (at + 1) & mask;
      slots[at] = number + 1;
    });
    this.#slots = slots;
  }
}
