/**
 * The content of a saved page → the blocks that are the article's text; the others are read for what they say, and noted.
 * A block of lines that end in `<br>`, and a list, is read line by line where the page's own lines stand, at its beginning and its
 * end: what lies between, be it verse, stays whole.
 */
import type { Element, ElementContent, Root } from "hast";
import { fold } from "../../arabic/letters/fold.ts";
import type { Removed } from "../../model/article.ts";
import { plainOf } from "../finish.ts";
import { furnitureOf } from "../lines/boilerplate.ts";
import { emptyRead, isProse, type PageRead, takeCredits, textLines } from "../lines/line.ts";
import { writersIn } from "../lines/placeholder-names.ts";
import { printedDate } from "../lines/printed-date.ts";
import { countOf } from "../lines/reader-comments.ts";
import { elementsOf } from "../tree/elements.ts";
import { LABELLED_ROLE, LABELLED_WRITER, OPINION, ROLE } from "../vocabulary/html-authors.ts";
import { OF_WRITER, pageLineOf } from "../vocabulary/html-lines.ts";
import { blocksOf, isLinked, isPolicy, note } from "./blocks.ts";
import { dayBesideWriters, IS_NAME } from "./byline.ts";
import { cutAtBreaks, rowText } from "./lines.ts";

/** A comment's own line begins so: with its number, or with a day. */
const NUMBERED = /^#?\p{Nd}{1,3}\s*[-–.):#]/u;

/**
 * The place of the heading above comments of readers: it counts them, and as many lines at least below it are numbered or
 * state a day. -1 where none does.
 */
function commentsBelow(blocks: readonly Element[]): number {
  const lines = blocks.map((block) => plainOf(block).split("\n"));
  const first = lines.findIndex((some) => some.some(isProse));
  const heading = lines.findIndex(
    (some, i) => i > first && first >= 0 && some.length === 1 && countOf(some[0] as string) > 0,
  );
  if (heading < 0) return -1;
  const below = lines.slice(heading + 1).flat();
  const days = below.filter((line) => printedDate(line) !== null).length;
  const numbers = below.filter((line) => NUMBERED.test(line)).length;
  return Math.max(days, numbers) >= countOf(lines[heading]?.[0] as string) ? heading : -1;
}

/** Some lines of a block, or all of it. */
interface Piece {
  readonly of: Element;
  readonly lines: readonly ElementContent[][];
  readonly element: Element;
  readonly text: string;
  readonly linked: boolean;
}

/** A caption that names an agency is no byline. */
const isSpoken = ({ of, text }: Piece): boolean =>
  text !== "" && !(of.tagName === "figure" && saysWhoOrWhen(text));

const BREAK: Element = { type: "element", tagName: "br", properties: {}, children: [] };
const isList = ({ tagName }: Element): boolean => tagName === "ul" || tagName === "ol";
/** The lines of a paragraph, or the items of a list. */
const linesOf = (block: Element): ElementContent[][] =>
  isList(block)
    ? block.children.flatMap((child) => (child.type === "element" ? [[child]] : []))
    : block.tagName === "p"
      ? cutAtBreaks(block.children)
      : [];
const underEachOther = (block: Element, lines: readonly ElementContent[][]): ElementContent[] =>
  lines.flatMap((line, i) => (i === 0 || isList(block) ? line : [{ ...BREAK }, ...line]));

function pieceOf(of: Element, lines: readonly ElementContent[][], isWhole: boolean): Piece {
  const element = isWhole ? of : { ...of, children: underEachOther(of, lines) };
  return { of, lines, element, text: rowText(element), linked: isLinked(element) };
}

const saysWhoOrWhen = (line: string): boolean => {
  const read = emptyRead();
  return takeCredits(line, read);
};

/** Words in one element of their own, as a headline is set; a verse that begins with the same words is not. */
const isSetApart = (line: readonly ElementContent[]): boolean => {
  const [only, ...more] = line.filter((node) => node.type !== "text" || node.value.trim() !== "");
  return only?.type === "element" && more.length === 0;
};

/** Lines of a name, a place, a section stand before a date at most so many, and are at most so long. */
const ROWS = 4;
const ROW = 60;

interface Line {
  readonly text: string;
  readonly says: boolean;
  /** The page's own wherever it stands. */
  readonly isPages: boolean;
  /** The page's own beside others that are. */
  readonly mayBePages: boolean;
  readonly isHeading: boolean;
}

