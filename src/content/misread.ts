/**
 * Arabic that something read by a table that was not its own, and saved: `ط§ظ„ط´ط£ظ†` (UTF-8 as Windows-1256) and
 * `ÇáÔÃä` (Windows-1256 as Windows-1252 or Latin-1) → `الشأن`. Both tables have all bytes, so nothing is lost by itself.
 */

import type { Mended } from "./encoded-twice.ts";

const bytes = Uint8Array.from({ length: 128 }, (_, i) => 128 + i);
const tableOf = (encoding: string): ReadonlyMap<string, number> =>
  new Map([...new TextDecoder(encoding).decode(bytes)].map((character, i) => [character, 128 + i]));
const arabicByte = tableOf("windows-1256");
const latinByte = new Map([
  ...tableOf("windows-1252"),
  ...[...bytes].map((b) => [String.fromCharCode(b), b] as const),
]);

/** A letter of Arabic in UTF-8 is a byte that Windows-1256 has for ط or ظ, and one that is no letter there, mostly. */
const ONE_PAIR = "[طظ][\\u0080-\\u00bf€پ‚ƒ„…†‡ˆ‰ٹ‹Œچژڈگ‘’“”•–—ک™ڑ›œ\\u200c\\u200dں،ھ؛؟]";
const PAIRS = new RegExp(`(?:${ONE_PAIR}){3}`, "gu");
const PAIR = new RegExp(`(?:${ONE_PAIR}){2}`, "u");
/** Of so many such runs none is chance. */
const FEWEST = 3;
const utf8 = new TextDecoder("utf-8", { fatal: true });
const RUN = /[^\0-\x7f]+/gu;
const SEQUENCE = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g;

/** Null where the bytes are no UTF-8. */
function decoded(sequence: string): string | null {
  try {
    return utf8.decode(Buffer.from(sequence, "latin1"));
  } catch {
    return null;
  }
}

/** @returns Pieces, each with whether its bytes were a character together; others stay as they are. */
function piecesOf(run: string): readonly (readonly [string, boolean])[] {
  const characters = [...run];
  const latin = characters.map((one) => String.fromCharCode(arabicByte.get(one) ?? 0)).join("");
  const pieces: (readonly [string, boolean])[] = [];
  let from = 0;
  for (const { 0: sequence, index } of latin.matchAll(SEQUENCE)) {
    const read = decoded(sequence);
    if (read === null) continue;
    pieces.push([characters.slice(from, index).join(""), false], [read, true]);
    from = index + sequence.length;
  }
  return [...pieces, [characters.slice(from).join(""), false]];
}

function fromArabicTable(text: string): Mended | null {
  if ((text.match(PAIRS)?.length ?? 0) < FEWEST) return null;
  let whole = true;
  const rereadRun = (run: string): string => {
    const pieces = piecesOf(run);
    if (pieces.some(([piece, isRead]) => !isRead && /[طظ]/u.test(piece))) whole = false;
    return pieces.map(([piece]) => piece).join("");
  };
  const read = text.split("\n").map((line) => (PAIR.test(line) ? line.replace(RUN, rereadRun) : line));
  return { text: read.join("\n"), as: "Windows-1256 (ط§ظ„)", whole };
}

const ARTICLE = /(?<!\p{L})Çá/gu;

function fromLatinTable(text: string): Mended | null {
  const high = text.match(/[\xc0-\xff]/g)?.length ?? 0;
  if (high < 20 || high * 2 < (text.match(/\p{L}/gu)?.length ?? 0) || /\p{Script=Arabic}/u.test(text))
    return null;
  if ((text.match(ARTICLE)?.length ?? 0) < FEWEST) return null;
  const table = new TextDecoder("windows-1256");
  const read = text.replace(RUN, (run) => {
    const codes = [...run].map((one) => latinByte.get(one));
    return codes.includes(undefined) ? run : table.decode(Uint8Array.from(codes as number[]));
  });
  const arabic = read.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  return arabic * 10 >= high * 8
    ? { text: read, as: "Latin-1 (ÇáÔÃä)", whole: !read.includes("\ufffd") }
    : null;
}

/** Null for text that no such table spoilt. */
export const reread = (text: string): Mended | null => fromArabicTable(text) ?? fromLatinTable(text);
