/** A headline that only its look tells: the first words of a text, in large letters, or bold in the middle of the line. */
import type { Element } from "hast";
import { plainOf } from "../finish.ts";
import { furnitureOf } from "../lines/boilerplate.ts";
import { creditOf } from "../lines/byline.ts";
import { isProse, rowOf } from "../lines/line.ts";
import { printedDate } from "../lines/printed-date.ts";
import { elementsOf, isIn, property } from "../tree/elements.ts";
import { isFurniture, isLinked } from "./blocks.ts";
import { isInline } from "./page.ts";

/** In UTF-16 units. */
const SHORTEST = 8;
const LONGEST = 180;
const LARGE = /font-size:\s*(?:(?:1[6-9]|[2-9]\d)(?:\.\d+)?pt|(?:2[1-9]|[3-9]\d)(?:\.\d+)?px|x+-large)/i;

const isLarge = (one: Element): boolean =>
  LARGE.test(property(one, "style")) ||
  (one.tagName === "font" && /^(?:\+[2-4]|[5-7])$/.test(property(one, "size")));
const isBold = (one: Element): boolean =>
  /^(?:b|strong)$/.test(one.tagName) || /font-weight:\s*bold/i.test(property(one, "style"));
const isCentred = (one: Element): boolean =>
  one.tagName === "center" ||
  /^(?:center|middle)$/i.test(property(one, "align")) ||
  /text-align:\s*center/i.test(property(one, "style"));

/** Whether an element of the kind holds all words of a block. */
const isWhollyIn = (block: Element, is: (one: Element) => boolean): boolean =>
  [block, ...elementsOf(block)].some((one) => is(one) && plainOf(one) === plainOf(block));

/** The element of such a headline; null where the text begins in another way. @param within What holds the text. */
export function headlineSetApart(all: readonly Element[], within: Element | null): Element | null {
  const inside = within ? elementsOf(within) : all;
  const passed = inside.filter(isFurniture);
  const blocks = inside.filter(
    (one) =>
      /^(?:p|div|td|center|font|h[1-6])$/.test(one.tagName) &&
      elementsOf(one).every((inner) => isInline(inner) || inner.tagName.includes(":")) &&
      plainOf(one) !== "" &&
      !passed.some((box) => box === one || isIn(box, one)),
  );
  const isOfPage = (text: string) =>
    (furnitureOf(text) ?? printedDate(text) ?? rowOf(text)) !== null || creditOf(text)?.sure === true;
  const first = blocks.find((one) => !isLinked(one) && !isOfPage(plainOf(one).replaceAll("\n", " ")));
  if (!first) return null;
  const text = plainOf(first);
  if (text.length < SHORTEST || text.length > LONGEST || text.includes("\n") || isProse(text)) return null;
  const centred =
    isWhollyIn(first, isCentred) ||
    all.some((one) => isCentred(one) && one.tagName !== "body" && isIn(one, first) && plainOf(one) === text);
  const isSet = isWhollyIn(first, isLarge) || (centred && isWhollyIn(first, isBold));
  return isSet && blocks.some((one) => one !== first && isProse(plainOf(one))) ? first : null;
}
