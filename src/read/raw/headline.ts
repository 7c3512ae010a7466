/** The headline among the lines over a text, where menus, lists of titles and the page's own title stand there too. */
import { fold } from "../../arabic/letters/fold.ts";
import { furnitureOf } from "../lines/boilerplate.ts";
import { creditOf } from "../lines/byline.ts";
import { dayWithin } from "../lines/day-within.ts";
import { isProse, rowOf } from "../lines/line.ts";
import { personsIn } from "../lines/person.ts";
import { printedDate } from "../lines/printed-date.ts";
import { HOME, isWayHome, sectionOfCrumbs } from "./head.ts";
import { isMenuRow } from "./menu.ts";
import { isKnownSection } from "./section.ts";

/** So many lines over the text may hold the headline, and so far over the text it mostly stands. */
const DEEPEST = 60;
const NEAR = 14;
const LONGEST = 220;
/** So many lines below it the day or the writer stands. */
const CREDIT_BELOW = 6;
/** The page's own title is one of so many first lines. */
const TITLE_LINES = 3;
const SECTION_WORDS = 4;
const SECTION_ABOVE = 3;
/** Shares of a line's words that the text has as well. */
const SOME = 0.3;
const MOST = 0.6;
const MANY = 4;

const wordsIn = (line: string): readonly string[] => line.split(/\s+/);
/** A word without what Arabic writes on it: enough to see that two lines speak of one thing. */
const coreOf = (word: string): string => word.replace(/^[وفبلك]?(?:ال|لل)?(?=.{3})/u, "").slice(0, 6);
const coresIn = (text: string): readonly string[] =>
  (fold(text).match(/[\p{L}\p{Nd}]{3,}/gu) ?? []).map(coreOf);

/** What the lines of a page are to one another. */
export class PageTop {
  readonly #lines: readonly string[];
  readonly #first: number;
  readonly #keys: readonly string[];
  readonly #times = new Map<string, number>();
  readonly #text: ReadonlySet<string>;

  /** @param lines Of the whole page. @param first,last Where its text stands. */
  constructor(lines: readonly string[], first: number, last: number) {
    this.#lines = lines;
    this.#first = first;
    this.#keys = lines.map((line) => fold(line));
    for (const key of this.#keys) this.#times.set(key, (this.#times.get(key) ?? 0) + 1);
    this.#text = new Set(
      coresIn(
        lines
          .slice(first, last + 1)
          .filter(isProse)
          .join(" "),
      ),
    );
  }

