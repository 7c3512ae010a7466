/** Bytes one after another, and numbers in as few of them as they need. */

/** Bytes that are copied one by one sooner than all at once. */
const FEW = 64;

/** Bytes that `Bytes.varint` takes for a number. */
export const varintLength = (value: number): number => Math.max(1, Math.ceil((32 - Math.clz32(value)) / 7));

/** Bytes that grow as they are written. */
export class Bytes {
  #bytes: Uint8Array;
  length = 0;

  constructor(room: number) {
    this.#bytes = new Uint8Array(room);
  }

  byte(value: number): void {
    if (this.length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.length++] = value;
  }

  /** Seven bits a byte, lowest first; the eighth says that more follow. */
  varint(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.byte((rest & 127) | 128);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  append(bytes: Uint8Array): void {
    if (this.length + bytes.length > this.#bytes.length) this.#grow(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** A part of others: for a few bytes at a time, where a view of them takes longer than they do. */
  appendFrom(bytes: Uint8Array, from: number, to: number): void {
    if (to - from > FEW) {
      this.append(bytes.subarray(from, to));
      return;
    }
    for (let at = from; at < to; at++) this.byte(bytes[at] as number);
  }

  /** What was written: a view, not a copy. */
  taken(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }

  #grow(more: number): void {
    const wider = new Uint8Array(Math.max(this.length + more, this.#bytes.length * 2));
    wider.set(this.#bytes.subarray(0, this.length));
    this.#bytes = wider;
  }
}
