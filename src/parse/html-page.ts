/** A saved page's tree → which element holds the text, which line is the headline, and what stands between the two. */
import type { Element } from "hast";
import { fold } from "../arabic/fold.ts";
import { creditOf } from "./credit-line.ts";
import { plainOf } from "./finish.ts";
import { elementsOf, isIn, namesOf, property } from "./html-tree.ts";

/** Class and id names under which news themes and blogs keep the text. */
const TEXT_NAMES =
  /(?:^|[\s_-])(?:article|story|post|entry|news|single)[_-]?(?:body|content|text|detail|details|inner)(?:$|[\s_-])|(?:^|\s)(?:field-name-body|td-post-content|the-?content|articlebody|storytext|wysiwyg)(?:$|\s)/i;
const HEADLINE_NAMES =
  /(?:^|\s)(?:(?:entry|post|article|story|news|single)[_-]?(?:title|headline|head)|headline|title-?news)(?:$|\s)/i;
const CREDIT_NAMES = /(?:^|[\s_-])(?:author|byline|writer|vcard|fn)(?:$|[\s_-])/i;
/** Less text is no article. In UTF-16 units. */
const LEAST = 140;
/** A shorter heading is the name of an outlet or a section, unless nothing else is there. */
const SHORT_HEADING = 8;

function longest(found: readonly Element[]): Element | null {
  const best = found
    .map((element) => ({ element, length: plainOf(element).length }))
    .sort((a, b) => b.length - a.length)[0];
  return best && best.length > LEAST ? best.element : null;
}

/** The element that holds the text, or null when no markup says so. */
export function textElement(all: readonly Element[]): Element | null {
  const main = all.find(({ tagName, properties }) => tagName === "main" || properties.role === "main");
  return (
    longest(all.filter((one) => /articleBody/i.test(property(one, "itemProp")))) ??
    longest(all.filter((one) => TEXT_NAMES.test(namesOf(one)))) ??
    longest(all.filter(({ tagName }) => tagName === "article")) ??
    longest(main ? [main] : [])
  );
}

export interface Headline {
  readonly text: string;
  /** Null when only the head of the page says it. */
  readonly element: Element | null;
}

/**
 * The heading on the page that the page's own metadata repeats; failing that, the one that stands with the text, then
 * what the metadata says: the first heading of a page is often the outlet's name.
 */
export function headlineOf(
  all: readonly Element[],
  within: Element | null,
  declared: string | undefined,
): Headline {
  const headings = [
    ...all.filter((one) => /(?:^|\s)headline(?:$|\s)/i.test(property(one, "itemProp"))),
    ...all.filter((one) => /^h[1-4]$/.test(one.tagName) && HEADLINE_NAMES.test(namesOf(one))),
    ...all.filter(({ tagName }) => tagName === "h1"),
  ].map((element) => ({ element, text: plainOf(element).replaceAll("\n", " ") }));
  const said = declared === undefined ? "" : fold(declared);
  const telling = headings.filter(({ text }) => text.length >= SHORT_HEADING);
  return (
    telling.find(({ text }) => said.startsWith(fold(text))) ??
    telling.find(({ element }) => within !== null && isIn(within, element)) ??
    (declared === undefined ? undefined : { element: null, text: declared }) ??
    telling[0] ??
    headings[0] ?? { element: null, text: "" }
  );
}

/** Lines between the headline and the text, where pages put the date and the author. Empty when the headline is within. */
export function linesBetween(all: readonly Element[], headline: Element | null, text: Element): string[] {
  if (headline === null || isIn(text, headline)) return [];
  const [from, to] = [all.indexOf(headline), all.indexOf(text)];
  return all
    .slice(from + 1, Math.max(from + 1, to))
    .filter((one) => !isIn(one, text) && !isIn(headline, one))
    .filter((one) =>
      elementsOf(one).every(({ tagName }) => /^(?:a|span|time|i|b|strong|abbr|bdi)$/.test(tagName)),
    )
    .map((one) => plainOf(one).replaceAll("\n", " "))
    .filter((line) => line !== "" && line.length < 120);
}

/** Who the page's markup says wrote it: `rel=author`, microdata, the classes themes use. Outside boxes about authors. */
export function creditedAuthors(all: readonly Element[], text: Element | null): string[] {
  const marked = all.filter(
    (one) =>
      /(?:^|\s)author(?:$|\s)/.test(property(one, "rel")) ||
      /(?:^|\s)author(?:$|\s)/.test(property(one, "itemProp")) ||
      (CREDIT_NAMES.test(namesOf(one)) && /^(?:a|span|p|div|address|cite|h[3-6])$/.test(one.tagName)),
  );
  const last = text === null ? all.length : all.indexOf(text) + elementsOf(text).length;
  for (const element of marked) {
    if (all.indexOf(element) > last) break;
    const line = plainOf(element).replaceAll("\n", " ");
    if (line.length < 3 || line.length > 60 || /[.؟!:]$/.test(line)) continue;
    const credit = creditOf(line);
    if (credit?.agency) continue;
    return [...(credit?.authors ?? [line])];
  }
  return [];
}
