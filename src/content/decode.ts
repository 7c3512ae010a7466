/**
 * Bytes → text. An archive is kept in UTF-8; any other encoding is reported, and still decoded by the best guess, so that
 * the rest of the file is checked in the same run. The encoding that a saved page states is tried first.
 */
import { isUtf8, transcode } from "node:buffer";
import { createRequire } from "node:module";
import { type Diagnostic, type Outcome, placeAt } from "../model/diagnostic.ts";
import { fileFault } from "../model/diagnostics/files.ts";
import { mendTwice } from "./encoded-twice.ts";

/** Encodings of old Arabic text, by their names in the Encoding Standard. */
const ARABIC = ["windows-1256", "iso-8859-6"] as const;
/** Arabic letters and plain characters: their share of a text separates a right guess from a wrong one. */
const PLAIN = /[\p{Script=Arabic}\p{P}\p{Z}\sA-Za-z0-9]/gu;
const ARABIC_LETTER = /\p{Script=Arabic}/gu;
const CONTROL = /[^\P{Cc}\t\n]/u;

const load = createRequire(import.meta.url);

/** `windows-1256` from `<meta charset>` or `http-equiv` within the first kilobytes of a page (HTML Standard, prescan). */
function statedEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString("latin1");
  const label = head.match(/<meta[^>]+charset\s*=\s*["']?\s*([-\w]+)/i)?.[1];
  if (!label) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

const share = (text: string, of: RegExp): number => (text.match(of)?.length ?? 0) / Math.max(1, text.length);

/** The likeliest encoding of bytes that are not UTF-8, or null when none gives readable Arabic. */
function guess(bytes: Uint8Array): { readonly encoding: string; readonly text: string } | null {
  const { detect } = load("jschardet") as typeof import("jschardet");
  const named = detect(Buffer.from(bytes.subarray(0, 65_536))).encoding?.toLowerCase() ?? "";
  const candidates = [
    ...new Set([...ARABIC, ...(/utf-16|windows-125[26]|iso-8859/.test(named) ? [named] : [])]),
  ];
  const read = candidates.flatMap((encoding) => {
    try {
      const text = new TextDecoder(encoding).decode(bytes);
      return [{ encoding, text, score: share(text, PLAIN) + 0.2 * share(text, ARABIC_LETTER) }];
    } catch {
      return [];
    }
  });
  const best = read.sort((a, b) => b.score - a.score)[0];
  return best && best.score > 0.9 ? best : null;
}

/** So many Arabic words cannot be a coincidence. */
const WORDS = 5;
const arabicWords = (text: string): number => text.match(/\p{Script=Arabic}{3,}/gu)?.length ?? 0;
/** Old programs state Western European over any text, and ISO-8859-6 over Windows-1256, which fills its gaps. */
const isMisstated = (stated: string, text: string): boolean =>
  stated === "windows-1252" ? arabicWords(text) === 0 : text.includes("\ufffd");

/** Decodes UTF-16 with a byte order mark, the encoding that a saved page states, or else the likeliest. */
function otherEncoding(bytes: Uint8Array, file: string): ReturnType<typeof guess> {
  const mark = `${bytes[0]} ${bytes[1]}`;
  const stated =
    mark === "255 254"
      ? "utf-16le"
      : mark === "254 255"
        ? "utf-16be"
        : /\.html?$/i.test(file)
          ? statedEncoding(bytes)
          : null;
  if (stated === null || stated === "utf-8") return guess(bytes);
  const text = new TextDecoder(stated).decode(bytes);
  const other = isMisstated(stated, text) ? guess(bytes) : null;
  return other && arabicWords(other.text) >= WORDS ? other : { encoding: stated, text };
}

/** Restores the byte order mark of UTF-16 that has lost it; null for other bytes. */
function withoutMark(bytes: Uint8Array): Uint8Array | null {
  if ((bytes[0] ?? 0) >= 0xfe) return null;
  const read = (["utf-16le", "utf-16be"] as const).find(
    (encoding) => share(new TextDecoder(encoding).decode(bytes), ARABIC_LETTER) > 0.5,
  );
  return read ? Buffer.concat([Buffer.from(read === "utf-16le" ? [0xff, 0xfe] : [0xfe, 0xff]), bytes]) : null;
}

/** UTF-8 with some bytes cut off or lost; null for another encoding, of which next to nothing is valid UTF-8. */
function fromBrokenUtf8(bytes: Uint8Array, file: string): Outcome<string> | null {
  const value = new TextDecoder().decode(bytes);
  const broken = value.match(/\ufffd/g)?.length ?? 0;
  if (broken * 10 >= share(value, ARABIC_LETTER) * value.length) return null;
  const place = placeAt(value, value.indexOf("\ufffd"), 1);
  return { value, diagnostics: [fileFault("broken-utf8", { file, place }, { count: broken })] };
}

function notUtf8(bytes: Uint8Array, file: string): Outcome<string> {
  const broken = fromBrokenUtf8(bytes, file);
  if (broken) return broken;
  const found = otherEncoding(bytes, file);
  if (!found) return { diagnostics: [fileFault("not-text", { file }, { why: "encoding" })] };
  const encoding = found.encoding === "windows-1256" ? "Windows-1256" : found.encoding.toUpperCase();
  const begins =
    found.text.match(/\p{Script=Arabic}+(?:\s+\p{Script=Arabic}+){0,4}/u)?.[0] ?? found.text.slice(0, 40);
  const looks = { encoding, begins };
  return { value: found.text, diagnostics: [fileFault("not-utf8", { file }, { looks, file })] };
}

/** UTF-8 → text without byte order mark, through UTF-16: five times as fast as a TextDecoder. Null if not UTF-8. */
function fromUtf8(bytes: Uint8Array): string | null {
  if (!isUtf8(bytes)) return null;
  const text = transcode(bytes, "utf8", "utf16le").toString("utf16le");
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

/**
 * @returns The text with lines ended by `\n`, in NFC, without a byte order mark.
 * @param file Its name in diagnostics, `content/…`; its extension decides whether it may state an encoding.
 */
export function decode(bytes: Uint8Array, file: string): Outcome<string> {
  const unmarked = bytes.includes(0) ? withoutMark(bytes) : null;
  if (unmarked) return decode(unmarked, file);
  const utf8Text = fromUtf8(bytes);
  const outcome: Outcome<string> =
    utf8Text === null ? notUtf8(bytes, file) : { value: utf8Text, diagnostics: [] };
  if (outcome.value === undefined) return outcome;
  if (outcome.value.includes("\0")) return { diagnostics: [fileFault("not-text", { file }, { why: "nul" })] };
  const diagnostics: Diagnostic[] = [...outcome.diagnostics];
  const mended = mendTwice(outcome.value);
  if (mended) diagnostics.push(fileFault("encoded-twice", { file }, mended));
  const text = withoutControls(mended?.text ?? outcome.value).normalize("NFC");
  if (text.trim() === "")
    return {
      diagnostics: [...diagnostics, fileFault("empty", { file }, { isKeys: /\.ya?ml$/i.test(file) })],
    };
  return { value: text, diagnostics };
}

/** Line ends become `\n`; other control characters, which no feed or page may hold, are removed. */
const withoutControls = (text: string): string =>
  CONTROL.test(text) ? text.replace(/\r\n?|[\v\f\u0085]/g, "\n").replace(/[^\P{Cc}\t\n]/gu, "") : text;
