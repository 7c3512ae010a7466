/** A page and its make → which lines of the page all pages share, and what stands between them. */
import { isProse } from "../lines/line.ts";
import { lineKey, type Make } from "./make.ts";

/** A line of a page that is not empty. */
export interface PageLine {
  readonly text: string;
  readonly key: string;
  /** Its line in the text, from 0. */
  readonly at: number;
}

export const pageLines = (text: string): readonly PageLine[] =>
  text.split("\n").flatMap((line, at) => {
    const trimmed = line.trim();
    return trimmed === "" ? [] : [{ text: trimmed, key: lineKey(trimmed), at }];
  });

/** Whether a line is a paragraph of the text by its own form. */
export const isParagraph = ({ text }: Pick<PageLine, "text">): boolean => text.length >= 40 && isProse(text);

/** Joins the keys of two lines that stand one below the other. */
export const pairOf = (above: string, below: string): string => `${above}\n${below}`;

/** The shared lines of a make, as they are looked up. */
export interface SharedLines {
  readonly over: ReadonlySet<string>;
  readonly under: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
}

export const sharedLines = ({
  over,
  under,
  together,
}: Pick<Make, "over" | "under" | "together">): SharedLines => ({
  over: new Set(over),
  under: new Set(under),
  pairs: new Set(
    together.flatMap((block) => block.slice(1).map((key, i) => pairOf(block[i] as string, key))),
  ),
});

/** Between two paragraphs of a text stand no more lines than this that are none. */
const BETWEEN = 6;

/** The first and the last paragraph of the longest text in a page, whose paragraphs stand near each other; or -1. */
export function longestText(
  lines: readonly PageLine[],
  isText: (i: number) => boolean,
): readonly [first: number, last: number] {
  let [best, most]: [readonly [number, number], number] = [[-1, -1], 0];
  let [first, last, length] = [-1, -1, 0];
  for (const [i, { text }] of lines.entries()) {
    if (!isText(i)) continue;
    if (first < 0 || i - last > BETWEEN) [first, length] = [i, 0];
    last = i;
    length += text.length;
    if (length > most) [best, most] = [[first, last], length];
  }
  return best;
}

/**
 * For each line of a page, whether all pages share it: on its side of the text, or because of the line beside it.
 * @param isParagraph Whether a line is a paragraph by its own form.
 */
export function areShared(
  lines: readonly PageLine[],
  { over, under, pairs }: SharedLines,
  isParagraph: (i: number) => boolean,
): readonly boolean[] {
  const together = lines.slice(1).map(({ key }, i) => pairs.has(pairOf((lines[i] as PageLine).key, key)));
  const [first] = longestText(lines, (i) => {
    const key = lines[i]?.key as string;
    return isParagraph(i) && !together[i - 1] && !together[i] && !over.has(key) && !under.has(key);
  });
  return lines.map(({ key }, i) => together[i - 1] || together[i] || (i < first ? over : under).has(key));
}

/** A place between two shared lines: see {@link FieldLine}. */
export interface LinePlace {
  readonly below?: string | null;
  readonly above?: string | null;
  readonly line: number;
  readonly nth: number;
}

/** Lines are found by their place no further from a shared line than this. */
export const FURTHEST = 8;
/** In the place of a shared line: the first paragraph of the text. No line is empty. */
export const TEXT = "";

/**
 * The places of a line of a page, that is not shared: by the shared line above it, by the one below, and by how many
 * other such lines part it from the text. @param first The first paragraph of the text; -1 where there is none.
 */
export function placesOf(
  lines: readonly Pick<PageLine, "key">[],
  shared: readonly boolean[],
  first: number,
): (i: number) => readonly LinePlace[] {
  const nth: number[] = [];
  const counts = new Map<string, number>();
  for (const [i, { key }] of lines.entries()) {
    if (!shared[i]) continue;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    nth[i] = counts.get(key) as number;
  }
  return (i) => {
    const found: LinePlace[] = [];
    let above = i - 1;
    while (above >= 0 && !shared[above]) above -= 1;
    let below = i + 1;
    while (below < lines.length && !shared[below]) below += 1;
    if (i - above <= FURTHEST)
      found.push({ below: lines[above]?.key ?? null, line: i - above, nth: nth[above] ?? 1 });
    if (below - i <= FURTHEST)
      found.push({ above: lines[below]?.key ?? null, line: below - i, nth: nth[below] ?? 1 });
    if (i < first) {
      const line = 1 + shared.slice(i + 1, first).filter((is) => !is).length;
      if (line <= FURTHEST) found.push({ above: TEXT, line, nth: 1 });
    }
    return found;
  };
}

export const placeKey = ({ below, above, line, nth }: LinePlace): string =>
  below !== undefined ? `below\n${nth}\n${line}\n${below}` : `above\n${nth}\n${line}\n${above}`;
