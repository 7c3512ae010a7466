/**
 * Parts of an article's text that stand beside the element that holds it → brought into it: text that advertisements part
 * into several boxes, and the lead or the second headline between the headline and the text.
 */
import type { Element, ElementContent, Root } from "hast";
import { fold } from "../../arabic/letters/fold.ts";
import type { Removed } from "../../model/article.ts";
import { plainOf } from "../finish.ts";
import { furnitureOf } from "../lines/boilerplate.ts";
import { creditOf } from "../lines/byline.ts";
import { isProse, type PageRead, rowOf } from "../lines/line.ts";
import { printedDate } from "../lines/printed-date.ts";
import { elementsOf, isIn, namesOf, property } from "../tree/elements.ts";
import { blocksOf, isFurniture, isLinked, isUnseen, note } from "./blocks.ts";
import { cutAtBreaks, partsOf, takeParts } from "./lines.ts";
import { outsideOthers } from "./others.ts";
import { isInline, paragraphsIn, TEXT_NAMES } from "./page.ts";

/** Of another article, or of none. */
const holdsHeadline = (one: Element): boolean =>
  [one, ...elementsOf(one)].some(({ tagName }) => /^h[12]$/.test(tagName));

/** A box of a list: it begins with a link, or its heading leads elsewhere. */
function isTeaser(box: Element): boolean {
  const first = blocksOf([box]).find((block) => plainOf(block) !== "");
  const isTitle = (one: Element) => /^h[3-6]$/.test(one.tagName) && isLinked(one);
  return (first !== undefined && isLinked(first)) || elementsOf(box).some(isTitle);
}

/** `<div class="text">…</div><ins>…</ins><div class="text">…</div>` is one text: all of it moves into the first box. */
function joinBoxes(parent: Element): void {
  const nameOf = (child: Root["children"][number]): string =>
    child.type === "element" && TEXT_NAMES.test(property(child, "className"))
      ? `${child.tagName} ${property(child, "className")}`
      : "";
  for (const [at, first] of parent.children.entries()) {
    const name = nameOf(first);
    if (first.type !== "element" || name === "") continue;
    const last = parent.children.findLastIndex((child) => nameOf(child) === name);
    const more = parent.children.slice(at + 1, last + 1);
    const isApart = (one: (typeof more)[number]) =>
      one.type === "element" && (holdsHeadline(one) || (nameOf(one) === name && isTeaser(one)));
    if (more.length === 0 || isTeaser(first) || more.some(isApart)) continue;
    for (const added of more) first.children.push(added);
    parent.children.splice(at + 1, more.length);
    return;
  }
}

/** Changes the tree, which was parsed for this page alone. */
export function joinSplitText(tree: Root): void {
  for (const element of elementsOf(tree)) joinBoxes(element);
}

const LEAD_NAMES =
  /(?:^|[\s_-])(?:sub-?(?:title|head|headline|heading)|sous-?titre|deck|dek|standfirst|lede?|lead|chapo|intro|introduction|teaser|summary|excerpt|abstract)(?:$|[\s_-])/i;
/** What holds captions, labels and items as often as sentences. */
const OTHER = /^(?:figure|figcaption|caption|li|dt|dd|td|th)$/;
/** What is said of a picture, or of the page. */
const OTHER_NAMES =
  /(?:^|[\s_-])(?:caption|credit|cookies?|consent|notice|alert|popup|subscribe|copyright)(?:$|[\s_-])/i;
/** Fewer words name a section. */
const WORDS = 3;

/** A summary that is the beginning of the text. */
const CUT = /\s*(?:…|(?<!\.)\.{2,})$/u;

function removeFrom(node: Element | Root, gone: ReadonlySet<unknown>): void {
  node.children = node.children.filter((child) => !gone.has(child)) as typeof node.children;
  for (const child of node.children) if (child.type === "element") removeFrom(child, gone);
}

/** Takes boxes out of the text; their words are noted as removed. Changes the tree. */
export function takeOut(found: Element, boxes: ReadonlySet<Element>, removed: Removed[]): void {
  for (const one of elementsOf(found)) if (boxes.has(one)) note(one, "navigation", removed);
  removeFrom(found, boxes);
}

/** What themes call the box of the writer, the day and the counts. */
const META_NAMES = /(?:^|\s)(?:article-info|(?:entry|post|article|single|news)-?meta|meta-info)(?:$|[\s_-])/i;
/** A larger box holds more than that. In UTF-16 units. */
const LARGEST_META = 300;

