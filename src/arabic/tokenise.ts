/**
 * Text → words, as spans: runs of letters, digits and the marks within them. A word ends where letters of Arabic meet
 * digits or letters of another script (`إيه320` is two words, `f16` one), because writers set that space or leave it.
 */
import { ARABIC, DIGIT, IGNORABLE, kindOfCode, OTHER_LETTER, SEPARATOR } from "./fold.ts";

/** Calls back with the start and end (UTF-16 units, end excluded) of each word in turn. */
export function eachWord(text: string, visit: (start: number, end: number) => void): void {
  const length = text.length;
  let i = 0;
  while (i < length) {
    const first = kindOfCode(text.charCodeAt(i));
    if (first === SEPARATOR || first === IGNORABLE) {
      i += 1;
      continue;
    }
    const start = i;
    let end = i + 1;
    const arabic = first === ARABIC;
    for (i = end; i < length; i++) {
      const kind = kindOfCode(text.charCodeAt(i));
      if (kind === IGNORABLE) continue;
      if (arabic ? kind !== ARABIC : kind !== DIGIT && kind !== OTHER_LETTER) break;
      end = i + 1;
    }
    while (end < length && kindOfCode(text.charCodeAt(end)) === IGNORABLE && isMark(text.charCodeAt(end)))
      end += 1;
    visit(start, end);
  }
}

/** Marks belong to the letter before them; invisible controls after a word do not belong to it. */
const isMark = (code: number): boolean =>
  (code >= 0x0610 && code <= 0x061a) ||
  (code >= 0x0640 && code <= 0x065f) ||
  code === 0x0670 ||
  (code >= 0x06d6 && code <= 0x06ed);
