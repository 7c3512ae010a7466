/**
 * Text → words, as spans: runs of letters, digits and the marks within them. A word ends where Arabic letters meet
 * digits or letters of another script (`إيه320` is two words, `f16` one), because writers may omit that space; likewise
 * within عبد الله, whose عبد is a separate word.
 */
import { ARABIC, DIGIT, IGNORABLE, kindOfCode, OTHER_LETTER, SEPARATOR } from "../letters/fold.ts";

/** Calls `visit` with the start and end (UTF-16 units, end excluded) of each word in turn. */
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
    const second = arabic ? secondOfName(text, start, end) : start;
    if (second > start) visit(start, second);
    visit(second, end);
  }
}

const WAW = 0x648;
const SERVANT = "عبدال";

/** Where the second word of a name like عبدالله begins; `start` for any other word. */
function secondOfName(text: string, start: number, end: number): number {
  let matched = 0;
  let second = start;
  for (let i = text.charCodeAt(start) === WAW ? start + 1 : start; i < end && matched < SERVANT.length; i++) {
    const code = text.charCodeAt(i);
    if (kindOfCode(code) === IGNORABLE) continue;
    if (code !== SERVANT.charCodeAt(matched)) return start;
    matched += 1;
    if (matched === 4) second = i;
  }
  return matched === SERVANT.length && second + 3 < end ? second : start;
}

/** Marks belong to the letter before them; invisible controls after a word do not belong to it. */
const isMark = (code: number): boolean =>
  (code >= 0x0610 && code <= 0x061a) ||
  (code >= 0x0640 && code <= 0x065f) ||
  code === 0x0670 ||
  (code >= 0x06d6 && code <= 0x06ed);
