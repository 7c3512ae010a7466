/**
 * What pages show of an article's text ⇄ its stored value: the number of words, then the markup in UTF-16, as the engine
 * holds strings. Parts of the text that no page shows are not stored; they are parsed again where needed.
 */
import type { ShownBody } from "../model/article.ts";

const HEAD = 4;

export function encodeBody({ html, words }: ShownBody): Uint8Array {
  const bytes = Buffer.allocUnsafe(HEAD + html.length * 2);
  bytes.writeUInt32LE(words, 0);
  bytes.write(html, HEAD, "utf16le");
  return bytes;
}

export const decodeBody = (bytes: Buffer): ShownBody => ({
  html: bytes.toString("utf16le", HEAD),
  words: bytes.readUInt32LE(0),
});