function lineOf(nodes: readonly ElementContent[], headline: string): Line {
  const element: Element = { ...BREAK, tagName: "p", children: [...nodes] };
  const text = rowText(element);
  const furniture = furnitureOf(text);
  const says = saysWhoOrWhen(text);
  const isHeadline = isSetApart(nodes) && fold(text) === headline;
  return {
    ...{ text, says },
    isPages:
      text === "" ||
      says ||
      LABELLED_WRITER.test(text) ||
      LABELLED_ROLE.test(text) ||
      isHeadline ||
      furniture?.sure === true,
    mayBePages: furniture !== null || isLinked(element),
    isHeading: furniture?.sure === true && furniture.why === "related-heading",
  };
}

/** How many lines of a block stand before its text, and after how many its text ends. */
function textWithin(lines: readonly Line[]): readonly [number, number] {
  const rows = lines.slice(0, ROWS);
  const long = rows.findIndex(({ text }) => text.length > ROW);
  const lastRow = rows.slice(0, long < 0 ? ROWS : long).findLastIndex(({ says }) => says);
  const own = lines.findIndex(({ isPages }) => !isPages);
  const begin = own < 0 ? lines.length : Math.max(own, lastRow + 1);
  const heading = lines.findIndex(({ isHeading }, i) => isHeading && i > begin);
  const surely = lines.findLastIndex(({ isPages, mayBePages }) => !isPages && !mayBePages) + 1;
  const isOfPage = lines
    .slice(surely)
    .some(({ isPages, mayBePages, says }) => mayBePages && isPages && !says);
  const end = isOfPage ? surely : lines.findLastIndex(({ isPages }) => !isPages) + 1;
  return [begin, Math.max(begin, heading < 0 ? end : Math.min(heading, end))];
}

function piecesOf(block: Element, headline: string): readonly Piece[] {
  const lines = linesOf(block);
  const [begin, end] =
    lines.length > 1 ? textWithin(lines.map((line) => lineOf(line, headline))) : [0, lines.length];
  if (begin === 0 && end === lines.length) return [pieceOf(block, [block.children], true)];
  const single = (line: ElementContent[]) => pieceOf(block, [line], false);
  return [
    ...lines.slice(0, begin).map(single),
    ...(end > begin ? [pieceOf(block, lines.slice(begin, end), false)] : []),
    ...lines.slice(end).map(single),
  ];
}

function byBlock(pieces: readonly Piece[]): ReadonlyMap<Element, readonly Piece[]> {
  const found = new Map<Element, Piece[]>();
  for (const piece of pieces) {
    const others = found.get(piece.of);
    if (others) others.push(piece);
    else found.set(piece.of, [piece]);
  }
  return found;
}

const showsAnything = (line: readonly ElementContent[]): boolean => {
  const root: Root = { type: "root", children: [...line] };
  return plainOf(root) !== "" || elementsOf(root).some(({ tagName }) => tagName === "img");
};

/** Blocks of which some pieces are kept: those stand under each other as they did. */
function joined(kept: readonly Piece[], all: readonly Piece[]): Element[] {
  const whole = byBlock(all);
  return [...byBlock(kept)].flatMap(([of, pieces]) => {
    if (pieces.length === whole.get(of)?.length) return [of];
    const lines = pieces.flatMap((piece) => piece.lines);
    const begin = lines.findIndex(showsAnything);
    const children = underEachOther(of, lines.slice(begin, lines.findLastIndex(showsAnything) + 1));
    return begin < 0 ? [] : [{ ...of, children }];
  });
}

/** Above the text stand a headline, a section, a date and a writer at most. */
const ABOVE_TEXT = 4;

/** The headline as the page prints it above its text: a heading, or what stands first and is set apart. */
const printedHeadline = (first: readonly Piece[], headline: string): Piece | undefined =>
  first.find(
    ({ of, lines, text }, i) =>
      fold(text) === headline && (/^h[1-6]$/.test(of.tagName) || (i === 0 && isSetApart(lines.flat()))),
  );

/** `الصفحة 1 من 3`, `1 2 3 التالي »`: the way to the other parts of a text. */
const PART = /^(?:ال)?صفحة \p{Nd}+ (?:من|\/) \p{Nd}+$/u;
const WAY_TO_PARTS =
  /^(?:[\p{Nd}|«»‹›<>….\s-]|(?:ال)?(?:تالية?|سابقة?|أولى|أخيرة|صفحة(?: (?:ال)?(?:تالية|سابقة))?)(?=\s|$))+$/u;
const isPaging = (block: Element): boolean => {
  const text = plainOf(block);
  const links = elementsOf(block).filter(({ tagName }) => tagName === "a").length;
  return PART.test(text) || (links >= 2 && WAY_TO_PARTS.test(text));
};

/** A number of the page or of its readers. */
const COUNT = /^\p{Nd}{1,6}$/u;
const FROM_HOME = /^(?:(?:الصفحة )?الرئيسية|home)[\s»›>/|←-]/iu;

