/** Whether the first lines of a raw page name a section, or the outlet over it: by their words, and by what follows. */
import { fold } from "../../arabic/letters/fold.ts";
import { creditOf } from "../lines/byline.ts";
import { DATELINE, isProse, NAME, rowOf } from "../lines/line.ts";
import { personsIn } from "../lines/person.ts";
import { printedDate } from "../lines/printed-date.ts";

/** A section's name: a few words. A headline: one line, shorter than a paragraph. In UTF-16 units and words. */
export const SECTION = 40;
const SECTION_WORDS = 4;
export const HEADLINE = 180;
/** A verse or an item is no longer. */
const SHORT = 80;

const ONE = fold(
  "(?:ال)?(?:سياسة|اقتصاد|رياضة|ثقافة|فن|فنون|مجتمع|صحة|علوم|تكنولوجيا|تقنية|منوعات|حوادث|محليات|دوليات|عربيات|رأي|آراء|مقالات|تقارير|تحقيقات|حوار|حوارات|أخبار|عالم|محلي|دولي|عربي|سياسي|اقتصادي|رياضي|ثقافي|وطنية|جهات|شعر|أدب|تراث|صحافة|سيارات|سفر|سياحة|أسرة|تعليم|بيئة|طقس|فيديو|ملفات|قضايا|زراعة|طاقة|عقارات|أسواق|بورصة|إعلام|سينما|مسرح|موسيقى|دراسات|برلمان|مقابلات|لقاءات|تحليلات|افتتاحية|محافظات|إسلاميات|شباب|مرأة|وفيات)",
);
/** Names that are sections and hardly headlines: one alone, two (`ثقافة وفنون`), or one before a name (`الشأن السوري`). */
const KNOWN_SECTION = new RegExp(
  `^(?:${ONE}(?: و ?${ONE})?|${fold("(?:الشأن|شؤون|أخبار|قضايا|ملفات|صحة|علوم|ثقافة|اقتصاد|سياسة|فن|المال|الشرق|العالم|شمال|بلاد")}) [^ ]+(?: [^ ]+){0,2}|${fold("قصة قصيرة|قصص قصيرة|آراء حرة|بيان صحفي|بيانات صحفية|كلمة اليوم|الصفحة الأخيرة|الوطن العربي")})$`,
  "u",
);
export const isKnownSection = (line: string): boolean => KNOWN_SECTION.test(fold(line));
/** `صحيفة المدينة`. Of a canal, a network or an agency an article may be. */
const OUTLET =
  /^(?:ال)?(?:جريدة|صحيفة|مجلة|موقع|بوابة|مدونة|إذاعة|اذاعة|راديو|تلفزيون|منتدى|منتديات)(?: \S+){1,3}$/u;
/** So many words an outlet's name has that only its place tells. */
const OUTLET_WORDS = 3;

export const isHeadline = (line: string): boolean =>
  line.length <= HEADLINE && !/(?<!\.)\.[”"»]?$/u.test(line);
const words = (text: string): number => text.split(/\s+/).length;
const MARKS = /[.،؛:؟!"”“«»]/u;

/** A day in words that are not known: `١٢ی تشرینی یەکەم ٢٠١٤`. */
const DAY_OF_ANY_LANGUAGE = /^\p{Nd}{1,2}\P{Nd}{2,24}\p{Nd}{4}$/u;

/** A headline is signed when a date, a writer or a place stands under it, with so many lines between that are names at most. */
function isSigned(headline: string, lines: readonly string[], between: number): boolean {
  if (lines[0] !== headline) return false;
  for (const line of lines.slice(1, between + 2)) {
    if ((printedDate(line) ?? creditOf(line) ?? rowOf(line)) !== null || DATELINE.test(line)) return true;
    if (between > 0 && personsIn(line).length > 0) return true;
    if (!NAME.test(line)) return false;
  }
  return false;
}

/**
 * The first of the lines that are no furniture is the section when it is a few words, and a headline and text follow.
 * @param below The candidates below the second. @param following All lines below the first.
 */
export function isSection(
  first: string,
  second: string | undefined,
  below: readonly string[],
  following: readonly string[],
): boolean {
  const [third] = below;
  if (second === undefined || third === undefined || !isHeadline(second) || rowOf(second)) return false;
  if (fold(first) === fold(second)) return false;
  if (first.length > SECTION || words(first) > SECTION_WORDS) return false;
  if (MARKS.test(first)) return false;
  if (isKnownSection(first)) return true;
  if (DATELINE.test(second) || DAY_OF_ANY_LANGUAGE.test(second)) return false;
  // Of several lines that are all short, verses or items, the second may be one.
  const areShort = below.length > 1 && third.length <= SHORT && !below.some(isProse);
  if (words(second) <= 2 || (words(first) > 2 && creditOf(second))) return false;
  // A longer line may be a headline itself, over one that adds to it and a writer's name.
  if (isSigned(second, following, words(first) > 2 ? 0 : 2) && below.some(isProse)) return true;
  return isProse(third) || (third.length > second.length && !areShort);
}

/**
 * The first line is an outlet's name when its words say so and it would be the section, or when the one section of the
 * page and a headline follow; without such words, a headline that is signed. Arguments as of {@link isSection}.
 */
export function isOutletOver(
  first: string,
  second: string | undefined,
  below: readonly string[],
  following: readonly string[],
): boolean {
  const saysSo = OUTLET.test(first);
  if (saysSo && isSection(first, second, below, following)) return true;
  const [third, ...rest] = below;
  if (second === undefined || third === undefined || rest.length === 0) return false;
  if (MARKS.test(first) || words(first) > OUTLET_WORDS || isKnownSection(first)) return false;
  if (following.filter(isKnownSection).length !== 1 || !isKnownSection(second)) return false;
  if (!isHeadline(third) || isProse(third) || words(third) <= words(first)) return false;
  return saysSo || isSigned(third, following.slice(following.indexOf(third)), 2);
}
