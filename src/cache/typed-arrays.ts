/**
 * Typed arrays by name in one file, for what is too large for JSON and must be read in parts. A header names the program
 * that wrote it and where each array lies; each has a digest of its own, so that one can be read and believed without the
 * others. Written whole and by rename: a crash leaves the file of before.
 */
import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { Digest } from "../model/brands.ts";
import { digestOf } from "./digest.ts";

const KINDS = { Uint8Array, Uint32Array, Float64Array } as const;
type Kind = keyof typeof KINDS;
export type KeptArray = Uint8Array | Uint32Array | Float64Array;

interface Place {
  readonly kind: Kind;
  readonly offset: number;
  readonly bytes: number;
  readonly digest: Digest;
}
interface Header {
  readonly writer: Digest;
  readonly arrays: Readonly<Record<string, Place>>;
}

/** The header's length in bytes stands before it, in ASCII digits of this width. */
const LENGTH_WIDTH = 12;
/** Node reads and writes less than 2 GiB at a time. */
const MOST_AT_ONCE = 1 << 30;

const bytesOf = (array: KeptArray): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

const kindOf = (array: KeptArray): Kind =>
  array instanceof Uint8Array ? "Uint8Array" : array instanceof Uint32Array ? "Uint32Array" : "Float64Array";

/**
 * @param writer Digest of the program: another one does not read what this one wrote.
 * @throws Error of the file system when the disk is full or the folder cannot be written.
 */
export function saveArrays(path: string, writer: Digest, arrays: Readonly<Record<string, KeptArray>>): void {
  let offset = 0;
  const places = Object.entries(arrays).map(([name, array]): [string, Place] => {
    const bytes = array.byteLength;
    const place = { kind: kindOf(array), offset, bytes, digest: digestOf(bytesOf(array)) };
    offset += bytes;
    return [name, place];
  });
  const header: Header = { writer, arrays: Object.fromEntries(places) };
  const json = Buffer.from(JSON.stringify(header));
  const temporary = `${path}.new`;
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(temporary, "w");
  try {
    writeAll(file, Buffer.from(String(json.length).padStart(LENGTH_WIDTH)));
    writeAll(file, json);
    for (const array of Object.values(arrays)) writeAll(file, bytesOf(array));
  } catch (fault) {
    rmSync(temporary, { force: true });
    throw fault;
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
}

/**
 * The arrays of these names, newly read and the caller's to change. Null when the file is missing, is another program's,
 * lacks one of them, or is damaged in any of them: all of those mean to do the work again.
 */
export function readArrays(
  path: string,
  writer: Digest,
  names: readonly string[],
): Readonly<Record<string, KeptArray>> | null {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch {
    return null;
  }
  try {
    const length = Number(readBytes(file, 0, LENGTH_WIDTH).toString("latin1"));
    const { writer: found, arrays } = JSON.parse(
      readBytes(file, LENGTH_WIDTH, length).toString("utf8"),
    ) as Header;
    if (found !== writer) return null;
    return Object.fromEntries(
      names.map((name) => [name, readArray(file, LENGTH_WIDTH + length, arrays[name])]),
    );
  } catch {
    return null;
  } finally {
    closeSync(file);
  }
}

function readArray(file: number, from: number, place: Place | undefined): KeptArray {
  if (!place) throw new Error("no such array");
  const bytes = readBytes(file, from + place.offset, place.bytes);
  if (digestOf(bytes) !== place.digest) throw new Error("digest differs");
  const Kind = KINDS[place.kind];
  return new Kind(bytes.buffer, 0, place.bytes / Kind.BYTES_PER_ELEMENT);
}

/** @throws Error when the file does not hold so many bytes there. */
function readBytes(file: number, from: number, length: number): Buffer<ArrayBuffer> {
  if (!(length >= 0 && from + length <= fstatSync(file).size)) throw new Error("the file ends before that");
  const bytes = Buffer.from(new ArrayBuffer(length));
  for (let done = 0; done < length; ) {
    const got = readSync(file, bytes, done, Math.min(length - done, MOST_AT_ONCE), from + done);
    if (got === 0) throw new Error("the file ends before that");
    done += got;
  }
  return bytes;
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; )
    done += writeSync(file, bytes, done, Math.min(bytes.length - done, MOST_AT_ONCE));
}