/**
 * Reads what boxes of the text say of who and when, and takes them out of it. Changes the tree.
 * @param own Elements that are the article's.
 */
export function takeMeta(found: Element, own: readonly Element[], read: PageRead): void {
  // Among its paragraphs such a box is another article's.
  const [first] = paragraphsIn(found) ?? [];
  const inside = elementsOf(found);
  const inText = new Set(first ? inside.slice(0, inside.indexOf(first)) : inside);
  const boxes = own.filter(
    (one) =>
      inText.has(one) &&
      META_NAMES.test(namesOf(one)) &&
      !isInline(one) &&
      plainOf(one).length <= LARGEST_META,
  );
  for (const box of boxes)
    for (const block of blocksOf([box]))
      for (const line of /^[uod]l$/.test(block.tagName) ? itemsOf(block) : cutAtBreaks(block.children)) {
        const before = read.removed.length;
        takeParts(partsOf(line), read);
        if (read.removed.length === before)
          note({ type: "root", children: line }, "navigation", read.removed);
      }
  removeFrom(found, new Set(boxes));
}

const itemsOf = (list: Element): ElementContent[][] =>
  list.children.flatMap((child) => (child.type === "element" ? [child.children] : []));

const says = (text: string): boolean =>
  (furnitureOf(text) ?? creditOf(text) ?? printedDate(text) ?? rowOf(text)) !== null;

/** The elements between the headline and the text, and where in the tree a lead among them belongs. */
interface Between {
  readonly elements: readonly Element[];
  readonly insert: (leads: readonly Element[]) => void;
}

/** A header within the text holds the headline and what else stands over the text. */
function betweenHeadlineAndText(all: readonly Element[], headline: Element, found: Element): Between | null {
  if (isIn(headline, found)) return null;
  const after = (some: readonly Element[]) => some.slice(some.indexOf(headline) + 1);
  if (!isIn(found, headline)) {
    const elements = after(all).slice(0, Math.max(0, after(all).indexOf(found)));
    return { elements, insert: (leads) => found.children.unshift(...leads) };
  }
  const header = elementsOf(found).find((one) => one.tagName === "header" && isIn(one, headline));
  const parent = header && [found, ...elementsOf(found)].find(({ children }) => children.includes(header));
  if (!header || !parent) return null;
  return {
    elements: after(elementsOf(header)),
    insert: (leads) => parent.children.splice(parent.children.indexOf(header) + 1, 0, ...leads),
  };
}

/**
 * Sentences between the headline and the text, what is named as a lead, and the heading right below the headline become
 * the beginning of the text. Changes the tree.
 * @param headline The element that prints it.
 */
export function gatherLead(tree: Root, headline: Element | null, found: Element): void {
  const all = elementsOf(tree);
  const between = headline && betweenHeadlineAndText(all, headline, found);
  if (!headline || !between) return;
  const elements = between.elements.filter((one) => !isIn(one, found) && !isIn(headline, one));
  const isApart = (box: Element) => isFurniture(box) || TEXT_NAMES.test(namesOf(box));
  const apart = new Set(elements.filter(isApart).flatMap((box) => [box, ...elementsOf(box)]));
  const own = new Set(outsideOthers(all, found));
  const spoken = elements
    .filter((one) => own.has(one) && !apart.has(one) && !isUnseen(one) && plainOf(one) !== "")
    .filter((one) => !isInline(one) && elementsOf(one).every(isInline));
  const isRepeated = (words: string): boolean =>
    text.indexOf(words) !== text.lastIndexOf(words) || (text.includes(words) && !isIn(found, headline));
  const text = fold(plainOf(found));
  const isLead = (one: Element, i: number): boolean => {
    const words = plainOf(one).replaceAll("\n", " ");
    if (isLinked(one) || says(words) || words.split(" ").length < WORDS) return false;
    if (isRepeated(fold(words.replace(CUT, ""))) || fold(words) === fold(plainOf(headline))) return false;
    const isNamed = LEAD_NAMES.test(namesOf(one));
    const isSecond = i === 0 && /^h[2-4]$/.test(one.tagName);
    return (
      isNamed || isSecond || (!OTHER.test(one.tagName) && !OTHER_NAMES.test(namesOf(one)) && isProse(words))
    );
  };
  const leads = spoken.filter(isLead);
  if (leads.length === 0) return;
  removeFrom(tree, new Set(leads));
  between.insert(leads.map((one): Element => ({ ...one, tagName: "p" })));
}
