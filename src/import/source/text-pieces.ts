/** A file on the disk, packed with gzip or not, in any encoding that it states → its text in pieces, lines ended by `\n`. */
import { closeSync, createReadStream, openSync, readSync } from "node:fs";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { encodingOf } from "./encoding.ts";

/** The length of a piece in bytes, as it lies on the disk. */
export const PIECE = 64 * 1024;

function isGzip(file: string): boolean {
  const bytes = Buffer.alloc(2);
  const open = openSync(file, "r");
  try {
    return readSync(open, bytes) === 2 && bytes[0] === 0x1f && bytes[1] === 0x8b;
  } finally {
    closeSync(open);
  }
}

/**
 * Of a packed file that is cut or damaged there is what could be unpacked. @param onDamage Called where that is not all.
 * @param onBegin Is given the first bytes, unpacked. @throws Error of the file system, or of the packing where nothing can
 * be unpacked.
 */
export async function* textPieces(
  file: string,
  onDamage = (): void => {},
  onBegin = (_: Uint8Array): void => {},
): AsyncGenerator<string> {
  const whole = createReadStream(file, { highWaterMark: PIECE });
  const bytes: Readable = isGzip(file) ? whole.pipe(createGunzip()) : whole;
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let isReturn = false;
  const lines = (text: string, isLast = false): string => {
    const given = isReturn ? `\r${text}` : text;
    isReturn = !isLast && given.endsWith("\r");
    return (isReturn ? given.slice(0, -1) : given).replace(/\r\n?/g, "\n");
  };
  try {
    for await (const piece of bytes) {
      if (!decoder) onBegin(piece as Buffer);
      decoder ??= new TextDecoder(encodingOf(piece as Buffer) ?? "utf-8");
      yield lines(decoder.decode(piece as Buffer, { stream: true }));
    }
  } catch (cause) {
    if (!decoder || !/^Z_/.test((cause as NodeJS.ErrnoException).code ?? "")) throw cause;
    onDamage();
  }
  yield lines(decoder?.decode() ?? "", true);
}
