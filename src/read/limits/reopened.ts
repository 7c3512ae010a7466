/**
 * A parser of HTML opens again, in each paragraph, all elements of type (`<font>`, `<b>`) that were left open before it
 * (HTML Standard, 13.2.4.3 and 13.2.6.4.7): thousands of them, each with attributes of its own, make millions. Counted
 * before the parser is asked, in one pass.
 */
import { type Diagnostic, placeAt } from "../../model/diagnostic.ts";
import { textFault } from "../../model/diagnostics/texts.ts";

/** Elements opened again in one file at most. Those that are alike are opened three times at most, so pages have few. */
const MOST_REOPENED = 30_000;
const MOST_ALIKE = 3;

const TAG = /<(\/?)([a-z][a-z0-9]*)([^<>]*)/gi;
const FORMATTING = new Set("a b big code em font i nobr s small strike strong tt u".split(" "));
const BLOCK = /^(?:p|div|center|h[1-6]|ul|ol|li|dl|dt|dd|blockquote|pre|section|article|address|form|hr)$/;
/** What is open outside of a cell stays outside. */
const CELL = /^(?:table|caption|tr|td|th|template|object)$/;

/** The elements that are open, by their names, each as its tag is written. */
class Opened {
  count = 0;
  #byName = new Map<string, string[]>();
  #alike = new Map<string, number>();

  open(name: string, tag: string): void {
    const alike = this.#alike.get(tag) ?? 0;
    if (alike >= MOST_ALIKE) return;
    this.#alike.set(tag, alike + 1);
    const tags = this.#byName.get(name);
    if (tags) tags.push(tag);
    else this.#byName.set(name, [tag]);
    this.count += 1;
  }

  close(name: string): void {
    const tag = this.#byName.get(name)?.pop();
    if (tag === undefined) return;
    this.#alike.set(tag, (this.#alike.get(tag) ?? 1) - 1);
    this.count -= 1;
  }
}

/** The place of the tag at which it becomes too much; -1 where it does not. */
function tooManyAt(html: string): number {
  let opened = new Opened();
  let reopened = 0;
  for (const { 0: tag, 1: slash, 2: written = "", index } of html.matchAll(TAG)) {
    const name = written.toLowerCase();
    if (CELL.test(name)) opened = new Opened();
    else if (BLOCK.test(name)) reopened += opened.count;
    else if (FORMATTING.has(name) && slash === "") opened.open(name, tag);
    else if (FORMATTING.has(name)) opened.close(name);
    if (reopened + opened.count > MOST_REOPENED) return index;
  }
  return -1;
}

/** @param html As the whole file ends with it. @returns Why no parser is given it; null where it is. */
export function reopenedElements(html: string, whole: string, file: string): Diagnostic | null {
  if (!html.includes("<")) return null;
  const at = tooManyAt(html);
  if (at < 0) return null;
  const place = placeAt(whole, whole.length - html.length + at);
  return textFault("too-entangled", { file, place }, { by: "reopened", count: MOST_REOPENED });
}
