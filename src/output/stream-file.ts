/** Files of any size, read and copied a piece at a time: a film beside an article is never in memory whole. */
import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, readSync, writeSync } from "node:fs";
import { dirname } from "node:path";

const PIECE = 1024 * 1024;

function forEachPiece(file: string, take: (piece: Uint8Array) => void): void {
  const from = openSync(file, "r");
  try {
    const piece = Buffer.allocUnsafe(PIECE);
    for (let read = readSync(from, piece); read > 0; read = readSync(from, piece))
      take(piece.subarray(0, read));
  } finally {
    closeSync(from);
  }
}

/** SHA-256 of its bytes, in hexadecimal. @throws Error of the file system. */
export function sha256OfFile(file: string): string {
  const sha = createHash("sha256");
  forEachPiece(file, (piece) => sha.update(piece));
  return sha.digest("hex");
}

/** @returns SHA-256 and number of the bytes that were written. @throws Error of the file system. */
export function copyFile(file: string, to: string): { readonly sha256: string; readonly size: number } {
  const sha = createHash("sha256");
  let size = 0;
  mkdirSync(dirname(to), { recursive: true });
  const into = openSync(to, "w");
  try {
    forEachPiece(file, (piece) => {
      sha.update(piece);
      size += piece.length;
      for (let at = 0; at < piece.length; ) at += writeSync(into, piece, at);
    });
  } finally {
    closeSync(into);
  }
  return { sha256: sha.digest("hex"), size };
}
