/**
 * What a saved page prints around its text: the lines are noted as removed, and the day and the writer that stand right above
 * or below the text are read.
 */
import type { Element, ElementContent, Root } from "hast";
import { fold } from "../../arabic/letters/fold.ts";
import type { DateEvidence, Removed } from "../../model/article.ts";
import { plainOf } from "../finish.ts";
import { furnitureOf } from "../lines/boilerplate.ts";
import { creditOf } from "../lines/byline.ts";
import { DAY, emptyRead, type PageRead, rowOf } from "../lines/line.ts";
import { printedDate } from "../lines/printed-date.ts";
import { elementsOf, isIn } from "../tree/elements.ts";
import { blocksOf, isLinked, isUnseen, linesOfDropped, note, withoutFurniture } from "./blocks.ts";
import type { Headline } from "./headline.ts";
import { cutAtBreaks, partsOf, takeParts } from "./lines.ts";

const sureWhy = (text: string): Removed["why"] | undefined => {
  const furniture = furnitureOf(text);
  return furniture?.sure ? furniture.why : undefined;
};

/** Everything outside the element of the text is the page's. */
export function noteAround(
  tree: Root,
  found: Element,
  { element, text: title }: Headline,
  removed: Removed[],
): void {
  const visit = (node: Element | Root): void => {
    let loose: ElementContent[] = [];
    const flush = () => {
      note({ type: "root", children: loose }, "navigation", removed);
      loose = [];
    };
    for (const child of node.children) {
      if (child.type === "text") loose.push(child);
      if (child.type !== "element" || isUnseen(child)) continue;
      flush();
      if (child === found || child === element) continue;
      if (isIn(child, found) || (element && isIn(child, element))) visit(child);
      else if (plainOf(child) !== title) noteLines(child, removed);
    }
    flush();
  };
  visit(tree);
}

function noteLines(element: Element, removed: Removed[]): void {
  for (const text of linesOfDropped({ type: "root", children: withoutFurniture(element, removed) }))
    removed.push({ why: sureWhy(text) ?? "navigation", text });
}

/** After Readability, which moves and renames: what lines of the page are not in what it kept. */
export function noteMissing(
  all: readonly Element[],
  blocks: readonly Element[],
  { text: title }: Headline,
  removed: Removed[],
): void {
  const body = all.find(({ tagName }) => tagName === "body");
  if (!body) return;
  const accounted = new Map<string, number>();
  const keyOf = (line: string) => line.replace(/\s/g, "");
  const account = (line: string) => accounted.set(keyOf(line), (accounted.get(keyOf(line)) ?? 0) + 1);
  for (const line of plainOf({ type: "root", children: [...blocks] }).split("\n")) account(line);
  for (const { text } of removed) account(text);
  account(title);
  const whole: Removed[] = [];
  note({ type: "root", children: withoutFurniture(body, whole) }, "navigation", whole);
  for (const one of whole) {
    const count = accounted.get(keyOf(one.text)) ?? 0;
    if (count > 0) accounted.set(keyOf(one.text), count - 1);
    else removed.push({ ...one, why: sureWhy(one.text) ?? one.why });
  }
}

/** A link of fewer words leads to a section. */
const TITLE_WORDS = 3;

interface Line {
  readonly text: string;
  readonly parts: readonly string[];
  /** It holds a `<time>`. */
  readonly isTimed: boolean;
  /** Of a list, or leading elsewhere. */
  readonly isOther: boolean;
  /** The headline of another article, as a link to it. */
  readonly isOtherTitle: boolean;
}

/** The lines of a page without its navigation; what stands around text or headline, be it a form or a header, is none. */
function linesOfPage(
  body: Element,
  found: Element | null,
  { element, text: title }: Headline,
): readonly Line[] {
  const isAround = (child: Element) =>
    [found, element].some((one) => one !== null && isIn(child, one) && child !== found);
  const open = (node: Element): ElementContent[] =>
    node.children.flatMap((child) =>
      child.type === "element" && isAround(child)
        ? [{ ...child, tagName: "div", children: open(child) }]
        : withoutFurniture({ type: "root", children: [child] }, []),
    );
  return blocksOf(open(body)).flatMap((block) => {
    const linked = isLinked(block);
    const isOther = linked || /^(?:[uo]l|table)$/.test(block.tagName);
    return cutAtBreaks(block.children)
      .map((children): Line => {
        const text = plainOf({ ...block, children });
        return {
          text,
          // Asked of the few lines beside the text.
          get parts() {
            return partsOf(children);
          },
          get isTimed() {
            return elementsOf({ type: "root", children }).some(({ tagName }) => tagName === "time");
          },
          isOther,
          isOtherTitle: linked && fold(text) !== fold(title) && text.split(/\s+/).length >= TITLE_WORDS,
        };
      })
      .filter(({ text }) => text !== "");
  });
}

