/**
 * The store: values of a few kilobytes (a parse, a body, a term list) appended to pack files, found again by pack,
 * offset and length. Packs rather than an embedded database, because a memory-mapped store counts every page it touches
 * as memory of the process, and because writing is then one append a batch. A value is never changed; its digest is
 * checked at every read, so a damaged pack is noticed and not believed.
 */
import { closeSync, mkdirSync, openSync, readSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Stored } from "../../model/article.ts";
import { digestOf } from "../keys/digest.ts";

/** A stored value is not what it was, or is gone. The remedy is always the same: forget the cache and build again. */
export class StoreDamaged extends Error {
  override readonly name = "StoreDamaged";
}

const fileOf = (folder: string, pack: number): string => join(folder, `${pack}.pack`);

/** Appends values to a pack of its own, in memory until `flush`. One a worker and build; no two writers share a pack. */
export class PackWriter {
  readonly #folder: string;
  #pack: number;
  #file: number | undefined;
  #pending: Uint8Array[] = [];
  #offset = 0;

  /** @param first The pack number to start looking for a free one from: packs are never written again. */
  constructor(folder: string, first: number) {
    this.#folder = folder;
    this.#pack = first;
  }

  /** The value can be read only after the next `flush`. */
  put(value: Uint8Array): Stored {
    this.#file ??= this.#create();
    const stored = { digest: digestOf(value), pack: this.#pack, offset: this.#offset, length: value.length };
    this.#pending.push(value);
    this.#offset += value.length;
    return stored;
  }

  flush(): void {
    if (this.#file === undefined || this.#pending.length === 0) return;
    const bytes = Buffer.concat(this.#pending);
    for (let done = 0; done < bytes.length; ) done += writeSync(this.#file, bytes, done);
    this.#pending = [];
  }

  close(): void {
    this.flush();
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #create(): number {
    mkdirSync(this.#folder, { recursive: true });
    for (;;) {
      try {
        return openSync(fileOf(this.#folder, this.#pack), "wx");
      } catch (fault) {
        if ((fault as NodeJS.ErrnoException).code !== "EEXIST") throw fault;
        this.#pack += 1;
      }
    }
  }
}

/** Bytes read at once where nobody said what comes next: values put one after another are mostly asked for so. */
const AHEAD = 128 * 1024;
/** Bytes between two wanted values that are rather read with them than passed over by another call. */
const GAP = 16 * 1024;

interface OpenPack {
  readonly file: number;
  /** The stretch that was read last, and where it begins. */
  start: number;
  bytes: Buffer;
  /** What was fetched before it was asked for, by offset. */
  readonly fetched: Map<number, Buffer>;
}

/** Reads values back. Keeps the packs it has met open until `close`. */
export class PackReader {
  readonly #folder: string;
  readonly #packs = new Map<number, OpenPack>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @throws StoreDamaged when the bytes are missing or not those that were put. */
  get({ digest, pack, offset, length }: Stored): Buffer {
    const open = this.#open(pack);
    const value = open.fetched.get(offset)?.subarray(0, length) ?? this.#read(open, offset, length);
    if (value.length !== length || digestOf(value) !== digest)
      throw new StoreDamaged(`pack ${pack} does not hold what was put there at byte ${offset}`);
    return value;
  }

  /**
   * Reads values that will be asked for, in the order they lie, so that neighbours come in one call; those fetched before
   * are let go. What cannot be read is told when it is asked for.
   */
  fetch(wanted: readonly Stored[]): void {
    for (const { fetched } of this.#packs.values()) fetched.clear();
    const inOrder = wanted.toSorted((a, b) => a.pack - b.pack || a.offset - b.offset);
    let first = 0;
    let end = 0;
    inOrder.forEach((one, i) => {
      const before = inOrder[i - 1];
      if (before && (before.pack !== one.pack || one.offset > end + GAP)) {
        this.#fetchStretch(inOrder.slice(first, i), end);
        first = i;
      }
      end = Math.max(first === i ? 0 : end, one.offset + one.length);
    });
    if (first < inOrder.length) this.#fetchStretch(inOrder.slice(first), end);
  }

  close(): void {
    for (const { file } of this.#packs.values()) closeSync(file);
    this.#packs.clear();
  }

  #fetchStretch(values: readonly Stored[], end: number): void {
    const { pack, offset: start } = values[0] as Stored;
    const { file, fetched } = this.#open(pack);
    const bytes = readAt(file, start, end - start);
    for (const { offset, length } of values)
      fetched.set(offset, bytes.subarray(offset - start, offset - start + length));
  }

  #read(open: OpenPack, offset: number, length: number): Buffer {
    if (offset < open.start || offset + length > open.start + open.bytes.length) {
      open.start = offset;
      open.bytes = readAt(open.file, offset, Math.max(length, AHEAD));
    }
    return open.bytes.subarray(offset - open.start, offset - open.start + length);
  }

  #open(pack: number): OpenPack {
    const known = this.#packs.get(pack);
    if (known) return known;
    try {
      const file = openSync(fileOf(this.#folder, pack), "r");
      const opened = { file, start: 0, bytes: Buffer.alloc(0), fetched: new Map<number, Buffer>() };
      this.#packs.set(pack, opened);
      return opened;
    } catch {
      throw new StoreDamaged(`pack ${pack} is gone`);
    }
  }
}

/** Fewer bytes than that where the file ends. */
function readAt(file: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length);
  return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
}
