/** A WordPress export on the disk → its items, one at a time. */
import { textPieces } from "../source/text-pieces.ts";
import type { ExportFault } from "./export-scanner.ts";
import { ItemOpenings } from "./item-openings.ts";
import { type ItemPlace, type StrayItem, type WxrItem, WxrReader, type WxrSite } from "./wxr.ts";

export interface ReadExport {
  readonly site: WxrSite;
  /** The first faults, and how many there are in all. */
  readonly faults: readonly ExportFault[];
  readonly faultCount: number;
  readonly lossCount: number;
  /** Items that are in the text, whole or in part, and were not returned. */
  readonly lost: readonly StrayItem[];
  /** Whether the file ends before the export does. */
  readonly isCut: boolean;
}

/** @returns What else was read, after the last item. @throws Error of the file system or of the packing. */
export async function* itemsOf(file: string): AsyncGenerator<WxrItem, ReadExport> {
  const openings = new ItemOpenings();
  const strays: StrayItem[] = [];
  let ended: WxrItem[] = [];
  let last = -1;
  const reader = new WxrReader(
    (item, until) => {
      openings.taken(item.place);
      // What follows the beginning of another item may belong to that one: its state above all.
      const isMixed = openings.isAnyBetween(item.place.offset, until);
      last = item.place.offset;
      ended.push(isMixed ? { ...item, status: "" } : item);
    },
    (stray, within) => {
      // An item whose beginning was found is reported by that.
      if (!openings.isAnyBetween(Math.max(last, within), stray.offset)) strays.push(stray);
      last = stray.offset;
    },
  );
  let isPackingDamaged = false;
  const pieces = textPieces(file, () => {
    isPackingDamaged = true;
  });
  for await (const piece of pieces) {
    openings.write(piece);
    reader.write(piece);
    yield* ended;
    ended = [];
  }
  openings.end();
  const site = reader.end();
  yield* ended;
  const { faults, faultCount, lossCount } = reader;
  const isCut = reader.isCut || isPackingDamaged;
  const lost = [...(await named(file, [...openings.left.values()])), ...strays];
  return { site, faults, faultCount, lossCount, isCut, lost: lost.sort((a, b) => a.offset - b.offset) };
}

/** @param onItem Called for each item in turn. @throws Error of the file system or of the packing. */
export async function readExport(file: string, onItem: (item: WxrItem) => void): Promise<ReadExport> {
  const items = itemsOf(file);
  for (let next = await items.next(); ; next = await items.next()) {
    if (next.done) return next.value;
    onItem(next.value);
  }
}

/** How much of an item is searched for its headline and address. */
const BEGINNING = 4096;
const fieldIn = (text: string, name: string): string =>
  new RegExp(`<${name}>\\s*(?:<!\\[CDATA\\[)?([^<\\]]*)`).exec(text)?.[1]?.trim() ?? "";

/** Headlines and addresses of items that were not read, searched for at their beginnings. */
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
  for await (const piece of textPieces(file)) {
    text += piece;
    take(false);
    const keep = Math.min((places[lost.length]?.offset ?? Infinity) - offset, text.length);
    text = text.slice(keep);
    offset += keep;
  }
  take(true);
  return lost;
}
