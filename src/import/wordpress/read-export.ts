/** A WordPress export on the disk, packed with gzip or not → its items, one at a time. */
import { closeSync, createReadStream, openSync, readSync, statSync } from "node:fs";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { ExportFault } from "./export-scanner.ts";
import { ItemOpenings } from "./item-openings.ts";
import { type ItemPlace, isWxr, type WxrItem, WxrReader, type WxrSite } from "./wxr.ts";

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

/**
 * The text of an export in pieces, lines ended by `\n`. Of a packed file that is cut or damaged there is what could be
 * unpacked. @param onDamage Called where that is not all.
 * @throws Error of the file system, or of the packing where nothing can be unpacked.
 */
async function* piecesOf(file: string, onDamage = (): void => {}): AsyncGenerator<string> {
  const whole = createReadStream(file, { highWaterMark: HEAD });
  const bytes: Readable = isGzip(file) ? whole.pipe(createGunzip()) : whole;
  const decoder = new TextDecoder();
  let isReturn = false;
  const lines = (text: string, isLast = false): string => {
    const given = isReturn ? `\r${text}` : text;
    isReturn = !isLast && given.endsWith("\r");
    return (isReturn ? given.slice(0, -1) : given).replace(/\r\n?/g, "\n");
  };
  let isBegun = false;
  try {
    for await (const piece of bytes) {
      isBegun = true;
      yield lines(decoder.decode(piece as Buffer, { stream: true }));
    }
  } catch (cause) {
    if (!isBegun || !/^Z_/.test((cause as NodeJS.ErrnoException).code ?? "")) throw cause;
    onDamage();
  }
  yield lines(decoder.decode(), true);
}

/** @throws Error of the file system, or where the packing is damaged before an export is seen to begin. */
async function beginningOf(file: string): Promise<string> {
  let beginning = "";
  const pieces = piecesOf(file, () => {
    if (!isWxr(beginning)) throw new Error("its packing is damaged");
  });
  for await (const piece of pieces) {
    beginning += piece;
    if (beginning.length >= HEAD) break;
  }
  return beginning;
}

/** An item that was begun and not given out. */
export interface LostItem extends ItemPlace {
  /** "" where none is read. */
  readonly title: string;
  readonly address: string;
}
export interface ReadExport {
  readonly site: WxrSite;
  /** The first of them, and how many there are. */
  readonly faults: readonly ExportFault[];
  readonly faultCount: number;
  readonly lost: readonly LostItem[];
  /** Whether it ends before its last line. */
  readonly isCut: boolean;
}

/** @param onItem Called for each item in turn. @throws Error of the file system or of the packing. */
export async function readExport(file: string, onItem: (item: WxrItem) => void): Promise<ReadExport> {
  const openings = new ItemOpenings();
  const reader = new WxrReader((item) => {
    openings.taken(item.place);
    onItem(item);
  });
  let isPackingDamaged = false;
  const pieces = piecesOf(file, () => {
    isPackingDamaged = true;
  });
  for await (const piece of pieces) {
    openings.write(piece);
    reader.write(piece);
  }
  openings.end();
  const site = reader.end();
  const { faults, faultCount } = reader;
  const isCut = reader.isCut || isPackingDamaged;
  return { site, faults, faultCount, isCut, lost: await named(file, [...openings.left.values()]) };
}

/** So much of an item is looked at for its name. */
const BEGINNING = 4096;
const fieldIn = (text: string, name: string): string =>
  new RegExp(`<${name}>\\s*(?:<!\\[CDATA\\[)?([^<\\]]*)`).exec(text)?.[1]?.trim() ?? "";

/** Items that were not read, by what stands at their beginning in the file. */
async function named(file: string, places: readonly ItemPlace[]): Promise<readonly LostItem[]> {
  const lost: LostItem[] = [];
  if (places.length === 0) return lost;
  let text = "";
  let offset = 0;
  const take = (isLast: boolean): void => {
    for (let next = places[lost.length]; next; next = places[lost.length]) {
      const from = next.offset - offset;
      if (!isLast && from + BEGINNING > text.length) return;
      const until = Math.min(from + BEGINNING, (places[lost.length + 1]?.offset ?? Infinity) - offset);
      const beginning = text.slice(from, until).split("</item>", 1)[0] ?? "";
      lost.push({ ...next, title: fieldIn(beginning, "title"), address: fieldIn(beginning, "link") });
    }
  };
  for await (const piece of piecesOf(file)) {
    text += piece;
    take(false);
    const keep = Math.min((places[lost.length]?.offset ?? Infinity) - offset, text.length);
    text = text.slice(keep);
    offset += keep;
  }
  take(true);
  return lost;
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
