/**
 * Stores typed arrays by name, for data that is too large for JSON and must be read in parts. A header names the program
 * that wrote the file and where each array lies; every piece has its own digest, so that one array can be read and
 * verified without the others. Arrays that only grow lie in extra files, a new one for each addition, since most of an
 * archive does not change between builds. The file with the header is renamed into place last: a crash leaves the arrays
 * as they were.
 */
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { basename, dirname } from "node:path";
import type { Digest } from "../../model/brands.ts";
import { digestOf } from "../keys/digest.ts";

const KINDS = {
  Uint8Array: (bytes: ArrayBufferLike) => new Uint8Array(bytes),
  Uint32Array: (bytes: ArrayBufferLike) => new Uint32Array(bytes),
  Float64Array: (bytes: ArrayBufferLike) => new Float64Array(bytes),
} as const;
type Kind = keyof typeof KINDS;
export type KeptArray = Uint8Array | Uint32Array | Float64Array;
export type KeptArrays = Readonly<Record<string, KeptArray>>;

/** `file` is 0 for the file with the header, where `offset` counts from the end of the header; else an extra file's number. */
interface Piece {
  readonly file: number;
  readonly offset: number;
  readonly bytes: number;
  readonly digest: Digest;
}
interface Pieces {
  readonly kind: Kind;
  readonly pieces: readonly Piece[];
}
interface Header {
  readonly writer: Digest;
  readonly arrays: Readonly<Record<string, Pieces>>;
}

/** The file begins with the header's length in bytes, in ASCII digits padded to this width, and its digest. */
const LENGTH_WIDTH = 12;
const PREFIX = LENGTH_WIDTH + 22;
/** Node reads and writes less than 2 GiB at a time. */
const MOST_AT_ONCE = 1 << 30;
/** An array with this many pieces is written whole again. */
const MOST_PIECES = 32;

const beside = (path: string, file: number): string => (file === 0 ? path : `${path}.${file}`);
const bytesOf = (array: KeptArray): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
const kindOf = (array: KeptArray): Kind =>
  array instanceof Uint8Array ? "Uint8Array" : array instanceof Uint32Array ? "Uint32Array" : "Float64Array";

const sizeOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { bytes }) => sum + bytes, 0);

export interface ArraysToKeep {
  /** Digest of the program: no other program reads what this one wrote. */
  readonly writer: Digest;
  readonly arrays: KeptArrays;
  /** Names of arrays that only grow. */
  readonly growing?: readonly string[];
  /** Whether those still begin with what this file holds: then only the addition is written. */
  readonly grown?: boolean;
}

/** @throws Error of the file system when the disk is full or the folder cannot be written. */
export function saveArrays(
  path: string,
  { writer, arrays, growing = [], grown = false }: ArraysToKeep,
): void {
  mkdirSync(dirname(path), { recursive: true });
  const last = reading(path, (file) => headerOf(file).header);
  const existing = filesBeside(path);
  const number = Math.max(0, ...existing) + 1;
  const added: Uint8Array[] = [];
  const own: Uint8Array[] = [];
  const place = (array: Uint8Array, file: number): Piece => {
    const into = file === 0 ? own : added;
    const offset = into.reduce((sum, { length }) => sum + length, 0);
    into.push(array);
    return { file, offset, bytes: array.length, digest: digestOf(array) };
  };
  const entries = Object.entries(arrays).map(([name, array]): [string, Pieces] => {
    const bytes = bytesOf(array);
    const kind = kindOf(array);
    if (!growing.includes(name)) return [name, { kind, pieces: [place(bytes, 0)] }];
    const pieces = grown && last?.writer === writer ? piecesToKeep(last, name) : [];
    const from = sizeOf(pieces);
    const more = from === bytes.length ? [] : [place(bytes.subarray(from), number)];
    return [name, { kind, pieces: [...pieces, ...more] }];
  });
  const header: Header = { writer, arrays: Object.fromEntries(entries) };
  const json = Buffer.from(JSON.stringify(header));
  if (added.length > 0) writeWhole(beside(path, number), added);
  const prefix = String(json.length).padStart(LENGTH_WIDTH) + digestOf(json);
  writeWhole(path, [Buffer.from(prefix), json, ...own]);
  const needed = new Set(entries.flatMap(([, { pieces }]) => pieces.map(({ file }) => file)));
  for (const file of existing) if (!needed.has(file)) rmSync(beside(path, file), { force: true });
}

