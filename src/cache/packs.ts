/**
 * The store: values of a few kilobytes (a parse, a body, a term list) appended to pack files, found again by pack,
 * offset and length. Packs rather than an embedded database, because a memory-mapped store counts every page it touches
 * as memory of the process, and because writing is then one append a batch. A value is never changed; its digest is
 * checked at every read, so a damaged pack is noticed and not believed.
 */
import { closeSync, mkdirSync, openSync, readSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Stored } from "../model/article.ts";
import { digestOf } from "./digest.ts";

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

/** Bytes read at once: values that were put one after another are mostly asked for one after another. */
const AHEAD = 128 * 1024;

interface OpenPack {
  readonly file: number;
  /** The stretch that was read last, and where it begins. */
  start: number;
  bytes: Buffer;
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
    if (offset < open.start || offset + length > open.start + open.bytes.length) {
      const bytes = Buffer.allocUnsafeSlow(Math.max(length, AHEAD));
      open.start = offset;
      open.bytes = bytes.subarray(0, readSync(open.file, bytes, 0, bytes.length, offset));
    }
    const from = offset - open.start;
    const value = open.bytes.subarray(from, from + length);
    if (value.length !== length || digestOf(value) !== digest)
      throw new StoreDamaged(`pack ${pack} does not hold what was put there at byte ${offset}`);
    return value;
  }

  close(): void {
    for (const { file } of this.#packs.values()) closeSync(file);
    this.#packs.clear();
  }

  #open(pack: number): OpenPack {
    const known = this.#packs.get(pack);
    if (known) return known;
    try {
      const opened = { file: openSync(fileOf(this.#folder, pack), "r"), start: 0, bytes: Buffer.alloc(0) };
      this.#packs.set(pack, opened);
      return opened;
    } catch {
      throw new StoreDamaged(`pack ${pack} is gone`);
    }
  }
}
