/** A growable byte buffer, and varints: numbers in as few bytes as they need. */

/** Up to this many bytes, copying one by one is faster than a subarray. */
const FEW = 64;

/** Bytes that `Bytes.varint` writes for a number. */
export const varintLength = (value: number): number => Math.max(1, Math.ceil((32 - Math.clz32(value)) / 7));

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

  /** Seven bits per byte, lowest first; the eighth is set where more follow. */
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

  /** Appends `bytes` from `from` to `to`; copies a few directly, where creating a view would take longer. */
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