/** The numbers of the extra files, including those that a crash left behind. */
function filesBeside(path: string): readonly number[] {
  const start = `${basename(path)}.`;
  return readdirSync(dirname(path))
    .filter((name) => name.startsWith(start) && /^[1-9]\d*$/.test(name.slice(start.length)))
    .map((name) => Number(name.slice(start.length)));
}

function piecesToKeep({ arrays }: Header, name: string): readonly Piece[] {
  const pieces = arrays[name]?.pieces ?? [];
  return pieces.length < MOST_PIECES ? pieces : [];
}

function writeWhole(path: string, parts: readonly Uint8Array[]): void {
  const temporary = `${path}.new`;
  const file = openSync(temporary, "w");
  try {
    for (const bytes of parts)
      for (let done = 0; done < bytes.length; )
        done += writeSync(file, bytes, done, Math.min(bytes.length - done, MOST_AT_ONCE));
  } catch (fault) {
    rmSync(temporary, { force: true });
    throw fault;
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
}

export interface ArraysToRead {
  readonly writer: Digest;
  readonly names: readonly string[];
  /** Called when the file exists but what was read of it is damaged. */
  readonly onDamage?: () => void;
}

/**
 * Reads the named arrays into shared memory that the caller may change. Null when the file is missing, was written by
 * another program, or any of the arrays is damaged: in each case they must be computed again.
 */
export function readArrays(path: string, { writer, names, onDamage }: ArraysToRead): KeptArrays | null {
  const read = (file: number): KeptArrays | null => {
    const { header, end } = headerOf(file);
    if (header.writer !== writer) return null;
    return Object.fromEntries(
      names.map((name) => {
        const array = header.arrays[name];
        if (!array) throw new Error("no such array");
        return [name, KINDS[array.kind](wholeOf(path, array.pieces, { file, end }))];
      }),
    );
  };
  return reading(path, read, onDamage);
}

/** The result of `read` on an open file; null when the file is missing or `read` throws. */
function reading<T>(path: string, read: (file: number) => T, onDamage?: () => void): T | null {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch {
    return null;
  }
  try {
    return read(file);
  } catch {
    onDamage?.();
    return null;
  } finally {
    closeSync(file);
  }
}

function headerOf(file: number): { readonly header: Header; readonly end: number } {
  const prefix = readInto(Buffer.alloc(PREFIX), file, 0).toString("latin1");
  const length = Number(prefix.slice(0, LENGTH_WIDTH));
  const end = PREFIX + length;
  if (!(end <= fstatSync(file).size)) throw new Error("the file ends before that");
  const json = readInto(Buffer.alloc(length), file, PREFIX).toString("utf8");
  if (digestOf(json) !== prefix.slice(LENGTH_WIDTH)) throw new Error("digest differs");
  return { header: JSON.parse(json) as Header, end };
}

function wholeOf(
  path: string,
  pieces: readonly Piece[],
  { file, end }: { readonly file: number; readonly end: number },
): SharedArrayBuffer {
  const shared = new SharedArrayBuffer(sizeOf(pieces));
  const whole = Buffer.from(shared);
  let from = 0;
  for (const piece of pieces) {
    const part = whole.subarray(from, from + piece.bytes);
    const read = (source: number): Buffer =>
      readInto(part, source, piece.offset + (piece.file === 0 ? end : 0));
    if (piece.file === 0) read(file);
    else if (!reading(beside(path, piece.file), read)) throw new Error("a file beside it is gone");
    if (digestOf(part) !== piece.digest) throw new Error("digest differs");
    from += piece.bytes;
  }
  return shared;
}

/** Fills a buffer from an offset of the file. @throws Error when the file ends before. */
function readInto(bytes: Buffer, file: number, from: number): Buffer {
  for (let done = 0; done < bytes.length; ) {
    const got = readSync(file, bytes, done, Math.min(bytes.length - done, MOST_AT_ONCE), from + done);
    if (got === 0) throw new Error("the file ends before that");
    done += got;
  }
  return bytes;
}
