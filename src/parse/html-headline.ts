/** A saved page's tree → its headline, and the element that prints it. */
import type { Element } from "hast";
import { fold } from "../arabic/fold.ts";
import { plainOf } from "./finish.ts";
import { isIn, namesOf, property } from "./html-tree.ts";

const HEADLINE_NAMES =
  /(?:^|\s)(?:(?:entry|post|article|story|news|single)[_-]?(?:title|headline|head)|headline|title-?news)(?:$|\s)/i;
/** A shorter heading is the name of an outlet or a section, unless nothing else is there. */
const SHORT_HEADING = 8;

export interface Headline {
  readonly text: string;
  /** Null when only the head of the page says it. */
  readonly element: Element | null;
}

/** The innermost box of one article around its text, header and all: `<article>`, or hAtom's `hentry`. */
const articleAround = (all: readonly Element[], text: Element | null): Element | undefined =>
  text === null
    ? undefined
    : all.findLast(
        (one) =>
          (one.tagName === "article" || /(?:^|\s)hentry(?:$|\s)/.test(namesOf(one))) &&
          (one === text || isIn(one, text)),
      );

/**
 * The headline of the article's own box; failing that, the heading on the page that the page's own metadata repeats, then
 * the one that stands with the text, then what the metadata says: the first heading of a page is often the outlet's name,
 * and its `<title>` is often shorter than the headline.
 */
export function headlineOf(
  all: readonly Element[],
  within: Element | null,
  declared: string | undefined,
): Headline {
  const spoken = (is: (one: Element) => boolean): Headline[] =>
    all.filter(is).map((element) => ({ element, text: plainOf(element).replaceAll("\n", " ") }));
  const headings = [
    ...spoken((one) => /(?:^|\s)headline(?:$|\s)/i.test(property(one, "itemProp"))),
    ...spoken((one) => /^h[1-4]$/.test(one.tagName) && HEADLINE_NAMES.test(namesOf(one))),
    ...spoken(({ tagName }) => tagName === "h1"),
  ];
  const isTelling = ({ text }: Headline) => text.length >= SHORT_HEADING;
  const box = articleAround(all, within);
  const isOwn = ({ element }: Headline) => box !== undefined && element !== null && isIn(box, element);
  const telling = headings.filter(isTelling);
  const said = fold(declared ?? "");
  const part = declared === undefined ? null : printedPart(all, declared, within);
  const repeated = [...telling, ...spoken(({ tagName }) => /^h[23]$/.test(tagName)).filter(isTelling)]
    .filter(({ text }) => said.includes(fold(text)))
    .concat(part ?? [])
    // The outlet's name is repeated as well, and mostly shorter.
    .sort((a, b) => Number(isOutlet(a.text)) - Number(isOutlet(b.text)) || b.text.length - a.text.length);
  const own = headings.filter(isOwn);
  return (
    repeated.find(isOwn) ??
    own.find(({ element, text }) => element && text !== "" && HEADLINE_NAMES.test(namesOf(element))) ??
    own.find((one) => one.element?.tagName === "h1" && isTelling(one)) ??
    repeated[0] ??
    telling.find(({ element }) => within !== null && element !== null && isIn(within, element)) ??
    (declared === undefined ? undefined : { element: printing(all, declared), text: declared }) ??
    telling[0] ??
    headings[0] ?? { element: null, text: "" }
  );
}

/** Whether more than so many letters stand in an element; asked of every box of a page, so it reads no further. */
const isLonger = (element: Element, most: number): boolean => lettersLeft(element, most) < 0;
function lettersLeft(element: Element, most: number): number {
  let left = most;
  for (const child of element.children) {
    if (child.type === "text") left -= child.value.trim().length;
    else if (child.type === "element") left = lettersLeft(child, left);
    if (left < 0) break;
  }
  return left;
}

/** The innermost element that holds these words and no others. */
const printing = (all: readonly Element[], words: string): Element | null =>
  all.findLast(
    (one) =>
      /^(?:font|b|strong|td|div|p|span|h[2-6])$/.test(one.tagName) &&
      !isLonger(one, words.length) &&
      plainOf(one) === words,
  ) ?? null;

/** Between a headline and the name of an outlet. */
const SIGN = /\s*(?:[|·•«»]|::)\s*|\s+[-–—]\s+/gu;
const OUTLET =
  /^(?:ال)?(?:جريدة|صحيفة|مجلة|موقع|شبكة|وكالة|قناة|بوابة|مدونة|إذاعة|اذاعة|راديو|تلفزيون|منتدى|منتديات)(?: \S+){1,5}$/u;
const isOutlet = (text: string): boolean => OUTLET.test(text);
/** So many characters of a text may stand before its headline. */
const ABOVE_HEADLINE = 200;

/**
 * `عنوان | جريدة`, `جريدة - عنوان`: the part that the page prints by itself above its text, if the other is an outlet's by
 * its words or its length. Null for a title that is printed whole, however many signs it holds.
 */
function printedPart(all: readonly Element[], title: string, within: Element | null): Headline | null {
  const signs = [...title.matchAll(SIGN)];
  if (signs.length === 0 || printing(all, title)) return null;
  const halves = signs.flatMap(({ 0: sign, index }) => {
    const [before, after] = [title.slice(0, index), title.slice(index + sign.length)];
    return [
      { text: before, rest: after },
      { text: after, rest: before },
    ];
  });
  const isHeadline = ({ text, rest }: (typeof halves)[number]) =>
    (rest.length < text.length && !isOutlet(text)) || rest.split(SIGN).some(isOutlet);
  const passed = all.filter((one) => /^(?:a|nav|footer|aside|title)$/.test(one.tagName));
  const isAbove = (element: Element) =>
    within === null ||
    (isIn(within, element)
      ? plainOf(within)
          .slice(0, ABOVE_HEADLINE)
          .includes(plainOf(element).slice(0, ABOVE_HEADLINE / 2))
      : all.indexOf(element) < all.indexOf(within));
  for (const { text } of halves.filter(isHeadline).sort((a, b) => b.text.length - a.text.length)) {
    const element = printing(all, text);
    if (element && isAbove(element) && !passed.some((one) => isIn(one, element))) return { text, element };
  }
  return null;
}
