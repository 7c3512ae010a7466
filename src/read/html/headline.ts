/** A saved page's tree → its headline, and the element that prints it. */
import type { Element } from "hast";
import { fold } from "../../arabic/letters/fold.ts";
import { plainOf } from "../finish.ts";
import { isIn, isLonger, namesOf, property } from "../tree/elements.ts";
import { headlineSetApart } from "./set-apart.ts";

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
 * the one that stands with the text, or alone above it where the metadata may name the outlet, then what the metadata says:
 * the first heading of a page is often the outlet's name, and its `<title>` is often shorter than the headline.
 */
export function headlineOf(
  all: readonly Element[],
  within: Element | null,
  declared: string | undefined,
): Headline {
  const { text, element } = chosenHeadline(all, within, declared);
  if (!element || !within || !/^h[1-6]$/.test(element.tagName)) return { text, element };
  // Of several that print it, as one hidden for machines, that nearest to the text.
  const alike = all.filter((one) => one.tagName === element.tagName && plainOf(one) === plainOf(element));
  const above = alike.filter((one) => all.indexOf(one) < all.indexOf(within));
  const nearest = alike.find((one) => isIn(within, one)) ?? above.at(-1);
  return { text, element: nearest ?? element };
}

function chosenHeadline(
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
    .filter(({ text }) => said.includes(fold(text)) && !isOnlyBeside(text, declared ?? ""))
    .concat(part ?? [])
    // The outlet's name is repeated as well, and mostly shorter.
    .sort((a, b) => Number(isOutlet(a.text)) - Number(isOutlet(b.text)) || b.text.length - a.text.length);
  const own = headings.filter(isOwn);
  return (
    repeated.find(isOwn) ??
    own.find(({ element, text }) => element && text !== "" && HEADLINE_NAMES.test(namesOf(element))) ??
    own.find((one) => one.element?.tagName === "h1" && isTelling(one)) ??
    repeated.find(({ text }) => !(isOutletName(text) && isOutletName(declared ?? ""))) ??
    telling.find(
      ({ element, text }) =>
        within !== null && element !== null && isIn(within, element) && !isOutletName(text),
    ) ??
    (declared === undefined ? null : headingAbove(all, within, declared)) ??
    repeated[0] ??
    (declared === undefined ? undefined : { element: printing(all, declared), text: declared }) ??
    telling[0] ??
    headings[0] ??
    setApart(all, within) ?? { element: null, text: "" }
  );
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
/** With more words it may be a headline about an outlet, or about what is called alike: `وكالة الفضاء تطلق مسبارا`. */
const MOST_IN_NAME = 3;
const isOutletName = (text: string): boolean => isOutlet(text) && text.split(/\s+/).length <= MOST_IN_NAME;
/** So many characters of a text may stand before its headline. */
const ABOVE_HEADLINE = 200;

/** `عنوان طويل - الاسم`: a heading that only repeats what a longer title ends with, or an outlet's name at either end of it. */
function isOnlyBeside(heading: string, title: string): boolean {
  const parts = title.split(SIGN).filter((one) => one !== "");
  const folded = fold(heading);
  const others = parts.filter((one) => fold(one) !== folded);
  const isAtEnd = fold(parts.at(-1) ?? "") === folded;
  return (
    others.length < parts.length &&
    others.some((one) => one.length > heading.length && !isOutlet(one)) &&
    (isOutletName(heading) || (isAtEnd && !others.some(isOutlet)))
  );
}

const isAbove = (all: readonly Element[], element: Element, within: Element | null): boolean =>
  within === null ||
  (isIn(within, element)
    ? plainOf(within)
        .slice(0, ABOVE_HEADLINE)
        .includes(plainOf(element).slice(0, ABOVE_HEADLINE / 2))
    : all.indexOf(element) < all.indexOf(within) && !isIn(element, within));

/** A title of more words may be a headline, unless it says of itself that it names an outlet. */
const WORDS_OF_OUTLET = 2;
const OUTLET_PLACES =
  /(?:^|[\s_-])(?:logo|brand|masthead|site-?(?:title|name|header|description))(?:$|[\s_-])/i;
const TITLE_NAMES = /(?:^|[\s_-]|lbl)(?:title|headline)(?:$|\s)/i;
/** What prints a headline, the most telling first; all but `<h1>` print other things as often. */
const PRINTS_HEADLINE: readonly ((one: Element) => boolean)[] = [
  ({ tagName }) => tagName === "h1",
  ({ tagName }) => /^h[2-4]$/.test(tagName),
  (one) => /^(?:td|div|span|p)$/.test(one.tagName) && TITLE_NAMES.test(namesOf(one)),
  (one) => one.tagName === "font" && /^(?:\+[2-4]|[5-7])$/.test(property(one, "size")),
];

/**
 * The one heading above the text of a page whose title, printed nowhere as a headline, is the same on all pages of an
 * outlet. Null where the title says more than the heading, or where there are several.
 */
function headingAbove(all: readonly Element[], within: Element | null, title: string): Headline | null {
  const outlets = all.filter(
    (one) =>
      /^(?:nav|footer|aside|header|title|form)$/.test(one.tagName) ||
      OUTLET_PLACES.test(namesOf(one)) ||
      (one.tagName === "a" && /^(?:https?:\/\/[^/]+)?\/?(?:index\.\w+)?$/.test(property(one, "href"))),
  );
  const isOfOutlet = (element: Element) =>
    outlets.some((one) => one === element || isIn(one, element) || isIn(element, one));
  const printed = printing(all, title);
  if (printed && !isOutletName(title) && !isOfOutlet(printed)) return null;
  const parts = title.split(SIGN).filter((one) => one !== "" && !isOutlet(one));
  const longest = Math.max(0, ...parts.map((one) => one.length));
  const mayBeOutlet = parts.every((one) => one.split(/\s+/).length <= WORDS_OF_OUTLET);
  for (const prints of mayBeOutlet ? PRINTS_HEADLINE : PRINTS_HEADLINE.slice(0, 1)) {
    const found = all
      .filter((one) => prints(one) && !isOfOutlet(one) && isAbove(all, one, within))
      .map((element) => ({ element, text: plainOf(element).replaceAll("\n", " ") }))
      .filter(
        ({ text }) => text.length >= SHORT_HEADING && text.length < ABOVE_HEADLINE && !isOutletName(text),
      );
    if (found.length > 1) return null;
    if (found[0]) return found[0].text.length > longest ? found[0] : null;
  }
  return mayBeOutlet ? setApart(all, within) : null;
}

function setApart(all: readonly Element[], within: Element | null): Headline | null {
  const element = headlineSetApart(all, within);
  return element && { element, text: plainOf(element) };
}

/** A title with more signs is no headline beside the name of an outlet. */
const MOST_CUTS = 20;

/**
 * `عنوان | جريدة`, `جريدة - عنوان`: the part that the page prints by itself above its text, if the other is an outlet's by
 * its words or its length. Null for a title that is printed whole, however many signs it holds.
 */
function printedPart(all: readonly Element[], title: string, within: Element | null): Headline | null {
  const signs = [...title.matchAll(SIGN)];
  if (signs.length === 0 || signs.length > MOST_CUTS || printing(all, title)) return null;
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
  for (const { text } of halves.filter(isHeadline).sort((a, b) => b.text.length - a.text.length)) {
    const element = printing(all, text);
    if (element && isAbove(all, element, within) && !passed.some((one) => isIn(one, element)))
      return { text, element };
  }
  return null;
}