  line = (at: number): string => this.#lines[at] ?? "";
  isRepeated = (at: number): boolean => (this.#times.get(this.#keys[at] ?? "") ?? 0) > 1;
  distance = (at: number): number => this.#first - at;

  /** `سوق السمك - موقع المرفأ` among the first lines, over `سوق السمك`. */
  isOfTitleLine(at: number): boolean {
    const key = this.#keys[at] as string;
    return this.#keys
      .slice(0, TITLE_LINES)
      .some(
        (title, i) =>
          i !== at && title.startsWith(`${key} `) && /^\s*[|–—»:-]/u.test(title.slice(key.length)),
      );
  }

  /** Between others that stand twice as well: a menu, or a list of titles, for wide and for narrow screens. */
  isInRepeatedList(at: number): boolean {
    const isOne = (other: number) => this.isRepeated(other) && !this.saysWhoOrWhen(other);
    const isOther = (other: number) => this.#keys[other] !== this.#keys[at];
    const [above, below] = [at - 1, at + 1].map((other) => (isOther(other) ? other : 2 * other - at));
    return this.isRepeated(at) && isOne(above as number) && isOne(below as number);
  }

  /** How many words of a line the text has as well. */
  shared = (at: number): number => coresIn(this.line(at)).filter((core) => this.#text.has(core)).length;
  /** How much of a line of several words the text speaks of, from 0 to 1. */
  share = (at: number): number =>
    /\s/.test(this.line(at)) ? this.shared(at) / coresIn(this.line(at)).length || 0 : 0;

  /** A line that the first paragraph repeats is its standfirst. */
  beginsText = (at: number): boolean => (this.#keys[this.#first] ?? "").startsWith(this.#keys[at] as string);

  saysWhoOrWhen(at: number): boolean {
    const line = this.line(at);
    return (
      (at < this.#first &&
        (printedDate(line) ?? rowOf(line) ?? dayWithin(line) ?? (creditOf(line)?.sure || null)) !== null) ||
      (at < this.#first && personsIn(line).length > 0)
    );
  }

  isSection(at: number): boolean {
    const line = this.line(at);
    if (!/\p{L}/u.test(line) || wordsIn(line).length > SECTION_WORDS || furnitureOf(line) || HOME.test(line))
      return false;
    return (
      isKnownSection(line) ||
      this.isRepeated(at) ||
      HOME.test(this.line(at - 1)) ||
      HOME.test(this.line(at - 2))
    );
  }
}

/** Why a line is taken for the headline, with how much each reason counts. */
export const REASONS = {
  "title-line": { points: 6, holds: (page: PageTop, at: number) => page.isOfTitleLine(at) },
  repeated: {
    points: 3,
    holds: (page: PageTop, at: number) => page.isRepeated(at) && page.share(at) >= SOME,
  },
  "over-day-or-writer": {
    points: 3,
    holds: (page: PageTop, at: number) => {
      for (let below = 1; below <= CREDIT_BELOW; below++) if (page.saysWhoOrWhen(at + below)) return true;
      return false;
    },
  },
  "under-section": {
    points: 2,
    holds: (page: PageTop, at: number) => page.isSection(at - 1) || isWayHome(page.line(at - 1)),
  },
  "speaks-of-the-text": { points: 3, holds: (page: PageTop, at: number) => page.share(at) >= SOME },
  "speaks-of-nothing-else": { points: 3, holds: (page: PageTop, at: number) => page.share(at) >= MOST },
  "many-words-of-the-text": { points: 3, holds: (page: PageTop, at: number) => page.shared(at) >= MANY },
  "several-words": { points: 2, holds: (page: PageTop, at: number) => wordsIn(page.line(at)).length > 2 },
  "near-the-text": { points: 2, holds: (page: PageTop, at: number) => page.distance(at) <= NEAR },
  "not-a-section": { points: 3, holds: (page: PageTop, at: number) => !isKnownSection(page.line(at)) },
} as const;
export type Reason = keyof typeof REASONS;

/** What is the page's, a day or a writer, or longer than a headline, is none. */
export const mayBeHeadline = (page: PageTop, at: number): boolean => {
  const line = page.line(at);
  return (
    line.length <= LONGEST &&
    /\p{L}{2}/u.test(line) &&
    (!/(?<!\.)\.$/u.test(line) || page.isRepeated(at)) &&
    !furnitureOf(line) &&
    !page.saysWhoOrWhen(at) &&
    !page.beginsText(at) &&
    !page.isInRepeatedList(at) &&
    !(page.isRepeated(at) && !/\s/.test(line)) &&
    !isMenuRow(line) &&
    !isWayHome(line) &&
    !HOME.test(line)
  );
};

export interface Headline {
  readonly at: number;
  readonly reasons: readonly Reason[];
}

/** The line with most reasons for it, the upper of two. Null where none may be one. */
export function headlineOver(page: PageTop, first: number): Headline | null {
  let best: Headline | null = null;
  let most = 0;
  for (let at = Math.max(0, first - DEEPEST); at < first; at++) {
    if (!mayBeHeadline(page, at)) continue;
    const reasons = (Object.keys(REASONS) as Reason[]).filter((reason) => REASONS[reason].holds(page, at));
    const points = reasons.reduce((sum, reason) => sum + REASONS[reason].points, 0);
    if (points <= most) continue;
    most = points;
    best = { at, reasons };
  }
  return best;
}

/** The section that stands right over the headline: the last step of a way home, or a line that the menu has as well. */
export function sectionOver(page: PageTop, headline: number): { section: string; from: number } | null {
  for (let at = headline - 1; at >= Math.max(0, headline - SECTION_ABOVE); at--) {
    const line = page.line(at);
    if (fold(line) === fold(page.line(headline))) continue;
    const section = isWayHome(line) ? sectionOfCrumbs(line, [page.line(headline)]) : undefined;
    if (section !== undefined) return { section, from: at };
    const isTop =
      at === 0 && headline === 1 && wordsIn(line).length <= SECTION_WORDS && !page.saysWhoOrWhen(at);
    if (isTop && !furnitureOf(line) && /^[\p{L}\p{M} ]+$/u.test(line)) return { section: line, from: at };
    if (page.isSection(at)) return { section: line, from: at };
    const beside = dayWithin(line)?.beside[0];
    if (beside !== undefined && wordsIn(beside).length <= SECTION_WORDS) return { section: beside, from: at };
    if (!furnitureOf(line) && !page.saysWhoOrWhen(at) && /\p{L}/u.test(line)) return null;
  }
  return null;
}
