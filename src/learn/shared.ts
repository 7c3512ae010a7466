/** Pages of one make → the lines that they share. */
import type { Make } from "../read/make/make.ts";
import { longestText, pairOf } from "../read/make/shared-lines.ts";
import type { LearnLine, LearnPage } from "./pages.ts";

/** A line of this part of the pages is the page's; one of a few words may be a section or a name, and needs more. */
const PART = 0.5;
const PART_OF_FEW_WORDS = 0.7;
const FEW_WORDS = 4;
/** A day that is the same on so many of the pages with such a line is the page's. */
const SAME_DAY = 0.9;
/** So few pages tell nothing. */
export const FEWEST = 5;

export type Shared = Pick<Make, "over" | "under" | "together">;

class Counts {
  readonly #counts = new Map<string, number>();
  /** Each once. */
  add(keys: Iterable<string>): void {
    for (const key of new Set(keys)) this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }
  of(key: string): number {
    return this.#counts.get(key) ?? 0;
  }
  keys(least: (key: string) => number): string[] {
    return [...this.#counts].filter(([key, count]) => count >= least(key)).map(([key]) => key);
  }
}

/** Lines with a day, by their keys, of which nearly all pages have the same day. */
function sameDays(pages: readonly LearnPage[]): ReadonlySet<string> {
  const texts = new Map<string, Map<string, number>>();
  for (const { lines } of pages)
    for (const { key, text, day } of lines) {
      if (day === null) continue;
      const of = texts.get(key) ?? new Map<string, number>();
      texts.set(key, of.set(text, (of.get(text) ?? 0) + 1));
    }
  const isSame = (counts: ReadonlyMap<string, number>): boolean => {
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return Math.max(...counts.values()) >= all * SAME_DAY;
  };
  return new Set([...texts].filter(([, counts]) => isSame(counts)).map(([key]) => key));
}

/**
 * A menu's lines are known by each other, so that the name of a section in it is not taken for boilerplate where it
 * stands over an article.
 * @param isTitle Whether a line may be a headline: a title that stands on many pages is one of them all the same.
 */
export function sharedOf(
  pages: readonly LearnPage[],
  isTitle: (line: LearnLine, pages: number) => boolean,
): Shared {
  const stand = new Counts();
  for (const { lines } of pages) stand.add(lines.map(({ key }) => key));
  const days = sameDays(pages);
  const mayBe = (line: LearnLine): boolean =>
    (line.day === null || days.has(line.key)) && !isTitle(line, stand.of(line.key));
  const marks = pages.map(({ lines }) => lines.map(mayBe));
  const pairAt = (page: number, i: number): string | null => {
    const [above, below] = [pages[page]?.lines[i - 1], pages[page]?.lines[i]];
    if (!above || !below || !marks[page]?.[i - 1] || !marks[page]?.[i]) return null;
    // A counter says nothing of the line beside it.
    const areWords = /\p{L}/u.test(above.key) && /\p{L}/u.test(below.key);
    return areWords ? pairOf(above.key, below.key) : null;
  };
  const least = Math.max(3, Math.ceil(pages.length * PART));
  const pairs = new Counts();
  for (const [page, { lines }] of pages.entries()) pairs.add(lines.flatMap((_, i) => pairAt(page, i) ?? []));
  const isPair = (page: number, i: number): boolean => {
    const pair = pairAt(page, i);
    return pair !== null && pairs.of(pair) >= least;
  };
  const [over, under] = [new Counts(), new Counts()];
  for (const [page, { lines }] of pages.entries()) {
    const alone = lines.map((_, i) => marks[page]?.[i] === true && !isPair(page, i) && !isPair(page, i + 1));
    const [first] = longestText(lines, (i) => lines[i]?.isProse === true && stand.of(lines[i].key) < least);
    over.add(lines.flatMap(({ key }, i) => (alone[i] && i < first ? [key] : [])));
    under.add(lines.flatMap(({ key }, i) => (alone[i] && i >= first ? [key] : [])));
  }
  const leastOf = (key: string): number =>
    Math.max(3, pages.length * (key.split(" ").length <= FEW_WORDS ? PART_OF_FEW_WORDS : PART));
  return {
    over: over.keys(leastOf).sort(),
    under: under.keys(leastOf).sort(),
    together: blocksOf(pages, isPair),
  };
}

/** Runs of lines that stand together, each pair of lines in the first run that has it. */
function blocksOf(
  pages: readonly LearnPage[],
  isPair: (page: number, i: number) => boolean,
): readonly (readonly string[])[] {
  const seen = new Set<string>();
  const blocks: string[][] = [];
  for (const [page, { lines }] of pages.entries()) {
    let block: string[] = [];
    for (let i = 1; i <= lines.length; i++) {
      const [above, below] = [lines[i - 1]?.key as string, lines[i]?.key ?? ""];
      const isNew = isPair(page, i) && !seen.has(pairOf(above, below));
      if (isNew) {
        seen.add(pairOf(above, below));
        if (block.length === 0) block.push(above);
        block.push(below);
      } else {
        if (block.length > 0) blocks.push(block);
        block = [];
      }
    }
  }
  return blocks;
}
