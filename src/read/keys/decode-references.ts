/** `&quot;`, `&#1593;`, `&#x639;` → the characters they stand for (HTML Standard, named character references). */
import { decodeNamedCharacterReference } from "decode-named-character-reference";

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,31}));/g;
/** What was escaped twice on its way is read as it was written. */
const PASSES = 2;

function character(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return decodeNamedCharacterReference(name) || whole;
  const code = decimal ? Number(decimal) : Number.parseInt(hex as string, 16);
  return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : whole;
}

/** What is no reference stays as it is. */
export function decodeReferences(text: string): string {
  let decoded = text;
  for (let pass = 0; pass < PASSES && decoded.includes("&"); pass++)
    decoded = decoded.replace(REFERENCE, character);
  return decoded;
}
