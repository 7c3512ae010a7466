/**
 * Other stories within the element that holds a text → taken out of it: one that the page loaded below, cards that lead
 * elsewhere, a box that a reader may skip. And down from a box named as the text's to the column that holds it.
 */
import type { Element, ElementContent } from "hast";
import { fold } from "../../arabic/letters/fold.ts";
import type { Removed } from "../../model/article.ts";
import { plainOf } from "../finish.ts";
import { furnitureOf } from "../lines/boilerplate.ts";
import { elementsOf, isIn, isLonger, namesOf, property } from "../tree/elements.ts";
import { CREDIT_NAMES } from "../vocabulary/html-authors.ts";
import { OTHERS_NAMES } from "../vocabulary/html-boxes.ts";
import { note } from "./blocks.ts";
import { isInline, NO_TEXT } from "./page.ts";

const isElement = (node: ElementContent): node is Element => node.type === "element";
const childrenOf = (box: Element): readonly Element[] => box.children.filter(isElement);

/** A run of fewer letters is a label, a title or a caption. */
const PROSE = 80;

/** Letters of each box that stand in runs of prose, in no link. */
function proseOf(root: Element): ReadonlyMap<Element, number> {
  const found = new Map<Element, number>();
  const lettersOf = (node: ElementContent): number =>
    node.type === "text"
      ? node.value.trim().length
      : !isElement(node) || NO_TEXT.test(node.tagName)
        ? 0
        : node.children.reduce((sum, child) => sum + lettersOf(child), 0);
  const isRun = (node: ElementContent): boolean =>
    !isElement(node) || (isInline(node) && node.children.every(isRun));
  const visit = (box: Element): number => {
    let [sum, run] = [0, 0];
    const flush = () => {
      sum += run >= PROSE ? run : 0;
      run = 0;
    };
    for (const child of box.children)
      if (isRun(child)) run += lettersOf(child);
      else {
        flush();
        if (isElement(child) && !NO_TEXT.test(child.tagName)) sum += visit(child);
      }
    flush();
    found.set(box, sum);
    return sum;
  };
  visit(root);
  return found;
}