/** What the page prints of an article above its text, and states elsewhere. */
export interface PrintedAbove {
  readonly title: string | undefined;
  /** The whole lines that name the authors. */
  readonly bylines: readonly string[];
  readonly writers: readonly string[];
  readonly section: string | undefined;
  /** As the page states it. */
  readonly day: string | undefined;
}

/** @param above Is not repeated in the text. @param says What the other blocks say is gathered here. */
export function textBlocks(
  content: readonly ElementContent[],
  { title, bylines, writers, section, day }: PrintedAbove,
  says: PageRead,
): Element[] {
  const parts = blocksOf(content);
  const end = commentsBelow(parts);
  const blocks = parts.filter((block, i) => {
    const isOfPage = isPolicy(block) || isPaging(block) || (end >= 0 && i >= end);
    if (isOfPage) note(block, "navigation", says.removed);
    return !isOfPage;
  });
  const all = blocks.flatMap((block) => piecesOf(block, fold(title ?? "")));
  const gone = new Set<Piece>();
  const drop = (piece: Piece, why: Removed["why"]) => {
    gone.add(piece);
    says.removed.push({ why, text: piece.text });
  };
  for (const [i, piece] of all.entries()) {
    const why = pageLineOf(piece.text);
    const above = all[i - 1];
    if (why && above && furnitureOf(above.text)?.why === "related-heading") drop(above, "related-heading");
    if (why) drop(piece, why);
  }
  const names = new Set(writers.map((name) => fold(name)));
  const isWriter = (text: string) => names.has(fold(text.replace(ROLE, "")));
  const isBelow = (text: string, above = "") =>
    isWriter(text) || COUNT.test(text) || (OF_WRITER.test(text) && isWriter(above));
  /** Above the text the page prints again what it states of who, when and where. */
  const dropAbove = (piece: Piece) => {
    const { text } = piece;
    const behind = section && text.startsWith(`${section} `) ? text.slice(section.length).trim() : text;
    const printed = printedDate(behind);
    const named = LABELLED_WRITER.exec(text)?.[1];
    if (named) for (const name of writersIn([named])) says.authors.push(name);
    if (named || isWriter(text) || LABELLED_ROLE.test(text)) drop(piece, "byline");
    else if (fold(text) === fold(section ?? "") || COUNT.test(text) || (piece.linked && FROM_HOME.test(text)))
      drop(piece, "navigation");
    else if (printed?.date && (behind !== text || printed.date === day)) {
      takeCredits(behind, says);
      drop(piece, "date-line");
    }
  };
  /** Labels over the headline; a name over that of an opinion is the writer's. */
  const dropOver = (over: readonly Piece[]) => {
    if (over.some(({ text, linked }) => !linked && isProse(text))) return;
    const isOpinion = over.some(({ text }) => OPINION.test(text));
    for (const piece of over.filter((one) => !gone.has(one))) {
      const isName = isOpinion && IS_NAME.test(piece.text) && !OPINION.test(piece.text);
      if (isName) says.authors.push(piece.text);
      if (isName || !takeCredits(piece.text, says)) drop(piece, isName ? "byline" : "navigation");
      else gone.add(piece);
    }
  };
  const left = all.filter((piece) => isSpoken(piece) && !gone.has(piece));
  const prose = left.map(({ text, linked }) => !linked && isProse(text));
  const [begin, end_] = [prose.indexOf(true), prose.lastIndexOf(true)];
  const first = left.slice(0, ABOVE_TEXT);
  const headline =
    title === undefined
      ? undefined
      : printedHeadline(left.slice(0, Math.max(ABOVE_TEXT, begin)), fold(title));
  if (headline) {
    drop(headline, "repeated-title");
    dropOver(left.slice(0, Math.max(0, left.indexOf(headline))));
  }
  for (const piece of first) if (bylines.includes(piece.text)) drop(piece, "byline");
  const row = first.find((one) => !gone.has(one) && dayBesideWriters(one.text, writers) !== null);
  if (row) {
    takeCredits(dayBesideWriters(row.text, writers) as string, says);
    drop(row, "byline");
  }
  for (const [i, piece] of left.entries()) {
    if (gone.has(piece) || begin < 0) continue;
    const above = left[i - 1]?.text;
    if (i < begin || i < ABOVE_TEXT) dropAbove(piece);
    else if (i > end_ && isBelow(piece.text, above))
      drop(piece, isWriter(piece.text) ? "byline" : "navigation");
  }
  const pieces = all.filter((piece) => !gone.has(piece));
  const spoken = pieces.filter(isSpoken);
  const text = new Set(textLines(spoken, title, says).map((i) => spoken[i]));
  return joined(
    pieces.filter((piece) => !isSpoken(piece) || text.has(piece)),
    all,
  );
}
