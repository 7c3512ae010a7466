/**
 * A 64-bit non-cryptographic hash of a list of texts and numbers, as two 32-bit halves with different multipliers. Enough
 * to detect that a page changed, and faster than a cryptographic digest, which needs the list joined to one text.
 */
export class Mix {
  #low = 0x811c9dc5 | 0;
  #high = 0x9e3779b9 | 0;

  /** Adds an integer of 32 bits. */
  number(value: number): void {
    const low = Math.imul(this.#low ^ value, 0x85ebca6b);
    const high = Math.imul(this.#high ^ value, 0xc2b2ae35);
    this.#low = low ^ (low >>> 13);
    this.#high = high ^ (high >>> 16);
  }

  /** Adds the length of a text, then its UTF-16 units, two at a time. */
  text(text: string): void {
    this.number(text.length);
    for (let i = 0; i + 1 < text.length; i += 2)
      this.number(text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16));
    if (text.length % 2 === 1) this.number(text.charCodeAt(text.length - 1));
  }

  /** Both halves. */
  pair(): readonly [number, number] {
    return [this.#low, this.#high];
  }

  /** Both halves in decimal digits. */
  value(): string {
    return `${this.#low},${this.#high}`;
  }
}
