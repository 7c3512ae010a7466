/**
 * The lines of a page after its headline → which of them are the text, and what the others say. Between the paragraphs
 * of the text only what can be nothing else is set aside; before and after them, where pages put their furniture, more
 * is. When in doubt a line is text.
 */
import { fold } from "../../arabic/letters/fold.ts";
import type { DateEvidence, Removed } from "../../model/article.ts";
import { momentIn } from "../keys/stated-date.ts";
import { askedOnce } from "./asked-once.ts";
import { type Furniture, furnitureOf } from "./boilerplate.ts";
import { creditOf } from "./byline.ts";
import { isCity } from "./cities.ts";
import { footOf, isTagsHeading, mayBeTag, tagsIn } from "./foot.ts";
import { printedDate } from "./printed-date.ts";
import { commentsIn } from "./reader-comments.ts";
import { rowOf } from "./row.ts";

export { ROW_SIGN, rowOf } from "./row.ts";

/** A line at least this long is a paragraph wherever it stands. In UTF-16 units. */
const PARAGRAPH = 180;
/** From this length on, a question, a colon or a quotation at the end makes a paragraph too. */
const SENTENCE = 80;
/** Where nothing ends as a sentence does, lines longer than this are the text. */
const LONG = 60;
/** Titles of other articles between paragraphs are no longer than this. */
const TITLE_WITHIN = 130;
/** A list of so many tells that a line over it is a name. */
const ITEMS = 3;
/** `كتبت اسمك يا نهر`: a name may follow, and a verse may begin so. */
export const VERB_AND_NAME = /^كتبت?\s+\p{L}/u;
/** `رواية: عنوانها`: one of several such lines. */
export const LABELLED_ITEM = /^[\p{L}\p{M} ]{2,30}[:：]/u;
/** `بيروت – «المدينة»`: where a text was written, and for whom. */
export const DATELINE = /^[\p{L}\p{M} ]{2,30}\s[-–—\u0640]\s[«"“]?[\p{L}\p{M} ]{2,40}[»"”]?$/u;
/** A name of a person or a place. */
export const NAME = /^(?:[\p{L}\p{M}]+\.? ?){1,4}$/u;

export interface PageLine {
  /** A block of several lines, as a stanza, holds newlines: in doubt it is text. */
  readonly text: string;
  /** All of it is links: a list of other pages, never a paragraph. */
  readonly linked?: boolean;
}

/** What the lines say, gathered as they are read. */
export interface PageRead {
  readonly removed: Removed[];
  readonly authors: string[];
  readonly tags: string[];
  readonly evidence: DateEvidence[];
  date: string | undefined;
  updated: string | undefined;
  agency: string | undefined;
}
export const emptyRead = (): PageRead => ({
  ...{ removed: [], authors: [], tags: [], evidence: [] },
  ...{ date: undefined, updated: undefined, agency: undefined },
});

/** A paragraph of the text, by its length or its end. A headline, a title or a caption seldom is one. */
export const isProse = (line: string): boolean =>
  isSurelyProse(line) || (line.length > SENTENCE && /[؟!:؛…][)\]”“"»]*$|[”“"»]$/u.test(line));

/** A day with a stop behind it is none. */
const isSurelyProse = (line: string): boolean =>
  line.length > PARAGRAPH ||
  (/(?<!\.)\.[)\]”“"»]*$/u.test(line) && !(line.length < LONG && printedDate(line)));

function takeOne(line: string, read: PageRead): boolean {
  const date = printedDate(line);
  if (date) {
    if (date.date === null || date.updated) read.evidence.push({ kind: "printed", quote: line });
    if (date.date !== null && date.updated) read.updated ??= date.date;
    else if (date.date !== null) read.date ??= momentIn(line) ?? date.date;
    read.removed.push({ why: "date-line", text: line });
    return true;
  }
  const credit = creditOf(line);
  if (credit) {
    for (const added of credit.authors.filter((name) => !read.authors.includes(name)))
      read.authors.push(added);
    if (credit.agency !== null) read.agency ??= credit.agency;
    read.removed.push({ why: "byline", text: line });
    return true;
  }
  const tags = tagsIn(line);
  if (!tags) return false;
  for (const added of tags) read.tags.push(added);
  read.removed.push({ why: "navigation", text: line });
  return true;
}

