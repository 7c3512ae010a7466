/**
 * `Ø§Ù„Ø´Ø£Ù†` → `الشأن`: UTF-8 that something read as Windows-1252 (or as Latin-1) and saved again. Each character goes
 * back to the byte it was made of, and bytes that are UTF-8 together become the character they were.
 */

/** What Windows-1252 has at 0x80 to 0x9F; where it has nothing, software keeps the control character of that number. */
const HIGH = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";
const BYTE_OF = new Map([...HIGH].map((character, i) => [character, 0x80 + i]));
const HIGHS = `\\x80-\\xff${HIGH.replace(/[\x80-\xff]/g, "")}`;
/** Three letters of Arabic (two bytes each, the first 0xD8 to 0xDB) in a row: nobody writes that. */
const TWICE = new RegExp(`(?:[ØÙÚÛ][${HIGHS}]\\s*){3}`);
const RUN = new RegExp(`[${HIGHS}]{2,}`, "g");
const SEQUENCE = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g;
const utf8 = new TextDecoder("utf-8", { fatal: true });

const bytesOf = (run: string): string =>
  [...run].map((one) => String.fromCharCode(BYTE_OF.get(one) ?? one.charCodeAt(0))).join("");

function decodeSequence(bytes: string): string {
  try {
    return utf8.decode(Buffer.from(bytes, "latin1"));
  } catch {
    return bytes;
  }
}

export interface Mended {
  readonly text: string;
  /** What it was read as, and an example of what that looks like. */
  readonly as: string;
  /** False when some of it could not be turned back, because bytes were lost on the way. */
  readonly whole: boolean;
}

/** A line in sound Arabic shows such signs only as an example. */
const ARABIC = /\p{Script=Arabic}/gu;
const arabicIn = (text: string): number => text.match(ARABIC)?.length ?? 0;

/** Null for text that was not encoded twice, or that is mostly sound. What is no part of such a sequence stays as it is. */
export function mendTwice(text: string): Mended | null {
  if (!TWICE.test(text)) return null;
  let whole = true;
  const decodeRun = (run: string): string => {
    const bytes = bytesOf(run);
    const decoded = bytes.replace(SEQUENCE, decodeSequence);
    if (decoded === bytes) return run;
    if (/[\xd8-\xdb]/.test(decoded)) whole = false;
    return decoded;
  };
  const mended = text
    .split("\n")
    .map((line) => (arabicIn(line) > 0 ? line : line.replace(RUN, decodeRun)))
    .join("\n");
  const sound = arabicIn(text);
  return arabicIn(mended) - sound > sound ? { text: mended, as: "Windows-1252 (Ø§Ù„)", whole } : null;
}
