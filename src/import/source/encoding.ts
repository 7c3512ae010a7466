/** The encoding of a file: its byte order mark, or what its XML declaration states (W3C, XML 1.0, 4.3.3 and F). */

const DECLARED = /^[^>]{0,200}?<\?xml\b[^>]*?\bencoding\s*=\s*["']([-\w.:]+)["']/;
const UTF16: readonly (readonly [beginning: readonly number[], encoding: string])[] = [
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
  [[0x3c, 0, 0x3f, 0], "utf-16le"],
  [[0, 0x3c, 0, 0x3f], "utf-16be"],
];

/** The name of the encoding that a text states, as it is written; null where it states none. */
export const declaredEncoding = (bytes: Uint8Array): string | null =>
  DECLARED.exec(Buffer.from(bytes.subarray(0, 512)).toString("latin1"))?.[1] ?? null;

function named(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/** Whether bytes, whose last character may be cut, are UTF-8 beyond ASCII: some programs state another encoding over it. */
function isSurelyUtf8(bytes: Uint8Array): boolean {
  try {
    return /\P{ASCII}/u.test(new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true }));
  } catch {
    return false;
  }
}

/**
 * The encoding of a text, as the Encoding Standard names it; null where it states one that is in no table there.
 * @param bytes Its beginning.
 */
export function encodingOf(bytes: Uint8Array): string | null {
  const utf16 = UTF16.find(([beginning]) => beginning.every((byte, i) => bytes[i] === byte));
  if (utf16) return utf16[1];
  const label = declaredEncoding(bytes);
  // A declaration that can be read byte by byte is not in UTF-16.
  const stated = label === null || /^utf-?16/i.test(label) ? "utf-8" : named(label);
  return stated !== "utf-8" && isSurelyUtf8(bytes) ? "utf-8" : stated;
}
