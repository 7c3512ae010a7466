/**
 * Stores typed arrays by name, for data that is too large for JSON and must be read in parts. A header names the program
 * that wrote the file and where each array lies; every array has its own digest, so that one can be read and verified
 * without the others. The file is renamed into place when it is complete: a crash leaves the arrays as they were.
 */
import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { Digest } from "../../model/brands.ts";
import { digestOf } from "../keys/digest.ts";

const KINDS = {
  Uint8Array: (bytes: ArrayBufferLike) => new Uint8Array(bytes),
  Uint32Array: (bytes: ArrayBufferLike) => new Uint32Array(bytes),
  Float64Array: (bytes: ArrayBufferLike) => new Float64Array(bytes),
} as const;
type Kind = keyof typeof KINDS;
type KeptArray = Uint8Array | Uint32Array | Float64Array;
export type KeptArrays = Readonly<Record<string, KeptArray>>;

interface Piece {
  readonly kind: Kind;
  /** Counted from the end of the header. */
  readonly offset: number;
  readonly bytes: number;
  readonly digest: Digest;
}
interface Header {
  readonly writer: Digest;
  readonly arrays: Readonly<Record<string, Piece>>;
}

/** The file begins with the header's length in bytes, in ASCII digits padded to this width, and its digest. */
const LENGTH_WIDTH = 12;
const PREFIX = LENGTH_WIDTH + 22;
/** Node reads and writes less than 2 GiB at a time. */
const MOST_AT_ONCE = 1 << 30;

const bytesOf = (array: KeptArray): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
const kindOf = (array: KeptArray): Kind =>
  array instanceof Uint8Array ? "Uint8Array" : array instanceof Uint32Array ? "Uint32Array" : "Float64Array";

/**
 * @param writer Digest of the program: no other program reads what this one wrote.
 * @throws Error of the file system when the disk is full or the folder cannot be written.
 */
export function saveArrays(path: string, writer: Digest, arrays: KeptArrays): void {
  mkdirSync(dirname(path), { recursive: true });
  let offset = 0;
  const entries = Object.entries(arrays).map(([name, array]): [string, Piece] => {
    const all = bytesOf(array);
    const piece = { kind: kindOf(array), offset, bytes: all.length, digest: digestOf(all) };
    offset += all.length;
    return [name, piece];
  });
  const header: Header = { writer, arrays: Object.fromEntries(entries) };
  const json = Buffer.from(JSON.stringify(header));
  const prefix = String(json.length).padStart(LENGTH_WIDTH) + digestOf(json);
  writeWhole(path, [Buffer.from(prefix), json, ...Object.values(arrays).map(bytesOf)]);
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
  let file: number;
  try {
    file = openSync(path, "r");
  } catch {
    return null;
  }
  try {
    const { header, end } = headerOf(file);
    if (header.writer !== writer) return null;
    return Object.fromEntries(names.map((name) => [name, arrayOf(header.arrays[name], { file, end })]));
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

function arrayOf(
  piece: Piece | undefined,
  { file, end }: { readonly file: number; readonly end: number },
): KeptArray {
  if (!piece) throw new Error("no such array");
  const shared = new SharedArrayBuffer(piece.bytes);
  if (digestOf(readInto(Buffer.from(shared), file, end + piece.offset)) !== piece.digest)
    throw new Error("digest differs");
  return KINDS[piece.kind](shared);
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
