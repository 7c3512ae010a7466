/**
 * The lines between a headline and its text → who wrote it, when, and what is the page's among them. The text may begin
 * above the day: a standfirst, or a note on the writer, stands there too.
 */
import { fold } from "../../arabic/letters/fold.ts";
import type { Removed } from "../../model/article.ts";
import { furnitureOf } from "../lines/boilerplate.ts";
import { creditOf } from "../lines/byline.ts";
import { dayWithin } from "../lines/day-within.ts";
import { dayOf, isProse, LABELLED_ITEM, type PageRead, ROW_SIGN, rowOf, takeCredits } from "../lines/line.ts";
import { personsIn } from "../lines/person.ts";
import { writersIn } from "../lines/placeholder-names.ts";
import { printedDate } from "../lines/printed-date.ts";
import { SECTION as SECTION_LABELS } from "../vocabulary/labels.ts";
import { isKnownSection } from "./section.ts";

/** Among so many lines the day is the text's, with so many paragraphs over it. */
const ZONE = 12;
const OVER_DAY = 2;
/** A writer is named among so many lines under the headline. */
const DEEPEST = 60;
const BESIDE_DAY = 3;
/** `كتب:`, with the name in the next line. */
const LABEL = /^(?:كتبت?|بقلم|بواسطة|[إا]عداد|تقرير|تحرير|by|written by)\s*[:：]?$/iu;
const NAME = /^\p{L}[\p{L}\p{M}]+\.?(?: \p{L}[\p{L}\p{M}]+\.?){1,4}$/u;
/** What a note on a writer begins with. */
const NOTE = new RegExp(
  `^(?:${fold("(?:ال)?(?:كاتبة?|باحثة?|صحا?في(?:ة)?|أستاذة?|أكاديمية?|محللة?|مدونة?|روائية?|قاصة?|شاعرة?|إعلامية?|خبيرة?|ناقدة?|مترجمة?|محررة?|سياسية?|دبلوماسية?|طبيبة?|محامية?|مراسلة?)")})(?= |$)`,
  "u",
);
const SHORT_NOTE = 60;
/** Counts and clocks without a word, and signs. */
const FIGURES = /^[\p{Nd}\p{P}\p{S}\s]+$/u;

const isNote = (line: string): boolean => NOTE.test(fold(line));
const isDay = (line: string): boolean => dayOf(line) !== undefined || dayWithin(line) !== null;

/** A weekday, an hour. */
const SAYS_MORE = new RegExp(
  `${fold("الأحد|[إا]?لاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت")}|\\d:\\d\\d`,
  "u",
);

/** A day alone may be the heading of a part of the text: one with a weekday, an hour, a name or a count beside it is not. */
function isOfPage(lines: readonly string[], day: number): boolean {
  const beside = lines.slice(Math.max(0, day - BESIDE_DAY), day + BESIDE_DAY + 1);
  return (
    SAYS_MORE.test(fold(lines[day] as string)) ||
    beside.some((line) => furnitureOf(line) !== null || personsIn(line).length > 0)
  );
}

/** Where the text begins for certain: at its first paragraph, or below the one day that stands under that. */
function textFrom(lines: readonly string[]): number {
  const first = lines.findIndex(isProse);
  if (first < 0 || lines.slice(0, first).some(isDay)) return first;
  const near = lines.slice(0, ZONE * 2);
  const [day = ZONE, ...more] = near.flatMap((line, i) => (i > first && isDay(line) ? [i] : []));
  if (day >= ZONE || more.length > 0 || !isOfPage(lines, day)) return first;
  return lines.slice(0, day).filter(isProse).length <= OVER_DAY && lines.slice(day).some(isProse)
    ? day + 1
    : first;
}

/** Whose name stands beside the day, alone under the headline or twice, and is not spoken of in the text. */
function writersOf(zone: readonly string[], at: number, text: string): readonly string[] {
  const line = zone[at] as string;
  const isSpokenOf = (name: string) => text.includes(fold(name));
  const areLabelled = [zone[at - 1], zone[at + 1]].some((other) => LABELLED_ITEM.test(other ?? ""));
  const persons = LABELLED_ITEM.test(line) && areLabelled ? [] : personsIn(line);
  if (persons.length > 0) return persons.some(isSpokenOf) ? [] : persons;
  const isTwice = [zone[at - 1], zone[at + 1]].some(
    (other) => other !== undefined && fold(other) === fold(line),
  );
  return isTwice && NAME.test(line) && line.split(" ").length <= 3 && !isSpokenOf(line) ? [line] : [];
}

export interface UnderHeadline {
  readonly section?: string;
  /** All lines that are not taken, in order. */
  readonly rest: readonly string[];
}

function take(line: string, why: Removed["why"], read: PageRead): void {
  read.removed.push({ why, text: line });
}

