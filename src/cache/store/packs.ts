/**
 * The store: values of a few kilobytes (a parse, a body, a term list) appended to pack files, addressed by pack, offset
 * and length. Packs rather than an embedded database, because a memory-mapped store counts every page it touches as
 * memory of the process, and because writing is then one append per batch. Values are immutable; the digest is checked
 * at every read, so damage is detected.
 */
import { closeSync, mkdirSync, openSync, readSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Stored } from "../../model/article.ts";
import { digestOf } from "../keys/digest.ts";

/** A stored value is damaged or missing. The remedy is always the same: drop the cache and build again. */
export class StoreDamaged extends Error {
  override readonly name = "StoreDamaged";
}

const fileOf = (folder: string, pack: number): string => join(folder, `${pack}.pack`);

/** Appends values to a pack, in memory until `flush`. One per worker and build; no two writers share a pack. */
export class PackWriter {
  readonly #folder: string;
  #pack: number;
  #file: number | undefined;
  #pending: Uint8Array[] = [];
  #offset = 0;

  /** @param first The pack number from which to look for a free one: existing packs are never appended to. */
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

/** Bytes read at once for a value that was not fetched: values are mostly read in the order they were written. */
const AHEAD = 128 * 1024;
/** Two wanted values at most this many bytes apart are read in one call. */
const GAP = 16 * 1024;

interface OpenPack {
  readonly file: number;
  /** The bytes that were read last, and their offset in the file. */
  start: number;
  bytes: Buffer;
  /** Values read ahead by `fetch`, by offset. */
  readonly fetched: Map<number, Buffer>;
}

/** Reads values. Keeps packs open until `close`. */
export class PackReader {
  readonly #folder: string;
  readonly #packs = new Map<number, OpenPack>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @throws StoreDamaged when the bytes are missing or not those that were written. */
  get({ digest, pack, offset, length }: Stored): Buffer {
    const open = this.#open(pack);
    const value = open.fetched.get(offset)?.subarray(0, length) ?? this.#read(open, offset, length);
    if (value.length !== length || digestOf(value) !== digest)
      throw new StoreDamaged(`pack ${pack} does not hold what was put there at byte ${offset}`);
    return value;
  }

  /**
   * Reads values ahead, in file order, so that neighbours take one call; values fetched before are dropped. A value that
   * cannot be read fails in `get`.
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

/** Returns fewer bytes than `length` where the file ends. */
function readAt(file: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length);
  return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
}
