/** The lines of a raw page → which of them is the section, which the headline, and what stood before and between. */
import { fold } from "../../arabic/letters/fold.ts";
import { shortened } from "../../arabic/typography/shorten.ts";
import type { Removed } from "../../model/article.ts";
import { furnitureOf } from "../lines/boilerplate.ts";
import { AGENCY_WORDS, creditOf } from "../lines/byline.ts";
import { isCity } from "../lines/cities.ts";
import { isProse, rowOf, VERB_AND_NAME } from "../lines/line.ts";
import { printedDate } from "../lines/printed-date.ts";
import { isMenuRow } from "./menu.ts";
import { HEADLINE, isHeadline, isKnownSection, isOutletOver, isSection, SECTION } from "./section.ts";

/** A first sentence, or the first words, of a paragraph that stands where a headline would. */
const BEGINNING = 120;
const LONG_HEADLINE = 90;
const SHORT = 60;
const FIRST_SENTENCE = /^.{20,117}?[\p{L}\p{M}\p{N}»”")]{3}[.؟!](?=\s)/u;
/** So many lines that are no furniture decide which is the headline. */
const CANDIDATES = 6;

export const CRUMBS = /^(?:أنت هنا\s*:?\s*)?(?:الصفحة\s+)?(?:ال)?رئيسية\s*[/»›>|\\–←-]+\s*\S/u;

/** The first step of such a way alone in its line. */
export const HOME = /^(?:(?:أنت|انت) هنا\s*:?|(?:[أا]نت هنا\s*:?\s*)?(?:الصفحة\s+)?الرئيسية|home)$/iu;
/** Its steps with nothing between them but spaces. */
const BARE_CRUMBS = /^(?:الصفحة\s+)?الرئيسية(?:\s{2,}\S.{0,80}|(?:\s+[\p{L}\p{M}]+){1,4})$/u;
export const isWayHome = (line: string): boolean => CRUMBS.test(line) || BARE_CRUMBS.test(line);

/** A count, or signs alone; a year may be a headline. */
const WITHOUT_LETTERS = /^(?:\p{Nd}{1,3}|[^\p{L}\p{Nd}]+)$/u;
/** A day in a calendar or a language that is not read. */
const OTHER_DAY = /^\p{Nd}{1,2}\s\p{L}{2,12}\s\p{Nd}{4}(?:\s?-\s?\p{Nd}{1,2}:\p{Nd}{2})?$/u;
/** The address of a page, alone in a line. */
export const ADDRESS = /^https?:\/\/\S+$/i;

/** Steps of a way home over a headline, and their words. */
const MOST_STEPS = 3;
const STEP_WORDS = 3;

/** A line that is the page's, before its headline is known. What may be a headline is not. */
function beforeHeadline(line: string): Removed["why"] | null {
  const furniture = furnitureOf(line);
  if (furniture) return furniture.sure || furniture.why !== "related-heading" ? furniture.why : null;
  if (printedDate(line) || rowOf(line, 0) || OTHER_DAY.test(line)) return "date-line";
  return WITHOUT_LETTERS.test(line) || ADDRESS.test(line) ? "navigation" : null;
}

/** `الرئيسية » سياسة » عنوان`: the last step that is not the headline names the section. */
export function sectionOfCrumbs(line: string, following: readonly string[]): string | undefined {
  const isBare = !CRUMBS.test(line);
  const steps = (isBare ? line.replace(/(?<=الرئيسية)\s+/u, "   ") : line)
    .split(isBare ? /\s{2,}/u : /\s*[/»›>|\\←]\s*|\s+[–-]\s+/u)
    .filter((step) => step !== "");
  const titles = new Set(following.map(fold));
  const last = steps.at(-1) ?? "";
  const sections = steps.slice(1, titles.has(fold(last)) && !isKnownSection(last) ? -1 : undefined);
  return sections.filter((step) => step.length <= SECTION).at(-1);
}

const beginningOf = (paragraph: string): string =>
  (FIRST_SENTENCE.exec(paragraph)?.[0] ?? shortened(paragraph, BEGINNING)).replace(/(?<!\.)\.$/u, "");

/** What ends as a sentence does is no headline, if it is as long as one. */
const isParagraph = (line: string): boolean =>
  line.length > HEADLINE || (line.length > LONG_HEADLINE && /(?<!\.)\.$/u.test(line));

/** A line that names its writers in so many words, over what can be a headline with text below it. */
function isBylineOver(line: string, following: readonly string[]): boolean {
  const credit = creditOf(line);
  if (!credit?.sure || credit.authors.length === 0 || VERB_AND_NAME.test(line)) return false;
  const [headline, text] = following.filter((one) => beforeHeadline(one) === null && !creditOf(one)?.sure);
  return headline !== undefined && text !== undefined && isHeadline(headline) && !isProse(headline);
}

const WORDS_AS_WELL = new RegExp(`(?<!\\p{L})(?:${AGENCY_WORDS})(?!\\p{L})`, "u");
const PLACE_BEFORE = /^([\p{L}\p{M} ]{2,30}?)\s?[\p{Pd}/(،,]/u;

/** A place and an agency, or an agency in brackets, over anything: no headline is so made. */
function isPlacedAgency(line: string): boolean {
  const place = PLACE_BEFORE.exec(line)?.[1];
  const isPlaced = place !== undefined || line.startsWith("(");
  return isPlaced && creditOf(line)?.agency != null && (!WORDS_AS_WELL.test(line) || isCity(place ?? ""));
}

const isCreditOver = (line: string, following: readonly string[]): boolean =>
  following.length > 0 && (isPlacedAgency(line) || isBylineOver(line, following));

function firstCandidates(lines: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const [i, line] of lines.entries()) {
    if (found.length === CANDIDATES) break;
    if (beforeHeadline(line) !== null || HOME.test(line) || isWayHome(line) || isMenuRow(line)) continue;
    const isByline = i === 0 ? isCreditOver(line, lines.slice(1)) : creditOf(line)?.sure;
    if (!isByline) found.push(line);
  }
  return found;
}

/** Over statements and sermons: the text's first line, and never its headline. */
const BASMALA = new RegExp(
  `^[\\s*«"()]*${fold("(?:بسم الله(?: الرحمن الرحيم)?|بسمه تعالى|باسمه تعالى)")}[\\s*»"().]*$`,
  "u",
);

/** Without the lines that begin the text wherever they stand, and those lines. */
function openingOf(lines: readonly string[]): {
  readonly opening: readonly string[];
  readonly below: readonly string[];
} {
  const isOpening = (line: string, i: number) =>
    i < CANDIDATES && line.length <= SHORT && BASMALA.test(fold(line));
  const below = lines.filter((line, i) => !isOpening(line, i));
  return below.length > 1 ? { opening: lines.filter(isOpening), below } : { opening: [], below: lines };
}

/** Before a line that was an item of a list. */
const BULLET = /^[*•▪●■◆]\s+(?=\p{L}|[«"“(])/u;

export interface Head {
  readonly section: string | undefined;
  /** The outlet that is named over all else, in its line of `before`. */
  readonly outlet: string | undefined;
  readonly title: string | undefined;
  /** The title is the beginning of a paragraph, which is the first of the rest. */
  readonly titleIsCut?: true;
  /** Lines before and between that are the page's, in order. */
  readonly before: readonly Removed[];
  /** What follows the headline. */
  readonly rest: readonly string[];
}

export const NO_HEAD: Head = {
  ...{ section: undefined, outlet: undefined, title: undefined },
  ...{ before: [], rest: [] },
};

/** @param lines Of the whole page. */
export function readHead(lines: readonly string[]): Head {
  const { opening, below } = openingOf(lines);
  const head = headOf(below);
  return opening.length > 0 ? { ...head, rest: [...opening, ...head.rest] } : head;
}

/** The steps of a way home that has a line for each, over a headline of more words. */
function stepsBelow(lines: readonly string[]): readonly string[] {
  const isStep = (line: string) => line.length <= SECTION && line.split(/\s+/).length <= STEP_WORDS;
  const end = lines.findIndex((line) => !isStep(line));
  return end > 0 && end <= MOST_STEPS && isHeadline(lines[end] as string) ? lines.slice(0, end) : [];
}

function headOf(lines: readonly string[]): Head {
  const before: Removed[] = [];
  let section: string | undefined;
  let outlet: string | undefined;
  /** So many lines are still steps of the way home. */
  let way = 0;
  const candidates = firstCandidates(lines);
  for (const [i, line] of lines.entries()) {
    const following = lines.slice(i + 1);
    if (isMenuRow(line)) {
      before.push({ why: "navigation", text: line });
      continue;
    }
    const steps = HOME.test(line) ? stepsBelow(following) : [];
    if (HOME.test(line) && candidates.length > 0) {
      before.push({ why: "navigation", text: line });
      section ??= steps.at(-1);
      way = steps.length;
      continue;
    }
    if (way > 0) {
      way -= 1;
      before.push({ why: "navigation", text: line });
      continue;
    }
    if (isWayHome(line)) {
      section ??= sectionOfCrumbs(line, following.slice(0, 3));
      before.push({ why: "navigation", text: line });
      continue;
    }
    const why = candidates.length > 0 ? beforeHeadline(line) : null;
    if (why) {
      before.push({ why, text: line });
      continue;
    }
    if (candidates.length > 0 && !candidates.includes(line)) {
      before.push({ why: "byline", text: line });
      continue;
    }
    const at = candidates.indexOf(line);
    const [next, ...below] = candidates.slice(at + 1);
    if (section === undefined && outlet === undefined && isOutletOver(line, next, below, following)) {
      outlet = line;
      before.push({ why: "byline", text: line });
      continue;
    }
    if (next !== undefined && section !== undefined && fold(line) === fold(section)) {
      before.push({ why: "navigation", text: line });
      continue;
    }
    if (section === undefined && isSection(line, next, below, following)) {
      section = line;
      continue;
    }
    // The page's own title, with the outlet's name behind it, stands before the headline it repeats.
    if (
      next !== undefined &&
      fold(line).startsWith(`${fold(next)} `) &&
      /^\s*[|–—-]/u.test(line.slice(next.length))
    ) {
      before.push({ why: "repeated-title", text: line });
      continue;
    }
    return isParagraph(line)
      ? { section, outlet, title: beginningOf(line), titleIsCut: true, before, rest: lines.slice(i) }
      : { section, outlet, title: line.replace(BULLET, ""), before, rest: following };
  }
  return { section: undefined, outlet, title: section, before, rest: [] };
}