/** A link of fewer words leads to a section, a tag, a writer. */
const TITLE_WORDS = 3;
const isTitleLink = (one: Element): boolean =>
  one.tagName === "a" &&
  !/^(?:#|javascript:|mailto:)/i.test(property(one, "href")) &&
  plainOf(one).split(/\s+/).length >= TITLE_WORDS;
const titlesIn = (box: Element): readonly Element[] => [box, ...elementsOf(box)].filter(isTitleLink);

/** In UTF-16 units, beside the title: a day, a section, a lead. */
const LONGEST_BESIDE = 300;
const PICTURE = /^(?:img|picture|figure|svg|amp-img)$/;

/** The title of one article as a link, with hardly more. */
function isCard(box: Element): boolean {
  if (!/^(?:div|article|section|li|td)$/.test(box.tagName) || CREDIT_NAMES.test(namesOf(box))) return false;
  if (isLonger(box, 2 * LONGEST_BESIDE)) return false;
  const titles = titlesIn(box);
  const [first] = titles;
  if (!first || new Set(titles.map((one) => property(one, "href"))).size > 1) return false;
  const [text, title] = [plainOf(box), plainOf(first)];
  if (text.length - title.length > LONGEST_BESIDE) return false;
  // A plain list of links may be the article's own.
  return box.tagName !== "li" || text.length > title.length || elementsOf(box).some(isPicture);
}
const isPicture = ({ tagName }: Element): boolean => PICTURE.test(tagName);

/** What tells one of a list from the others. */
const PLACE_IN_LIST = /(?<![a-z])(?:first|last|odd|even|active)(?![a-z])|\d+|\s/gi;

/** Two at least, of one make, side by side. */
function cardsIn(box: Element): readonly Element[] {
  const cards = childrenOf(box).filter(isCard);
  const makeOf = (one: Element) => `${one.tagName} ${property(one, "className").replace(PLACE_IN_LIST, "")}`;
  const counts = new Map<string, number>();
  for (const one of cards) counts.set(makeOf(one), (counts.get(makeOf(one)) ?? 0) + 1);
  const alike = cards.filter((one) => (counts.get(makeOf(one)) ?? 0) > 1);
  return alike.filter((one) => /^(?:article|li)$/.test(one.tagName) || property(one, "className") !== "");
}

/** Down to a box that is other articles, or the foot of the page. */
function isOthers(box: Element): boolean {
  if (/^(?:aside|nav|footer|form)$/.test(box.tagName) || OTHERS_NAMES.test(namesOf(box))) return true;
  const titles = titlesIn(box);
  const linked = titles.reduce((sum, one) => sum + plainOf(one).length, 0);
  return new Set(titles.map((one) => property(one, "href"))).size > 1 && linked * 4 >= plainOf(box).length;
}

const saysNothing = (box: Element): boolean => plainOf(box) === "" && !elementsOf(box).some(isPicture);

/**
 * From an element that is named as the text's but holds other columns or lists besides, down to the innermost that holds
 * the text and whatever belongs to it.
 */
export function innermost(named: Element): Element {
  const prose = proseOf(named);
  let found = named;
  for (let box = named; ; ) {
    const children = childrenOf(box);
    const next = children.find((one) => (prose.get(one) ?? 0) * 2 > (prose.get(box) ?? 0));
    if (!next || !/^(?:div|section|article|main|table|tbody|tr|td|center)$/.test(next.tagName)) return found;
    const at = children.indexOf(next);
    const others = new Set(children.filter((one) => one !== next && isOthers(one)));
    const isAbove = (one: Element, i: number) =>
      i < at && !prose.get(one) && !elementsOf(one).some(isPicture) && !isPicture(one);
    const isDroppable = (one: Element, i: number) =>
      one === next || others.has(one) || isAbove(one, i) || saysNothing(one);
    const isLoose = box.children.some((one) => one.type === "text" && one.value.trim() !== "");
    if (isLoose || !children.every(isDroppable)) return found;
    if ([...others].some((one) => plainOf(one) !== "")) found = next;
    box = next;
  }
}

/** All that stands from the first of these on, or between two, in the order of the page. */
function cutFrom(root: Element, from: Element, to: Element | null, removed: Removed[]): void {
  const isBefore = (one: Element, other: Element) => one === other || isIn(one, other);
  const first = root.children.findIndex((one) => isElement(one) && isBefore(one, from));
  const last = to
    ? root.children.findIndex((one) => isElement(one) && isBefore(one, to))
    : root.children.length;
  const child = root.children[first];
  if (!child || !isElement(child)) return;
  const isSame = to !== null && first === last && child !== from;
  if (isSame || (to === null && child !== from)) cutFrom(child, from, to, removed);
  const begin = child === from || (to !== null && !isSame) ? first : first + 1;
  const gone = isSame ? [] : root.children.splice(begin, to ? last + 1 - begin : root.children.length);
  note({ type: "root", children: gone }, "related-title", removed);
}

/** A shorter heading is no headline. */
const SHORT_HEADING = 8;

/** The text ends where another first-rate heading stands below it: a page's script loads the next story there. */
export function endAtOtherStory(found: Element, headline: string, removed: Removed[]): void {
  const inside = elementsOf(found);
  if (inside.every(({ tagName }) => tagName !== "h1")) return;
  const prose = proseOf(found);
  const first = inside.findIndex(
    (one) => (prose.get(one) ?? 0) > 0 && childrenOf(one).every((in_) => !prose.get(in_)),
  );
  const isOther = (one: Element, i: number) =>
    one.tagName === "h1" &&
    i > first &&
    plainOf(one).length >= SHORT_HEADING &&
    fold(plainOf(one)) !== fold(headline);
  const other = first < 0 ? undefined : inside.find(isOther);
  if (!other) return;
  // With it the box around it that holds nothing of this story.
  const start = inside[first] as Element;
  const box = inside.find((one) => isIn(one, other) && !isIn(one, start) && inside.indexOf(one) > first);
  cutFrom(found, box ?? other, null, removed);
}

/** More are no page's own. */
const MOST_SKIPPED = 20;
const SKIP = /^(?:تخط|تجاوز|skip|انتقل إلى ما بعد)/iu;

/** What stands between a link that leads past it and the place that it leads to. */
function takeSkipped(found: Element, removed: Removed[]): void {
  const isSkip = (one: Element) =>
    one.tagName === "a" && /^#./.test(property(one, "href")) && SKIP.test(plainOf(one));
  for (const link of elementsOf(found).filter(isSkip).slice(0, MOST_SKIPPED)) {
    const href = property(link, "href");
    const inside = elementsOf(found);
    const end = inside.find((one) => property(one, "id").replace(/^user-content-/, "") === href.slice(1));
    if (end && inside.indexOf(end) > inside.indexOf(link) && inside.includes(link))
      cutFrom(found, link, end, removed);
  }
}

/** What is left of a box without its cards is a label and a button. In UTF-16 units. */
const LONGEST_LABEL = 80;

/** Takes boxes of other stories out of the text. Changes the tree. */
export function takeOthers(found: Element, removed: Removed[]): void {
  takeSkipped(found, removed);
  const prose = proseOf(found);
  const visit = (box: Element): void => {
    const cards = new Set<ElementContent>(cardsIn(box));
    for (const child of childrenOf(box)) if (!cards.has(child)) visit(child);
    const labels = labelsOf(box, cards);
    const gone = new Set(
      box.children.filter((child) => cards.has(child) || labels.has(child) || emptied.has(child)),
    );
    if (gone.size === 0) return;
    const left = box.children.filter((child) => !gone.has(child));
    const rest = plainOf({ type: "root", children: left });
    const isAll =
      box !== found && rest.length <= LONGEST_LABEL && !left.some((one) => isElement(one) && isPicture(one));
    if (isAll && !isProseIn(left)) emptied.add(box);
    else {
      for (const child of gone) if (isElement(child)) note(child, "related-title", removed);
      box.children = left;
    }
  };
  const isProseIn = (nodes: readonly ElementContent[]) =>
    nodes.some((one) => isElement(one) && (prose.get(one) ?? 0) > 0);
  const emptied = new Set<ElementContent>();
  visit(found);
}

/** Headings right above cards. */
function labelsOf(box: Element, cards: ReadonlySet<ElementContent>): ReadonlySet<ElementContent> {
  const children = cards.size > 0 ? childrenOf(box) : [];
  const isLabel = (one: Element) =>
    /^h[2-6]$/.test(one.tagName) || furnitureOf(plainOf(one))?.why === "related-heading";
  return new Set(
    children.filter((one, i) => {
      const next = children[i + 1];
      return next !== undefined && cards.has(next) && !cards.has(one) && isLabel(one);
    }),
  );
}
