/**
 * A saved page's tree → the section that its way home leads through: as JSON-LD or microdata state it (schema.org's
 * BreadcrumbList), as it is printed, or as one linked name right above the headline.
 */
import type { Element, ElementContent } from "hast";
import { fold } from "../../arabic/letters/fold.ts";
import { plainOf } from "../finish.ts";
import { furnitureOf } from "../lines/boilerplate.ts";
import { creditOf } from "../lines/byline.ts";
import { printedDate } from "../lines/printed-date.ts";
import { CRUMBS } from "../raw/head.ts";
import { SECTION } from "../raw/section.ts";
import { elementsOf, isIn, isLonger, namesOf, property } from "../tree/elements.ts";
import {
  HOME,
  LEADS_ELSEWHERE,
  namesSection,
  STEP_TYPE,
  WAY_NAMES,
  WAY_TYPE,
  YOU_ARE_HERE,
} from "../vocabulary/html-sections.ts";
import { isJson, jsonLdItems, textOf } from "./json-ld.ts";
import { partsOf } from "./lines.ts";

const STEP = /\s*[/»›>|\\←]\s*|\s*::\s*/u;
const CUT = /\s*(?:…|(?<!\.)\.{2,})$/u;
/** The address of an outlet's first page. */
const ROOT = /^(?:https?:\/\/[^/]+)?\/?(?:index\.\w+|[a-z]{2}\/?)?$/i;

interface Step {
  readonly name: string;
  readonly href?: string | undefined;
}

/** What parts two steps: a picture of an arrow, or an empty element that a style draws one in. */
const isArrow = (node: ElementContent): boolean =>
  node.type === "element" && (node.tagName === "br" || plainOf(node) === "");

/** Lines, boxes side by side, or words between signs. */
function printedSteps(way: Element): readonly Step[] {
  const lines = plainOf(way).split("\n");
  const runs: ElementContent[][] = [[]];
  for (const node of way.children)
    if (isArrow(node)) runs.push([]);
    else runs.at(-1)?.push(node);
  const texts = lines.length > 1 ? lines : runs.flatMap(partsOf);
  return texts
    .flatMap((text) => text.replace(YOU_ARE_HERE, "").split(STEP))
    .filter((name) => name !== "")
    .map((name) => ({ name }));
}

/** BreadcrumbList in JSON-LD, alone or within the page that it leads to. */
function statedSteps(all: readonly Element[]): readonly Step[] {
  const lists = jsonLdItems(all).flatMap((one) =>
    /BreadcrumbList/.test(String(one["@type"])) ? [one] : isJson(one.breadcrumb) ? [one.breadcrumb] : [],
  );
  const items = [lists.find((one) => one.itemListElement !== undefined)?.itemListElement ?? []].flat();
  return items.filter(isJson).flatMap((one) => {
    const item = isJson(one.item) ? one.item : {};
    const name = textOf(one.name) ?? textOf(item.name);
    return name === undefined ? [] : [{ name, href: textOf(item["@id"]) ?? textOf(one.item) }];
  });
}

const typeOf = (one: Element): string => property(one, "itemType") || property(one, "typeOf");
const isNamed = (one: Element): boolean =>
  /^(?:v:)?(?:name|title)$/.test(property(one, "itemProp") || property(one, "property"));

/** BreadcrumbList in microdata or RDFa. */
function markedSteps(all: readonly Element[]): readonly Step[] {
  const list = all.find((one) => WAY_TYPE.test(typeOf(one)));
  const boxes = list ? [list] : all.filter((one) => STEP_TYPE.test(typeOf(one)));
  return boxes.flatMap(elementsOf).flatMap((one) => {
    if (!isNamed(one)) return [];
    const link = boxes.flatMap(elementsOf).find((other) => other.tagName === "a" && isIn(other, one));
    const name = (plainOf(one) || property(one, "content")).replaceAll("\n", " ");
    return [{ name, href: property(link ?? one, "href") || undefined }];
  });
}

/** In UTF-16 units, beside the headline. */
const LONGEST_WAY = 120;

