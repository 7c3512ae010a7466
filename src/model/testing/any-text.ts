/** An arbitrary Unicode character, for property tests that must hold for all of Unicode. */
import fc from "fast-check";

const SURROGATES = { from: 0xd800, count: 0x800 };

/**
 * Any code point except surrogates: like `unit: "binary"` of `fc.string`, without its table of all code points, which
 * takes longer to build than most properties take to run.
 */
export const anyCharacter = fc
  .nat(0x10ffff - SURROGATES.count)
  .map((n) => String.fromCodePoint(n < SURROGATES.from ? n : n + SURROGATES.count));
