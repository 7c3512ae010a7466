/**
 * 64 bits of a list of texts and numbers, as two halves that every step multiplies and shifts each in its own way. Two lists
 * are as likely to share them as two random numbers are: enough to tell whether one page still is what it was, where
 * a digest of cryptography would want all of them in one text.
 */
export class Mix {
  #low = 0x811c9dc5 | 0;
  #high = 0x9e3779b9 | 0;

  /** A whole number of 32 bits. */
  number(value: number): void {
    const low = Math.imul(this.#low ^ value, 0x85ebca6b);
    const high = Math.imul(this.#high ^ value, 0xc2b2ae35);
    this.#low = low ^ (low >>> 13);
    this.#high = high ^ (high >>> 16);
  }

  /** Its UTF-16 units, two a step, after their number. */
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