/** A line that says who, whence or when: what it says is kept, and the line is noted as removed. */
export function takeCredits(line: string, read: PageRead): boolean {
  const parts = rowOf(line);
  if (!parts) return takeOne(line, read);
  const before = read.removed.length;
  for (const part of parts) takeOne(part, read);
  read.removed.splice(before, read.removed.length, { why: "date-line", text: line });
  return true;
}

/** A line that is nothing but a date or a credit, among lines of which none is a paragraph: a verse, or an item of a list, may begin as a credit does. */
function isCreditAmongShort(line: string, below: string | undefined): boolean {
  if (printedDate(line) || rowOf(line)) return true;
  const credit = creditOf(line);
  if (!credit || VERB_AND_NAME.test(line)) return false;
  return credit.sure || below === undefined || !LABELLED_ITEM.test(below);
}

function statesDay(line: string): boolean {
  const date = printedDate(line);
  return date ? date.date !== null && !date.updated : rowOf(line) !== null;
}

/** The one day of the lines, under a place or an outlet that stays in the text, over the items of a list. */
function isUnderPlace(lines: readonly PageLine[], day: number): boolean {
  const isPlace = ({ text }: PageLine) => isCity(text) || DATELINE.test(text);
  const isName = (line: PageLine) => isPlace(line) || (NAME.test(line.text) && day < lines.length - ITEMS);
  return day <= 2 && day < lines.length - 1 && lines.slice(0, day).every(isName);
}

/**
 * How many lines under the headline say who and when, where no paragraph tells where the text begins. A day with others
 * below it is the heading of a part of the text; a poem's own day is its last line.
 */
function creditsUnderHeadline(lines: readonly PageLine[], furniture: readonly (Furniture | null)[]): number {
  const from = lines.findIndex(
    ({ text }, i) => !furniture[i]?.sure && !isCreditAmongShort(text, lines[i + 1]?.text),
  );
  const count = from < 0 ? lines.length : from;
  const days = lines.flatMap(({ text }, i) =>
    statesDay(text) && (i < count || i < lines.length - 1) ? [i] : [],
  );
  const [day = 0, ...more] = days;
  if (more.length > 0) return Math.min(count, day);
  return day > count && isUnderPlace(lines.slice(count), day - count) ? day + 1 : count;
}

/** The places of the first and the last paragraph among the lines. */
function extent(
  lines: readonly PageLine[],
  furniture: readonly (Furniture | null)[],
): readonly [number, number] {
  const related = furniture.findIndex((one) => one?.why === "related-heading");
  // Among titles of other articles a question or a quotation is no paragraph.
  const looksLikeProse = (text: string, i: number) =>
    related >= 0 && i > related ? isSurelyProse(text) : isProse(text);
  const prose = lines.map(({ text, linked }, i) => !linked && looksLikeProse(text, i) && !furniture[i]?.sure);
  if (prose.includes(true)) return [prose.indexOf(true), prose.lastIndexOf(true)];
  const own = related < 0 ? lines : lines.slice(0, related);
  const long = own.map(({ text, linked }) => !linked && text.length > LONG);
  return long.includes(true)
    ? [long.indexOf(true), long.lastIndexOf(true)]
    : [creditsUnderHeadline(own, furniture), own.length - 1];
}

const ENDS_SENTENCE = /[.؟!:؛،…][)\]”“"»]*$/u;

/** Under a heading that may be the text's own: the line right below is a sentence, and so are half of its block. */
function isOverText(lines: readonly PageLine[], marks: readonly (Furniture | null)[], i: number): boolean {
  const end = marks.findIndex((mark, k) => k > i && mark !== null);
  const block = lines.slice(i + 1, end < 0 ? lines.length : end);
  const isSentence = ({ text, linked }: PageLine) => linked !== true && ENDS_SENTENCE.test(text);
  return (
    block[0] !== undefined && isSentence(block[0]) && block.filter(isSentence).length * 2 >= block.length
  );
}

/** What each line is, when it is the page's: by itself, or by those around it. */
function marksOf(lines: readonly PageLine[]): readonly (Furniture | null)[] {
  const texts = lines.map(({ text }) => text);
  const alone = texts.map((text) => {
    const furniture = furnitureOf(text);
    return furniture?.sure || !text.includes("\n") ? furniture : null;
  });
  const comments = new Set(commentsIn(texts, isProse));
  return alone.map((mark, i) => {
    if (comments.has(i)) return { why: "navigation", sure: true };
    return mark?.why === "related-heading" && !mark.sure && isOverText(lines, alone, i) ? null : mark;
  });
}