const readOf = ({ parts }: Line): PageRead => {
  const read = emptyRead();
  takeParts(parts, read);
  return read;
};
const isOnlyCredit = ({ parts }: Line): boolean =>
  parts.every((part) => printedDate(part) !== null || creditOf(part) !== null);

/**
 * As far as the lines beside a text say who and when, or are counts and buttons for sharing. None where the title of
 * another article follows, whose they may be.
 */
function untilOther(lines: readonly Line[], says: (line: Line) => boolean): readonly Line[] {
  const isBetween = ({ text }: Line) => /^(?:share-label|view-count)$/.test(furnitureOf(text)?.why ?? "");
  const end = lines.findIndex((line) => line.isOther || !(says(line) || isBetween(line)));
  if (lines[end]?.isOtherTitle) return [];
  return lines.slice(0, end < 0 ? lines.length : end).filter(says);
}

const OWN_DAY = new RegExp(
  `^(?:${fold("نشرت?|تم (?:النشر|نشر(?:ه|ها))|حررت?|كتبت?|أضيفت?|تاريخ (?:النشر|الخبر|المقالة?|الموضوع|الإضافة)|posted|published")})(?:[ :]|$)`,
  "u",
);
/** It says of its day that it is the article's, or names the writer as well. */
const isOfArticle = (line: Line): boolean =>
  line.isTimed ||
  line.parts.some((part) => OWN_DAY.test(fold(part).trim()) || (creditOf(part)?.authors.length ?? 0) > 0);

/** The lines of a page, and which of them its text is. */
export interface LinesAround {
  readonly lines: readonly Line[];
  /** Folded. */
  readonly title: string;
  readonly isText: (line: Line) => boolean;
  readonly first: number;
  readonly last: number;
}

/** @param blocks The text as it is kept. @returns None where the page does not hold it. */
export function linesAround(
  all: readonly Element[],
  found: Element | null,
  blocks: readonly Element[],
  headline: Headline,
): LinesAround | null {
  const body = all.find(({ tagName }) => tagName === "body");
  if (!body) return null;
  const kept = new Set(plainOf({ type: "root", children: [...blocks] }).split("\n"));
  const lines = linesOfPage(body, found, headline);
  const isText = ({ text }: Line) => kept.has(text.split("\n")[0] as string);
  const [first, last] = [lines.findIndex(isText), lines.findLastIndex(isText)];
  return first < 0 ? null : { lines, title: fold(headline.text), isText, first, last };
}

/**
 * A day right below the headline or the text is the article's where the page prints no other day: not today's, nor another
 * article's. Where the page does not print the headline, a day above the text may be today's, unless it says whose it is.
 */
export function takeBeside(around: LinesAround | null, read: PageRead): void {
  if (!around) return;
  const { lines, title, isText, first, last } = around;
  const isOnlyDay = () =>
    new Set(lines.flatMap((line) => (isText(line) ? [] : (readOf(line).date?.slice(0, DAY) ?? [])))).size ===
    1;
  const says = (line: Line) => fold(line.text) !== title && readOf(line).removed.length > 0;
  const above = lines.slice(0, first);
  const isPrinted = above.some(({ text }) => fold(text) === title);
  const isOwn = (line: Line) => isPrinted || readOf(line).date === undefined || isOfArticle(line);
  const beside = [
    ...untilOther(above.reverse(), says).filter(isOwn),
    ...untilOther(lines.slice(last + 1), (line) => says(line) && isOnlyCredit(line)),
  ];
  for (const line of beside) {
    const { date, authors } = readOf(line);
    if (date ? read.date === undefined && isOnlyDay() : authors.length > 0 && read.authors.length === 0)
      takeParts(line.parts, read);
  }
}

/** The day that stands right beside headline or text, for a page that states its own otherwise. Takes nothing from it. */
export function dayBeside(around: LinesAround | null): string | undefined {
  const read = emptyRead();
  takeBeside(around, read);
  return read.date;
}

const MOST_QUOTES = 12;

/** The days among the lines set aside as navigation that were not read, for the editors of a page that has none. */
export function daysSetAside({ removed, evidence }: PageRead): readonly DateEvidence[] {
  const isDated = (text: string) => printedDate(text) !== null || rowOf(text) !== null;
  const dated = removed.filter(({ why, text }) => why === "navigation" && isDated(text));
  return [...new Set(dated.map(({ text }) => text))]
    .filter((text) => evidence.every(({ quote }) => quote !== text))
    .slice(0, MOST_QUOTES)
    .map((quote) => ({ kind: "printed", quote }));
}
