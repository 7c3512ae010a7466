/** A saved page's tree → which element holds the text, what stands between it and the headline. */
import type { Element, Root } from "hast";
import { plainOf } from "../finish.ts";
import { isProse } from "../lines/line.ts";
import { elementsOf, isIn, namesOf, property } from "../tree/elements.ts";
import { withoutFurniture } from "./blocks.ts";
import { cutAtBreaks, partsOf } from "./lines.ts";

/** Class and id names under which news themes and blogs keep the text. */
export const TEXT_NAMES =
  /(?:^|[\s_-])(?:article|story|post|entry|news|single)[_-]?(?:body|content|text|detail|details|inner)(?:$|[\s_-])|(?:^|\s)(?:field-name-body|td-post-content|the-?content|articlebody|storytext|wysiwyg)(?:$|\s)/i;
/** Less text is no article. In UTF-16 units. */
const LEAST = 140;
export const NO_TEXT =
  /^(?:a|script|style|noscript|template|nav|footer|aside|amp-sidebar|form|select|button|svg|iframe)$/;
const BOX = /^(?:table|tbody|tr|td|div|center|font|section|main|article|span|b)$/;
/** The share of all text in no link that the article has, at least. */
const MOST = 0.6;
function longest(found: readonly Element[]): Element | null {
  const best = found
    .map((element) => ({ element, length: plainOf(element).length }))
    .sort((a, b) => b.length - a.length)[0];
  return best && best.length > LEAST ? best.element : null;
}

/** Characters that stand in no link: lists of links are navigation, however long they are. */
export function unlinked(node: Element | Root): number {
  let length = 0;
  for (const child of node.children) {
    if (child.type === "text") length += child.value.trim().length;
    if (child.type === "element" && !NO_TEXT.test(child.tagName)) length += unlinked(child);
  }
  return length;
}

/** Down from the body, as long as one box has most of what stands in no link: the text of a page without telling names. */
function densest(all: readonly Element[]): Element | null {
  const body = all.find(({ tagName }) => tagName === "body");
  if (!body) return null;
  const enough = unlinked(body) * MOST;
  let found: Element | undefined;
  for (let next: Element | undefined = body; next; ) {
    if (next !== body) found = next;
    next = next.children.find(
      (child): child is Element =>
        child.type === "element" && BOX.test(child.tagName) && unlinked(child) >= enough,
    );
  }
  if (!found || plainOf(found).length < LEAST) return null;
  return unlinked(found) >= plainOf(found).replace(/\s/g, "").length * MOST ? found : null;
}

/** Text that is so many times as long, and stands elsewhere, is the article; what is named so is a teaser of another. */
const LONGER = 2;
const COMMENTS = /(?:^|[\s_-])(?:comments?|disqus|replies|responses)(?:$|[\s_-])/i;

/** The one box that has most of the page's text, if it is apart from another by name, and much longer. */
function longerElsewhere(all: readonly Element[], named: Element): Element | null {
  const body = all.find(({ tagName }) => tagName === "body");
  if (!body || unlinked(body) < (LONGER + 1) * unlinked(named)) return null;
  const found = densest(all);
  if (!found || found === named || isIn(found, named) || isIn(named, found)) return null;
  const isOfReaders = all.some(
    (one) => COMMENTS.test(namesOf(one)) && (one === found || isIn(one, found) || isIn(found, one)),
  );
  return !isOfReaders && unlinked(found) >= LONGER * unlinked(named) ? found : null;
}

/** The element that holds the text, or null when nothing says so. */
export function textElement(all: readonly Element[]): Element | null {
  const named = namedElement(all);
  return named ? (longerElsewhere(all, named) ?? named) : densest(all);
}

function namedElement(all: readonly Element[]): Element | null {
  const main = all.find(({ tagName, properties }) => tagName === "main" || properties.role === "main");
  return (
    longest(all.filter((one) => /articleBody/i.test(property(one, "itemProp")))) ??
    longest(all.filter((one) => TEXT_NAMES.test(namesOf(one)))) ??
    longest(all.filter(({ tagName }) => tagName === "article")) ??
    longest(main ? [main] : [])
  );
}

/** The first and the last of the elements in a text that are a paragraph of it; undefined where none is. */
export function paragraphsIn(found: Element): readonly [Element, Element] | undefined {
  const all = elementsOf(found);
  const isParagraph = (one: Element): boolean =>
    /^(?:p|div|td|font|span)$/.test(one.tagName) && elementsOf(one).every(isInline) && isProse(plainOf(one));
  // Sought from both ends: what is between them is not turned into text for it.
  const first = all.find(isParagraph);
  const last = first && all.findLast(isParagraph);
  return first && last ? [first, last] : undefined;
}

const INLINE = /^(?:a|span|time|i|b|strong|em|small|font|abbr|bdi|label|br|img)$/;
export const isInline = ({ tagName }: Element): boolean => INLINE.test(tagName);
/** Longer lines are sentences. */
const LONGEST_LINE = 120;

/**
 * Lines between the headline and the text, where pages put the date and the author, each as its parts. Empty when the
 * headline is within.
 */
export function linesBetween(
  all: readonly Element[],
  headline: Element | null,
  text: Element,
): readonly (readonly string[])[] {
  if (headline === null || isIn(text, headline)) return [];
  const [from, to] = [all.indexOf(headline), all.indexOf(text)];
  const rows = all
    .slice(from + 1, Math.max(from + 1, to))
    .filter((one) => !isIn(one, text) && !isIn(headline, one))
    .map((element) => ({ element, children: withoutFurniture(element, []) }))
    .filter(({ children }) => elementsOf({ type: "root", children }).every(isInline));
  return rows
    .filter(({ element }) => !rows.some((row) => isIn(row.element, element)))
    .flatMap(({ children }) => cutAtBreaks(children).map(partsOf))
    .filter((parts) => parts.length > 0 && parts.join(" ").length < LONGEST_LINE);
}
