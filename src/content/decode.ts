/**
 * Bytes → text. UTF-8 is what an archive is kept in; anything else is named, and still read by the best guess, so that
 * the rest of the file is checked in the same run. A saved page that states its encoding is taken at its word.
 */
import { createRequire } from "node:module";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";

/** Encodings that Arabic text is found in, as the Encoding Standard names them. */
const ARABIC = ["windows-1256", "iso-8859-6"] as const;
/** What is Arabic or plain in a text: the share of it tells a right guess from a wrong one. */
const PLAIN = /[\p{Script=Arabic}\p{P}\p{Z}\sA-Za-z0-9]/gu;
const ARABIC_LETTER = /\p{Script=Arabic}/gu;
/** Arabic in UTF-8 that was read as Windows-1252 once and saved: a letter is Ø or Ù and one sign more. */
const TWICE = /(?:[ØÙÚÛ][\u0080-\u00ff\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]\s*){3}/;

const utf8 = new TextDecoder("utf-8", { fatal: true });
const load = createRequire(import.meta.url);

const fault = (
  severity: Diagnostic["severity"],
  code: string,
  { file, message, hint }: { file: string; message: string; hint: string },
): Diagnostic => ({ severity, code, file, message, hint });

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

/** Turns UTF-8 that was read as Windows-1252 back, where doing so loses nothing: the way there and back ends where it began. */
function mendTwice(text: string): string | null {
  if (!TWICE.test(text)) return null;
  const { encode, decode: back } = load("iconv-lite") as typeof import("iconv-lite");
  const bytes = encode(text, "win1252");
  if (back(bytes, "win1252") !== text) return null;
  try {
    const mended = utf8.decode(bytes);
    return ARABIC_LETTER.test(mended) ? mended : null;
  } catch {
    return null;
  }
}

function notUtf8(bytes: Uint8Array, file: string): Outcome<string> {
  const stated = /\.html?$/i.test(file) ? statedEncoding(bytes) : null;
  if (stated && stated !== "utf-8") return { value: new TextDecoder(stated).decode(bytes), diagnostics: [] };
  const found = guess(bytes);
  if (!found)
    return {
      diagnostics: [
        fault("error", "not-text", {
          file,
          message: "This file is not text in UTF-8, nor in an encoding Arabic is written in.",
          hint: "If it is an article, save it as UTF-8; if not, move it out of content/.",
        }),
      ],
    };
  const name = found.encoding.toUpperCase();
  const words =
    found.text.match(/\p{Script=Arabic}+(?:\s+\p{Script=Arabic}+){0,4}/u)?.[0] ?? found.text.slice(0, 40);
  return {
    value: found.text,
    diagnostics: [
      fault("error", "not-utf8", {
        file,
        message: `This file is not UTF-8. It looks like ${name === "WINDOWS-1256" ? "Windows-1256" : name}, where it begins: \u2068«${words}»\u2069`,
        hint: `If that reads right, save it as UTF-8: iconv -f ${name} -t UTF-8 FILE > NEW`,
      }),
    ],
  };
}

/**
 * The text with lines ended by `\n`, composed (NFC), without a byte order mark.
 * @param file Its name in diagnostics, `content/…`; its ending says whether it may state an encoding.
 */
export function decode(bytes: Uint8Array, file: string): Outcome<string> {
  let outcome: Outcome<string>;
  try {
    outcome = { value: utf8.decode(bytes), diagnostics: [] };
  } catch {
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    const encoding = bytes[0] === 0xff ? "utf-16le" : "utf-16be";
    outcome = utf16
      ? { value: new TextDecoder(encoding).decode(bytes), diagnostics: [] }
      : notUtf8(bytes, file);
  }
  if (outcome.value === undefined) return outcome;
  const diagnostics = [...outcome.diagnostics];
  let text = outcome.value;
  if (text.includes("\0"))
    return {
      diagnostics: [
        fault("error", "not-text", {
          file,
          message: "This file holds NUL bytes: it is no text.",
          hint: "Move it out of content/.",
        }),
      ],
    };
  const mended = mendTwice(text);
  if (mended !== null) {
    text = mended;
    diagnostics.push(
      fault("warning", "encoded-twice", {
        file,
        message:
          "This text was UTF-8 that something read as Windows-1252 and saved again (Ø§Ù„); it was turned back without loss.",
        hint: "Nothing needs doing; to mend the file itself, save the text as the page shows it.",
      }),
    );
  }
  if (text.includes("\r")) text = text.replace(/\r\n?/g, "\n");
  text = text.normalize("NFC");
  if (text.trim() === "")
    return {
      diagnostics: [
        ...diagnostics,
        fault("error", "empty", {
          file,
          message: "This file is empty.",
          hint: "Write the article, or remove the file.",
        }),
      ],
    };
  return { value: text, diagnostics };
}