function addWriters(names: readonly string[], line: string, read: PageRead): void {
  for (const name of names.filter((one) => !read.authors.includes(one))) read.authors.push(name);
  take(line, "byline", read);
}

/** What stands beside the day in its line may be a writer. */
export function takeDay(line: string, read: PageRead): void {
  const within = dayOf(line) === undefined ? dayWithin(line) : null;
  const parts = within ? within.beside : (rowOf(line) ?? []);
  if (within) {
    takeCredits(within.day, read);
    read.removed.pop();
    take(line, "date-line", read);
  } else takeCredits(line, read);
  if (read.authors.length > 0) return;
  for (const name of parts.flatMap((part) => part.split(ROW_SIGN)).flatMap(personsIn))
    read.authors.push(name);
}

const LABELLED_SECTION = new RegExp(`^(?:${fold(SECTION_LABELS)}) ?(?:[:：]|(?= )) ?(?=[^ ])`, "u");
const SECTION_WORDS = 4;

/** `القسم: محليات`, `in محليات, أخبار`: the first of those it names. */
function sectionIn(line: string): string | undefined {
  if (line.length > 80) return undefined;
  const label = LABELLED_SECTION.exec(fold(line))?.[0];
  if (label === undefined) return undefined;
  const words = label.replace(/[:：]/gu, "").trim().split(" ").length;
  const behind = /[:：]/.test(label)
    ? line.replace(/^[^:：]*[:：]\s*/u, "")
    : line.split(/\s+/).slice(words).join(" ");
  const names = behind.split(/\s*[،,|/]\s*/u);
  const areNames = names.every((name) => name !== "" && name.split(/\s+/).length <= SECTION_WORDS);
  return areNames && (/[:：]/.test(label) || names.some(isKnownSection)) ? names[0] : undefined;
}

/** @param lines Those below the headline. What they say goes into `read`. */
export function takeUnderHeadline(
  lines: readonly string[],
  title: string | undefined,
  isWithoutSection: boolean,
  read: PageRead,
): UnderHeadline {
  const from = textFrom(lines);
  if (from < 0) return { rest: lines };
  let section: string | undefined;
  const zone = lines.slice(0, from);
  const prose = fold(lines.filter(isProse).join("\n"));
  const headline = fold(title ?? "");
  const left: string[] = [];
  const isBesideDay = (i: number) =>
    [zone[i - 1], zone[i + 1]].some((line) => line !== undefined && isDay(line));
  let isUnderName = false;
  for (let i = 0; i < zone.length; i++) {
    const line = zone[i] as string;
    const next = zone[i + 1];
    const wasUnderName = isUnderName;
    isUnderName = false;
    if (fold(line) === headline) take(line, "repeated-title", read);
    else if (wasUnderName && isNote(line)) take(line, "byline", read);
    else if (isProse(line)) left.push(line);
    else if (isWithoutSection && section === undefined && sectionIn(line) !== undefined) {
      section = sectionIn(line);
      take(line, "navigation", read);
    } else if (isWithoutSection && section === undefined && isKnownSection(line) && isBesideDay(i))
      section = line;
    else if (isDay(line)) takeDay(line, read);
    else if (printedDate(line) || creditOf(line)?.authors.length) takeCredits(line, read);
    else if (LABEL.test(line) && next !== undefined && NAME.test(next)) {
      addWriters(writersIn([next]), `${line} ${next}`, read);
      i += 1;
      isUnderName = true;
    } else if (FIGURES.test(line)) take(line, "navigation", read);
    else {
      const names = i >= DEEPEST || furnitureOf(line) ? [] : writersOf(zone, i, prose);
      if (names.length > 0) addWriters(names, line, read);
      else if (!creditOf(line) || !takeCredits(line, read)) left.push(line);
      isUnderName = names.length > 0;
    }
  }
  const rest = [...left, ...takeBelow(lines.slice(from), prose, read)];
  return { rest, ...(section === undefined ? {} : { section }) };
}

/** Below the text the writer's name may stand once more, or for the first time, with a note on them. */
function takeBelow(lines: readonly string[], prose: string, read: PageRead): readonly string[] {
  const last = lines.findLastIndex(isProse);
  const left = lines.slice(0, last + 1);
  let isUnderName = false;
  for (const [i, line] of lines.slice(last + 1).entries()) {
    const isKnown = read.authors.some((name) => fold(name) === fold(line));
    const isSignature =
      i === 0 && read.authors.length === 0 && personsIn(line).length > 0 && !prose.includes(fold(line));
    if (isKnown || isSignature) addWriters(isKnown ? [] : personsIn(line), line, read);
    else if (isUnderName && isNote(line) && line.length <= SHORT_NOTE) take(line, "byline", read);
    else left.push(line);
    isUnderName = isKnown || isSignature;
  }
  return left;
}
