/**
 * A store for large values that are expensive to compute, such as the pictures of an article in all widths: one file per
 * key, written at once, so that an interrupted build keeps the work it has done. The first line is JSON with the length
 * and digest of each part, by which damage is detected.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { threadId } from "node:worker_threads";
import type { Digest } from "../../model/brands.ts";
import { digestOf } from "../keys/digest.ts";

type Head = readonly (readonly [length: number, digest: Digest])[];

/** The parts that are stored under a key; null when there are none. */
export function keptFile(folder: string, key: Digest): readonly Buffer[] | "damaged" | null {
  let bytes: Buffer;
  try {
    // A pipe would be waited for.
    if (!statSync(join(folder, key)).isFile()) return null;
    bytes = readFileSync(join(folder, key));
  } catch {
    return null;
  }
  try {
    let at = bytes.indexOf(10) + 1;
    const parts = (JSON.parse(bytes.toString("utf8", 0, at)) as Head).map(([length, digest]) => {
      const part = bytes.subarray(at, at + length);
      at += length;
      if (digestOf(part) !== digest) throw new Error("digest differs");
      return part;
    });
    return at === bytes.length ? parts : "damaged";
  } catch {
    return "damaged";
  }
}

/** @throws Error of the file system when the disk is full or the folder cannot be written. */
export function keepFile(folder: string, key: Digest, parts: readonly Uint8Array[]): void {
  mkdirSync(folder, { recursive: true });
  const head: Head = parts.map((part) => [part.length, digestOf(part)]);
  const temporary = join(folder, `${key}.${process.pid}-${threadId}`);
  try {
    writeFileSync(temporary, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...parts]));
    renameSync(temporary, join(folder, key));
  } catch (fault) {
    rmSync(temporary, { force: true });
    throw fault;
  }
}

/** Removes files of other keys and partial files left by a crash. `keysOf` is called only where the folder holds files. */
export function dropOthers(folder: string, keysOf: () => ReadonlySet<string>): void {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  if (names.length === 0) return;
  const keys = keysOf();
  for (const name of names) if (!keys.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
}
