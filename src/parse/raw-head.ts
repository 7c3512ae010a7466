/** The lines of a raw page → which of them is the section, which the headline, and what stood before and between. */
import { fold } from "../arabic/fold.ts";
import { shortened } from "../arabic/shorten.ts";
import type { TakenOut } from "../model/article.ts";
import { creditOf } from "./credit-line.ts";
import { furnitureOf } from "./page-furniture.ts";
import { isProse, rowOf, VERB_AND_NAME } from "./page-lines.ts";
import { printedDate } from "./printed-date.ts";

/** A section's name: a few words. A headline: one line, shorter than a paragraph. In UTF-16 units and words. */
const SECTION = 40;
const SECTION_WORDS = 4;
const HEADLINE = 180;
/** A first sentence, or the first words, of a paragraph that stands where a headline would. */
const BEGINNING = 120;
const FIRST_SENTENCE = /^.{20,117}?[\p{L}\p{M}\p{N}»”")]{3}[.؟!](?=\s)/u;
/** A verse or an item is no longer. */
const SHORT = 80;
/** So many lines that are no furniture decide which is the headline. */
const CANDIDATES = 6;

/** Names that are sections and hardly headlines: one alone, or one before a name (`الشأن السوري`, `أخبار العالم`). */
const KNOWN_SECTION = new RegExp(
  `^(?:${fold(
    "(?:ال)?(?:سياسة|اقتصاد|رياضة|ثقافة|فن|فنون|مجتمع|صحة|علوم|تكنولوجيا|تقنية|منوعات|حوادث|محليات|دوليات|عربيات|رأي|آراء|مقالات|تقارير|تحقيقات|حوارات|أخبار|عالم|محلي|دولي|عربي|سياسي|اقتصادي|رياضي|ثقافي|صحافة|سيارات|سفر|سياحة|أسرة|تعليم|بيئة|طقس|فيديو|ملفات|قضايا)",
  )}|${fold("(?:الشأن|شؤون|أخبار|قضايا|ملفات|صحة|علوم|ثقافة|اقتصاد|سياسة|فن|المال|الشرق|العالم|شمال|بلاد")}) [^ ]+(?: [^ ]+){0,2})$`,
  "u",
);
export const CRUMBS = /^(?:أنت هنا\s*:?\s*)?(?:الصفحة\s+)?(?:ال)?رئيسية\s*[/»›>|\\–←-]+\s*\S/u;

const isHeadline = (line: string): boolean => line.length <= HEADLINE && !/(?<!\.)\.[”"»]?$/u.test(line);
const words = (text: string): number => text.split(/\s+/).length;

/** `بيروت – «المدينة»`: where a text was written, and for whom. */
const DATELINE = /^[\p{L}\p{M} ]{2,30}\s[-–—\u0640]\s[«"“]?[\p{L}\p{M} ]{2,40}[»"”]?$/u;

/** A headline is signed when a date, a writer or a place stands right under it. */
const isSigned = (headline: string, lines: readonly string[]): boolean => {
  const under = lines[0] === headline ? lines[1] : undefined;
  if (under === undefined) return false;
  return (printedDate(under) ?? creditOf(under) ?? rowOf(under)) !== null || DATELINE.test(under);
};

/**
 * The first of the lines that are no furniture is the section when it is a few words, and a headline and text follow.
 * @param below The candidates below the second. @param following All lines below the first.
 */
function isSection(
  first: string,
  second: string | undefined,
  below: readonly string[],
  following: readonly string[],
): boolean {
  const [third] = below;
  if (second === undefined || third === undefined || !isHeadline(second)) return false;
  if (first.length > SECTION || words(first) > SECTION_WORDS) return false;
  if (/[.،؛:؟!"”“«»]/u.test(first)) return false;
  if (KNOWN_SECTION.test(fold(first))) return true;
  // Of several lines that are all short, verses or items, the second may be one.
  const areShort = below.length > 1 && third.length <= SHORT && !below.some(isProse);
  if (words(second) <= 2 || (words(first) > 2 && creditOf(second))) return false;
  if (isSigned(second, following) && below.some(isProse)) return true;
  return isProse(third) || (third.length > second.length && !areShort);
}

/** A line that is the page's, before its headline is known. What may be a headline is not. */
function beforeHeadline(line: string): TakenOut["why"] | null {
  const furniture = furnitureOf(line);
  if (furniture) return furniture.sure || furniture.why !== "related-heading" ? furniture.why : null;
  return printedDate(line) || rowOf(line, 0) ? "date-line" : null;
}

/** `الرئيسية » سياسة » عنوان`: the last step that is not the headline names the section. */
export function sectionOfCrumbs(line: string, following: readonly string[]): string | undefined {
  const steps = line.split(/\s*[/»›>|\\←]\s*|\s+[–-]\s+/u).filter((step) => step !== "");
  const titles = new Set(following.map(fold));
  const section = steps.slice(1).filter((step) => !titles.has(fold(step)) && step.length <= SECTION);
  return section.at(-1);
}

const beginningOf = (paragraph: string): string =>
  FIRST_SENTENCE.exec(paragraph)?.[0].replace(/\.$/u, "") ?? shortened(paragraph, BEGINNING);

/** A line that names its writers in so many words, over what can be a headline with text below it. */
function isBylineOver(line: string, following: readonly string[]): boolean {
  const credit = creditOf(line);
  if (!credit?.sure || credit.authors.length === 0 || VERB_AND_NAME.test(line)) return false;
  const [headline, text] = following.filter((one) => beforeHeadline(one) === null && !creditOf(one)?.sure);
  return headline !== undefined && text !== undefined && isHeadline(headline) && !isProse(headline);
}

function firstCandidates(lines: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const [i, line] of lines.entries()) {
    if (found.length === CANDIDATES) break;
    if (beforeHeadline(line) !== null || CRUMBS.test(line)) continue;
    const isByline = i === 0 ? isBylineOver(line, lines.slice(1)) : creditOf(line)?.sure;
    if (!isByline) found.push(line);
  }
  return found;
}

export interface Head {
  readonly section: string | undefined;
  readonly title: string | undefined;
  /** The title is the beginning of a paragraph, which is the first of the rest. */
  readonly titleIsCut?: true;
  /** Lines before and between that are the page's, in order. */
  readonly before: readonly TakenOut[];
  /** What follows the headline. */
  readonly rest: readonly string[];
}

/** @param lines Of the whole page. */
export function readHead(lines: readonly string[]): Head {
  const before: TakenOut[] = [];
  let section: string | undefined;
  const candidates = firstCandidates(lines);
  for (const [i, line] of lines.entries()) {
    const following = lines.slice(i + 1);
    if (CRUMBS.test(line)) {
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
    return line.length > HEADLINE
      ? { section, title: beginningOf(line), titleIsCut: true, before, rest: lines.slice(i) }
      : { section, title: line, before, rest: following };
  }
  return { section: undefined, title: section, before, rest: [] };
}
