/** Pages of one make → the places of their headlines: where the line stands whose words come again in the text. */
import { TEXT } from "../read/make/shared-lines.ts";
import type { LearnLine } from "./pages.ts";
import type { MarkedPage, Placed, PlacedLine } from "./placed.ts";

const LONGEST = 180;
const MOST_WORDS = 30;
/** So many places at most. */
const PLACES = 4;
/** A place is one of the headline when its lines share so much with their texts. */
const LEAST = 0.15;

const mayBeHeadline = ({ text, day, words, isProse }: LearnLine): boolean =>
  day === null &&
  text.length <= LONGEST &&
  words.length >= 2 &&
  words.length <= MOST_WORDS &&
  !(isProse && /(?<!\.)\.$/u.test(text));

/** For a line of a page, which part of its words, the rare ones before all, its text has. */
export function sharedWords(pages: readonly MarkedPage[]): (page: MarkedPage, i: number) => number {
  const counts = new Map<string, number>();
  for (const { lines } of pages)
    for (const word of new Set(lines.flatMap(({ words }) => words)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  const worth = (word: string): number => Math.log((pages.length + 1) / (counts.get(word) ?? 1));
  const texts = new Map(
    pages.map((page) => {
      const [first, last] = page.prose;
      const isText = (line: LearnLine, i: number) =>
        i >= first && i <= last && line.isProse && !page.shared[i];
      return [page, new Set(page.lines.filter(isText).flatMap(({ words }) => words))];
    }),
  );
  return (page, i) => {
    let [all, found] = [0, 0];
    for (const word of new Set((page.lines[i] as LearnLine).words)) {
      const value = worth(word);
      all += value;
      if (texts.get(page)?.has(word)) found += value;
    }
    return all === 0 ? 0 : found / all;
  };
}

/** Each line of a page once, by the page: a place is worth as much as its lines are. */
function worthOf(
  lines: readonly PlacedLine[],
  open: ReadonlySet<MarkedPage>,
  scoreOf: (one: PlacedLine) => number,
): number {
  let sum = 0;
  for (const one of lines) if (open.has(one.page)) sum += scoreOf(one);
  return sum;
}

/** @returns The places, the most trusted first, and the headline of each page that has one. */
export function headlinePlaces(
  pages: readonly MarkedPage[],
  places: readonly Placed[],
): { readonly places: readonly Placed[]; readonly of: ReadonlyMap<MarkedPage, number> } {
  const inText = sharedWords(pages);
  const scores = new Map<MarkedPage, (number | undefined)[]>();
  const scoreOf = ({ page, i, line }: PlacedLine): number => {
    const [first] = page.prose;
    if (!mayBeHeadline(line) || first < 0 || i > first + 1) return 0;
    const known = scores.get(page) ?? [];
    scores.set(page, known);
    // Alone, and once more with the site's name or as the last step of a way.
    const again = page.lines.some(({ key }, k) => k !== i && key.includes(line.key)) ? 0.15 : 0;
    // A line over the text rather than in it.
    const over = i < first ? 0.15 + 0.2 / (1 + (first - i) / 5) : 0;
    known[i] ??= inText(page, i) + again + over;
    return known[i] as number;
  };
  const open = new Set(pages);
  const of = new Map<MarkedPage, number>();
  const chosen: Placed[] = [];
  while (chosen.length < PLACES && open.size > pages.length * 0.02) {
    let best: Placed | undefined;
    let most = 0;
    for (const one of places) {
      // A shared line is a surer place than the text, which is known by its length alone.
      const worth = worthOf(one.lines, open, scoreOf) * (one.place.above === TEXT ? 0.95 : 1);
      if (worth > most) [best, most] = [one, worth];
    }
    if (!best || most / open.size < LEAST) break;
    chosen.push(best);
    for (const one of best.lines)
      if (open.has(one.page) && mayBeHeadline(one.line)) {
        open.delete(one.page);
        of.set(one.page, one.i);
      }
  }
  return { places: chosen, of };
}
