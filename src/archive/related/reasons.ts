/** The terms that explain a link between two articles: those that add most to the score, ties by hash. */

/** Most terms per link. */
export const WHY = 3;
/** A term that adds less than a PARTth of what the first adds is left out: it would mean nothing to a reader. */
const PART = 6;

export class Reasons {
  readonly #hashes = new Uint32Array(WHY);
  readonly #shares = new Float64Array(WHY);

  clear(): void {
    this.#hashes.fill(0);
    this.#shares.fill(0);
  }

  /** Takes a term that adds `share` to the score, if it is among the best so far. */
  offer(hash: number, share: number): void {
    let place = WHY;
    while (place > 0) {
      const than = this.#shares[place - 1] as number;
      if (share < than || (share === than && hash > (this.#hashes[place - 1] as number))) break;
      place--;
    }
    if (place === WHY) return;
    this.#hashes.copyWithin(place + 1, place, WHY - 1);
    this.#shares.copyWithin(place + 1, place, WHY - 1);
    this.#hashes[place] = hash;
    this.#shares[place] = share;
  }

  /** Writes WHY hashes, best first; 0 where there are fewer. */
  write(into: Uint32Array, at: number): void {
    const best = this.#shares[0] as number;
    for (let i = 0; i < WHY; i++)
      into[at + i] = (this.#shares[i] as number) * PART < best ? 0 : (this.#hashes[i] as number);
  }
}
