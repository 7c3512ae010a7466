/**
 * Lines that a program broke at a width, as mail and wire services do → their paragraphs. Told by the breaks: one that a
 * width made stands where the next word had no room left, and mostly within a sentence; all others end a paragraph.
 */

export interface PrintedLine {
  readonly text: string;
  /** It begins a block: nothing but space stands above it, or it is indented. */
  readonly opens: boolean;
}

/** Widths that programs break at. Shorter lines are verses, longer ones paragraphs. In letters. */
const NARROWEST = 50;
const WIDEST = 110;
/** What programs leave free so that lines are alike: nothing, or a share of the width. */
const SLACKS = [0, 0.03, 0.08];
const ENDS = /[.؟!:؛…][)\]”“"»]*$/u;
const ENDS_SENTENCE = /(?<!\.)\.[)\]”“"»]*$/u;
/** What parts the halves of a verse, or the cells of a table. */
const PARTED = /\s{3,}|\t|\*{2,}|\.{3,}|…/u;
/** So many broken lines at least. */
const FEWEST = 4;
/** A block of so many lines may be a headline's own. */
const HEADLINE_LINES = 3;

const widthOf = (text: string): number => text.replace(/\p{M}/gu, "").length;
const firstWord = (text: string): string => text.split(/\s/, 1)[0] as string;

/** Whether the break above each line was made for want of room. */
function brokenAbove(lines: readonly PrintedLine[], room: number): readonly boolean[] {
  return lines.map(({ text, opens }, i) => {
    const above = lines[i - 1]?.text;
    return !opens && above !== undefined && widthOf(above) + 1 + widthOf(firstWord(text)) > room;
  });
}

const share = <T>(all: readonly T[], is: (one: T) => boolean): number =>
  all.length === 0 ? 1 : all.filter(is).length / all.length;

function areWrapped(lines: readonly PrintedLine[], isBroken: readonly boolean[]): boolean {
  const [first, last] = [isBroken.indexOf(true), isBroken.lastIndexOf(true)];
  const joints = lines.flatMap(({ opens }, i) => (i >= first && i <= last && !opens ? [i] : []));
  const [broken, others] = [joints.filter((i) => isBroken[i]), joints.filter((i) => !isBroken[i])];
  const textAbove = (i: number): string => lines[i - 1]?.text ?? "";
  return (
    broken.length >= FEWEST &&
    broken.length > others.length &&
    share(broken, (i) => !ENDS.test(textAbove(i))) >= 0.7 &&
    share(others, (i) => ENDS.test(textAbove(i))) >= 0.8 &&
    lines.slice(first - 1).some(({ text }) => ENDS_SENTENCE.test(text)) &&
    share(lines, ({ text }) => !PARTED.test(text)) > 0.5
  );
}

/** @returns A paragraph a line; the lines as they are where nothing tells that they were broken. */
export function unwrapped(lines: readonly PrintedLine[]): readonly string[] {
  const texts = lines.map(({ text }) => text);
  if (texts.some((text) => text.length > WIDEST * 2)) return texts;
  const width = texts.reduce((widest, text) => Math.max(widest, widthOf(text)), 0);
  if (width < NARROWEST || width > WIDEST) return texts;
  // Where nothing but its last line tells the end of a paragraph, as little room as may be counts as none.
  const areParted = lines.filter(({ opens }) => opens).length > 2;
  const slacks = areParted ? SLACKS.toReversed() : SLACKS;
  const isBroken = slacks
    .map((slack) => brokenAbove(lines, width * (1 - slack)))
    .find((breaks) => areWrapped(lines, breaks));
  if (!isBroken) return texts;
  const second = lines.findIndex(({ opens }, i) => i > 0 && opens);
  const isHeadlineOpen = (second < 0 ? lines.length : second) > HEADLINE_LINES;
  const paragraphs: string[] = [];
  for (const [i, text] of texts.entries()) {
    if (isBroken[i] && !(i === 1 && isHeadlineOpen)) paragraphs.push(`${paragraphs.pop()} ${text}`);
    else paragraphs.push(text);
  }
  return paragraphs;
}
