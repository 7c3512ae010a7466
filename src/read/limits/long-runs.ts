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

/** Characters between two that are looked at: any row that is too long holds several of them, one after another. */
const STRIDE = 10;
const SAMPLES = Math.floor(BETWEEN_WORDS / STRIDE);
/** What a row is written with, references included. */
const OF_ROW = new RegExp(`^(?:${SPACE}|[&#;\\dA-Za-z])$`);

/** Whether a text may hold such a row: hardly any does, and all characters of all texts need not be looked at. */
function mayHoldRow(text: string): boolean {
  let samples = 0;
  for (let at = 0; at < text.length; at += STRIDE) {
    const code = text.charCodeAt(at);
    // Letters of the Arabic script are what most texts are made of.
    const isOfRow = !(code > 0x61c && code < 0x1680) && OF_ROW.test(text[at] as string);
    samples = isOfRow ? samples + 1 : 0;
    if (samples >= SAMPLES) return true;
  }
  return false;
}

/** The columns of what is behind such a row are those of the text that is returned. */
export function shortenRuns(text: string): string {
  if (!mayHoldRow(text)) return text;
  return text.replace(ROW, (row, at: number) => {
    const isAtStart = at === 0 || text[at - 1] === "\n";
    return (isAtStart ? KEPT_AT_START : KEPT).exec(row)?.[0] ?? row;
  });
}
