/** A WordPress export on the disk, packed with gzip or not → its items, one at a time. */
import { closeSync, createReadStream, openSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { decode } from "../../content/decode.ts";
import { unreadable } from "../../disk/unreadable.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { declaredEncoding, encodingOf } from "./export-encoding.ts";
import type { ExportFault } from "./export-scanner.ts";
import { ItemOpenings } from "./item-openings.ts";
import { otherForm, packedForm } from "./other-forms.ts";
import { type ItemPlace, isWxr, type StrayItem, type WxrItem, WxrReader, type WxrSite } from "./wxr.ts";

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
 * unpacked. @param onDamage Called where that is not all. @param onBegin Is given the first bytes of it.
 * @throws Error of the file system, or of the packing where nothing can be unpacked.
 */
async function* piecesOf(
  file: string,
  onDamage = (): void => {},
  onBegin = (_: Uint8Array): void => {},
): AsyncGenerator<string> {
  const whole = createReadStream(file, { highWaterMark: HEAD });
  const bytes: Readable = isGzip(file) ? whole.pipe(createGunzip()) : whole;
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let isReturn = false;
  const lines = (text: string, isLast = false): string => {
    const given = isReturn ? `\r${text}` : text;
    isReturn = !isLast && given.endsWith("\r");
    return (isReturn ? given.slice(0, -1) : given).replace(/\r\n?/g, "\n");
  };
  let isBegun = false;
  try {
    for await (const piece of bytes) {
      if (!isBegun) onBegin(piece as Buffer);
      isBegun = true;
      decoder ??= new TextDecoder(encodingOf(piece as Buffer) ?? "utf-8");
      yield lines(decoder.decode(piece as Buffer, { stream: true }));
    }
  } catch (cause) {
    if (!isBegun || !/^Z_/.test((cause as NodeJS.ErrnoException).code ?? "")) throw cause;
    onDamage();
  }
  yield lines(decoder?.decode() ?? "", true);
}

/** @throws Error of the file system, or where the packing is damaged before an export is seen to begin. */
async function beginningOf(file: string): Promise<{ readonly text: string; readonly bytes: Uint8Array }> {
  let beginning = "";
  let first: Uint8Array = new Uint8Array();
  const pieces = piecesOf(
    file,
    () => {
      if (!isWxr(beginning)) throw new Error("its packing is damaged");
    },
    (bytes) => {
      first = bytes;
    },
  );
  for await (const piece of pieces) {
    beginning += piece;
    if (beginning.length >= HEAD) break;
  }
  return { text: beginning, bytes: first };
}

export interface ReadExport {
  readonly site: WxrSite;
  /** The first of them, and how many there are. */
  readonly faults: readonly ExportFault[];
  readonly faultCount: number;
  readonly lossCount: number;
  /** Items that were begun, or of which a later part stands there, and that were not given out. */
  readonly lost: readonly StrayItem[];
  /** Whether it ends before its last line. */
  readonly isCut: boolean;
}

/** @param onItem Called for each item in turn. @throws Error of the file system or of the packing. */
export async function readExport(file: string, onItem: (item: WxrItem) => void): Promise<ReadExport> {
  const openings = new ItemOpenings();
  const strays: StrayItem[] = [];
  let last = -1;
  const reader = new WxrReader(
    (item, until) => {
      openings.taken(item.place);
      // What stands behind the beginning of another item may be that one's: its state above all.
      const isMixed = openings.isAnyBetween(item.place.offset, until);
      last = item.place.offset;
      onItem(isMixed ? { ...item, status: "" } : item);
    },
    (stray, within) => {
      // One that is seen to begin is named there.
      if (!openings.isAnyBetween(Math.max(last, within), stray.offset)) strays.push(stray);
      last = stray.offset;
    },
  );
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
  const { faults, faultCount, lossCount } = reader;
  const isCut = reader.isCut || isPackingDamaged;
  const lost = [...(await named(file, [...openings.left.values()])), ...strays];
  return { site, faults, faultCount, lossCount, isCut, lost: lost.sort((a, b) => a.offset - b.offset) };
}

/** So much of an item is looked at for its name. */
const BEGINNING = 4096;
const fieldIn = (text: string, name: string): string =>
  new RegExp(`<${name}>\\s*(?:<!\\[CDATA\\[)?([^<\\]]*)`).exec(text)?.[1]?.trim() ?? "";

/** Items that were not read, by what stands at their beginning in the file. */
async function named(file: string, places: readonly ItemPlace[]): Promise<readonly StrayItem[]> {
  const lost: StrayItem[] = [];
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

/** Fewer letters that are none are taken, and reported where they stand. */
const FEW = 20;
/** What says that a text is in another encoding than it states; null where it is not. */
function otherEncoding(text: string, bytes: Uint8Array, file: string): Diagnostic | null {
  const lost = text.match(/\ufffd/g)?.length ?? 0;
  if (lost < FEW || lost * 10 < (text.match(/\p{Script=Arabic}/gu)?.length ?? 0)) return null;
  // The signs of tags say nothing of the encoding, and would be taken for a sign that it is none of Arabic.
  const plain = bytes.map((byte) => (/[<>=]/.test(String.fromCharCode(byte)) ? 0x20 : byte));
  return decode(plain, file).diagnostics.find(({ severity }) => severity === "error") ?? null;
}

/** What stands in the way of a file; null where it is an export. */
export async function refusalOf(file: string): Promise<Diagnostic | null> {
  const fault = (code: string, message: string, hint: string): Diagnostic => ({
    ...{ severity: "error", code, file, message, hint },
  });
  const hint = "Name the file that WordPress gave under Tools → Export.";
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    if (!found) return fault("not-found", "There is no such file.", hint);
    if (found.isDirectory())
      return fault("not-an-export", "This is a folder.", `Name the files in it: ${join(file, "*.xml")}`);
    if (!found.isFile())
      return fault(
        "not-an-export",
        "This is no file, but a pipe or a device.",
        "Save what comes out of it into a file, and name that.",
      );
    const { text, bytes } = await beginningOf(file);
    const form = packedForm(bytes) ?? (isWxr(text) ? null : otherForm(text));
    if (form) return fault("not-an-export", `This is no export of WordPress, but ${form.what}.`, form.hint);
    if (encodingOf(bytes) !== null) return otherEncoding(text, bytes, file);
    return fault(
      "not-text",
      `It says that it is kept in the encoding ${JSON.stringify(declaredEncoding(bytes))}, which nobody knows.`,
      "Find out which one it is, write that into its first line, and import it again.",
    );
  } catch (cause) {
    return /^E[A-Z]+$/.test((cause as NodeJS.ErrnoException).code ?? "")
      ? unreadable(file, cause)
      : fault(
          "unreadable",
          `It cannot be read: ${(cause as Error).message}.`,
          "Take it from the old site again.",
        );
  }
}
