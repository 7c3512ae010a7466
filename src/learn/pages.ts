/** The pages that are learned from, with what is asked of their lines again and again. */
import { fold } from "../arabic/letters/fold.ts";
import { dayOf } from "../read/lines/line.ts";
import { dayWithin } from "../read/make/day-within.ts";
import { isParagraph, type PageLine, pageLines } from "../read/make/shared-lines.ts";

export interface LearnLine extends PageLine {
  /** The day that it prints, and may be nothing else; or null. */
  readonly day: string | null;
  readonly isProse: boolean;
  /** Its words as they are compared: folded, without what is written onto them. */
  readonly words: readonly string[];
}
export interface LearnPage {
  readonly file: string;
  readonly lines: readonly LearnLine[];
}

/** A line of a day is no longer. */
const LONGEST_DAY = 120;
/** The article and the particles that are written onto a word. */
const ONTO = /^[وفبلك]?(?:ال|لل)?(?=\p{L}{3})/u;

export const wordsOf = (text: string): readonly string[] =>
  (fold(text).match(/[\p{L}\p{M}]{2,}/gu) ?? []).map((word) => word.replace(ONTO, ""));

function learnLine(line: PageLine): LearnLine {
  const { text } = line;
  const day =
    text.length <= LONGEST_DAY && /\p{Nd}/u.test(text) ? (dayOf(text) ?? dayWithin(text)?.date) : undefined;
  return { ...line, day: day ?? null, isProse: isParagraph(line), words: wordsOf(text) };
}

/** @param file Its name in what is reported. */
export const learnPage = (file: string, text: string): LearnPage => ({
  file,
  lines: pageLines(text).map(learnLine),
});

/** As many of a list as are wanted, evenly from all of it: the same list gives the same ones. */
export const evenly = <T>(list: readonly T[], most: number): readonly T[] =>
  list.length <= most
    ? list
    : Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)] as T);