/** A title has some words, so many at least, and no end of a sentence. */
const mayBeTitle = ({ text, linked }: PageLine, words: number): boolean =>
  linked === true ||
  (text.length <= TITLE_WITHIN && text.split(/\s+/).length >= words && !/[.:؛،][”“"»]?$/u.test(text));

/** Between paragraphs a line of few words is a heading of the text, unless the heading of titles stands right above it. */
const leastWords = (isAfterText: boolean, isAfterHeading: boolean): number =>
  isAfterText ? 1 : isAfterHeading ? 3 : 4;

/** So many letters of a stated date are its day. */
export const DAY = "2017-11-22".length;
/** The day that a line of such things states. */
export const dayOf = askedOnce((line: string): string | undefined => {
  const read = emptyRead();
  takeCredits(line, read);
  return read.date?.slice(0, DAY);
});

const COMMENTS = new RegExp(`^(?:${fold("عدد ")})?(?:${fold("(?:ال)?تعليقات|comments")})(?!.* 0$)`, "u");

/** A day below the text is surely the text's where it is the only one, and none of a reader's comment. */
function isSureBelow(lines: readonly PageLine[]): boolean {
  const days = lines.map(({ text }) => dayOf(text));
  const comments = lines.findIndex(({ text }) => text.length <= 40 && COMMENTS.test(fold(text)));
  return (
    new Set(days.filter((day) => day !== undefined)).size < 2 &&
    (comments < 0 || days.slice(comments).every((day) => day === undefined))
  );
}

/** As {@link takeCredits}, and a day that the line states is only evidence. */
export function takeUndated(line: string, read: PageRead): boolean {
  const said: PageRead = { ...read };
  if (!takeCredits(line, said)) return false;
  if (said.date !== read.date) read.evidence.push({ kind: "printed", quote: line });
  read.updated = said.updated;
  read.agency = said.agency;
  return true;
}

/** One label of a row that is cut into lines: `فيسبوك`, `تويتر`, `واتساب`. */
const isAmongLike = (furniture: readonly (Furniture | null)[], i: number): boolean =>
  furniture[i]?.why === "share-label" &&
  [furniture[i - 1], furniture[i + 1]].some((one) => one?.why === "share-label");

/** @returns The places of the lines that are the text. What the others say goes into `read`. */
export function textLines(
  lines: readonly PageLine[],
  title: string | undefined,
  read: PageRead,
): readonly number[] {
  const marks = marksOf(lines);
  const [first, last] = extent(lines, marks);
  const headline = title === undefined ? undefined : fold(title);
  const kept: number[] = [];
  const takeBelow = isSureBelow(lines.slice(last + 1)) ? takeCredits : takeUndated;
  /** How many titles may still follow the last heading of such a list. */
  let titles = 0;
  /** Where that heading stands, among the lines. */
  let heading = -1;
  /** Below a heading of tags that has lines of its own. */
  let areTags = false;
  for (const [i, line] of lines.entries()) {
    const within = i >= first && i <= last;
    const furniture = marks[i];
    if (furniture && (furniture.sure || !within || isAmongLike(marks, i))) {
      read.removed.push({ why: furniture.why, text: line.text });
      areTags = false;
      if (furniture.why !== "related-title") [titles, heading] = [furniture.titles ?? 0, i];
      continue;
    }
    if (i > last && !line.text.includes("\n")) {
      const why = footOf(line.text);
      const isTag: boolean = areTags && why === null && mayBeTag(line.text);
      areTags = isTag || isTagsHeading(line.text);
      if (isTag) read.tags.push(line.text.replace(/^#/u, ""));
      if (why || areTags) {
        read.removed.push({ why: why ?? "navigation", text: line.text });
        titles = 0;
        continue;
      }
    }
    const words = leastWords(i > last, i === heading + 1);
    if (titles > 0 && !tagsIn(line.text) && ((i > last && titles > 1) || mayBeTitle(line, words))) {
      read.removed.push({ why: "related-title", text: line.text });
      if (i <= last && !line.linked) titles -= 1;
      continue;
    }
    titles = 0;
    if (i < first && fold(line.text) === headline)
      read.removed.push({ why: "repeated-title", text: line.text });
    else if (within || line.text.includes("\n") || !(i > last ? takeBelow : takeCredits)(line.text, read))
      kept.push(i);
  }
  return kept;
}
