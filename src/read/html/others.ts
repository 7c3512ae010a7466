/** A saved page's elements → those that can be the article's own: what stands in lists of other articles says nothing of it. */
import type { Element } from "hast";
import { plainOf } from "../finish.ts";
import { elementsOf, isIn, namesOf, once } from "../tree/elements.ts";
import { OTHERS_NAMES } from "../vocabulary/html-boxes.ts";

/** A link of fewer words leads to a section, a tag, a writer. */
const TITLE_WORDS = 3;

const isTitled = (item: Element): boolean =>
  elementsOf(item).some((one) => one.tagName === "a" && plainOf(one).split(/\s+/).length >= TITLE_WORDS);

function isOthers(box: Element): boolean {
  if (/^(?:nav|aside|article)$/.test(box.tagName)) return true;
  if (box.tagName === "li") return isTitled(box);
  return box.tagName !== "body" && OTHERS_NAMES.test(namesOf(box));
}

/** @param found What holds the text; where nobody knows that, all are the article's. */
export function outsideOthers(all: readonly Element[], found: Element | null): readonly Element[] {
  if (found === null) return all;
  const within = new Set(elementsOf(found));
  const around = new Set(all.filter((one) => one === found || (!within.has(one) && isIn(one, found))));
  // The foot of the page, not of the article.
  const isFoot = (box: Element) =>
    box.tagName === "footer" && ![...around].some((one) => one.tagName === "article" && isIn(one, box));
  const half = once(() => plainOf(found).length / 2);
  const isMostOfText = (box: Element) => within.has(box) && plainOf(box).length > half();
  const others = new Set(
    all
      .filter((box) => !around.has(box) && (isOthers(box) || isFoot(box)) && !isMostOfText(box))
      .flatMap((box) => [box, ...elementsOf(box)]),
  );
  return all.filter((one) => !others.has(one));
}
