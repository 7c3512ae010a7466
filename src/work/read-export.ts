/** A WordPress export on the disk, packed with gzip or not → its items, one at a time. */
import { closeSync, createReadStream, openSync, readSync, statSync } from "node:fs";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { isWxr, type WxrFault, type WxrItem, WxrReader, type WxrSite } from "../import/wxr.ts";
import type { Diagnostic } from "../model/diagnostic.ts";

const HEAD = 64 * 1024;

function isGzip(file: string): boolean {
  const bytes = Buffer.alloc(2);
  const open = openSync(file, "r");
  try {
    return readSync(open, bytes) === 2 && bytes[0] === 0x1f && bytes[1] === 0x8b;
  } finally {
    closeSync(open);
  }
}

/** The text of an export in pieces. @throws Error of the file system or of the packing. */
async function* piecesOf(file: string): AsyncGenerator<string> {
  const whole = createReadStream(file, { highWaterMark: HEAD });
  const bytes: Readable = isGzip(file) ? whole.pipe(createGunzip()) : whole;
  const decoder = new TextDecoder();
  for await (const piece of bytes) yield decoder.decode(piece as Buffer, { stream: true });
  yield decoder.decode();
}

async function beginningOf(file: string): Promise<string> {
  let beginning = "";
  for await (const piece of piecesOf(file)) {
    beginning += piece;
    if (beginning.length >= HEAD) break;
  }
  return beginning;
}

export interface ReadExport {
  readonly site: WxrSite;
  readonly faults: readonly WxrFault[];
}

/** @param onItem Called for each item in turn. @throws Error of the file system or of the packing. */
export async function readExport(file: string, onItem: (item: WxrItem) => void): Promise<ReadExport> {
  const reader = new WxrReader(onItem);
  for await (const piece of piecesOf(file)) reader.write(piece);
  return { site: reader.end(), faults: reader.faults };
}

/** What stands in the way of a file; null where it is an export. */
export async function refusalOf(file: string): Promise<Diagnostic | null> {
  const fault = (code: string, message: string, hint: string): Diagnostic => ({
    ...{ severity: "error", code, file, message, hint },
  });
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    return fault(
      "not-found",
      "There is no such file.",
      "Name the file that WordPress gave under Tools → Export.",
    );
  try {
    if (isWxr(await beginningOf(file))) return null;
  } catch (cause) {
    return fault(
      "unreadable",
      `It cannot be read: ${(cause as Error).message}.`,
      "Take it from the old site again.",
    );
  }
  return fault(
    "not-an-export",
    "This is no export of WordPress: it does not begin as one.",
    "Make one in WordPress under Tools → Export → All content; saved pages and texts go into content/ as they are.",
  );
}