/** The innermost line that leads from the home page to the headline. */
const unnamedWay = (all: readonly Element[], title: string): Element | undefined =>
  all.findLast(
    (one) =>
      /^(?:div|p|td|span|font)$/.test(one.tagName) &&
      title !== "" &&
      !isLonger(one, title.length + LONGEST_WAY) &&
      CRUMBS.test(plainOf(one)) &&
      fold(plainOf(one)).endsWith(title),
  );

const linksIn = (box: Element): readonly Element[] =>
  elementsOf(box).filter(({ tagName }) => tagName === "a");

/** A named box says so of itself where it begins at home, or holds links alone. */
function printedWay(all: readonly Element[], title: string): readonly Step[] {
  const way =
    all.find(
      (one) => WAY_NAMES.test(namesOf(one)) && plainOf(one) !== "" && !isLonger(one, 2 * LONGEST_WAY),
    ) ?? unnamedWay(all, fold(title));
  if (!way) return [];
  const steps = printedSteps(way);
  const [first] = steps;
  const linked = linksIn(way).map((link) => ({
    name: plainOf(link).replaceAll("\n", " "),
    href: property(link, "href"),
  }));
  if (first && HOME.test(first.name)) return steps.length > 1 ? steps : linked;
  return linked.length > 0 && linked.length <= MOST_STEPS ? linked : [];
}

const MOST_STEPS = 4;

/** The last step that is neither home, nor the headline, nor a word of the system. */
function sectionOf(steps: readonly Step[], title: string, site: string): string | undefined {
  const isHeadline = (name: string) =>
    CUT.test(name) ? fold(title).startsWith(fold(name.replace(CUT, ""))) : fold(name) === fold(title);
  const isHome = ({ name, href }: Step, i: number) =>
    HOME.test(name) || (i === 0 && (fold(name) === fold(site) || (href !== undefined && ROOT.test(href))));
  return steps
    .filter((step, i) => !isHome(step, i) && !isHeadline(step.name))
    .map(({ name }) => name.trim())
    .filter((name) => name.length <= SECTION && namesSection(name))
    .at(-1);
}

/** So much may stand between the section's name and the headline: a day, a count. In UTF-16 units. */
const LONGEST_ABOVE = 80;
const LEVELS = 5;
const WORDS = 4;

/**
 * Linked names right above the headline, in a box that holds hardly more: the first is the section.
 * @param own Elements that are the article's. @param headline The element that prints it.
 */
export function sectionAbove(own: readonly Element[], headline: Element | null): string | undefined {
  if (!headline) return undefined;
  const at = own.indexOf(headline);
  const around = own.slice(0, Math.max(0, at)).filter((one) => isIn(one, headline));
  for (const box of around.reverse().slice(0, LEVELS)) {
    // A cell beside is another column.
    if (/^(?:tr|tbody|table)$/.test(box.tagName)) return undefined;
    const inside = elementsOf(box);
    const before = inside.slice(0, inside.indexOf(headline)).filter((one) => !isIn(one, headline));
    const tops = before.filter((one) => !before.some((other) => other !== one && isIn(other, one)));
    if (tops.reduce((sum, one) => sum + plainOf(one).length, 0) > LONGEST_ABOVE) return undefined;
    const names = before.filter(isSectionLink).map((link) => plainOf(link).replaceAll("\n", " "));
    if (names.length > 0) return names.length <= MOST_STEPS ? names[0] : undefined;
  }
  return undefined;
}

function isSectionLink(one: Element): boolean {
  const href = property(one, "href");
  if (one.tagName !== "a" || href === "" || ROOT.test(href) || LEADS_ELSEWHERE.test(href)) return false;
  const name = plainOf(one).replaceAll("\n", " ");
  const isShort = name.length > 1 && name.length <= SECTION && name.split(/\s+/).length <= WORDS;
  const isOther = () => furnitureOf(name) ?? printedDate(name) ?? creditOf(name);
  return isShort && /\p{L}{2}/u.test(name) && !HOME.test(name) && namesSection(name) && !isOther();
}

export interface Headed {
  readonly title: string;
  /** The outlet's name, where the page states it. */
  readonly site: string;
}

export function sectionOfWayHome(all: readonly Element[], { title, site }: Headed): string | undefined {
  for (const stepsIn of [statedSteps, markedSteps, printedWay]) {
    const section = sectionOf(stepsIn(all, title), title, site);
    if (section !== undefined) return section;
  }
  return undefined;
}
