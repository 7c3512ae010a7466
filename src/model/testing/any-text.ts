/** Text of any characters at all, for properties that must hold of whatever there is in Unicode. */
import fc from "fast-check";

const SURROGATES = { from: 0xd800, count: 0x800 };

/**
 * Any code point of Unicode but half characters: what `fc.string` takes for `unit: "binary"`, without the table of all
 * of them, which takes longer to make than most properties to try.
 */
export const anyCharacter = fc
  .nat(0x10ffff - SURROGATES.count)
  .map((n) => String.fromCodePoint(n < SURROGATES.from ? n : n + SURROGATES.count));
