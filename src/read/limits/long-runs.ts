/**
 * Very long rows of spaces, as programs that broke leave them → rows that say the same. Whatever judges a line looks for
 * signs with spaces around them, and looks anew from every space of a row: with rows of any length, that would cost the
 * square of them. A row between words parts these however long it is; one at the start of a line also says how deep
 * something nests, so it may be as long as all that is read nests (`DEEPEST`, two columns each, and some).
 */

/** Spaces that are kept of a row. */
const BETWEEN_WORDS = 100;
const AT_START = 600;

/** What shows as a space or as nothing: written itself, or as a reference (HTML Standard, 13.5). */
const SPACE =
  "(?:[^\\S\\n]|[\\u061c\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069]|&(?:nbsp|ensp|emsp|thinsp|lrm|rlm|shy|#0*(?:9|32|160|820[1-7])|#x0*(?:9|20|a0|200[1-9a-f]));)";
const ROW = new RegExp(`${SPACE}{${BETWEEN_WORDS + 1},}`, "gi");
const KEPT = new RegExp(`^${SPACE}{${BETWEEN_WORDS}}`, "i");
const KEPT_AT_START = new RegExp(`^${SPACE}{${AT_START}}`, "i");

/** The columns of what stands behind such a row are those of the text that is returned. */
export const shortenRuns = (text: string): string =>
  text.replace(ROW, (row, at: number) => {
    const isAtStart = at === 0 || text[at - 1] === "\n";
    return (isAtStart ? KEPT_AT_START : KEPT).exec(row)?.[0] ?? row;
  });
