/** A saved page's tree → who its markup says wrote it. */
import type { Element } from "hast";
import { isOrganisation } from "../../arabic/grammar/organisation.ts";
import { fold } from "../../arabic/letters/fold.ts";
import { plainOf } from "../finish.ts";
import { furnitureOf } from "../lines/boilerplate.ts";
import { creditOf } from "../lines/byline.ts";
import { ROW_SIGN } from "../lines/line.ts";
import { NOTE_SIGN, writersIn } from "../lines/placeholder-names.ts";
import { postedParts } from "../lines/posted.ts";
import { printedDate } from "../lines/printed-date.ts";
import { elementsOf, isIn, namesOf, property } from "../tree/elements.ts";
import { CREDIT_NAMES, FORM, FROM, NO_CREDIT_NAMES, ROLE, WRITERS_PAGE } from "../vocabulary/html-authors.ts";
import { BETWEEN, cutAtBreaks, partsOf } from "./lines.ts";
import { isInline, paragraphsIn } from "./page.ts";

/** A longer line is no name; one that states the day as well may have more. In UTF-16 units. */
const LONGEST = 60;
const LONGEST_DATED = 100;
const DASH = "\\s*[-–—:/،]\\s*";
const NAME = "\\p{L}[\\p{L}\\p{M}.]*(?: \\p{L}[\\p{L}\\p{M}.]*){1,3}";
export const IS_NAME = new RegExp(`^${NAME}$`, "u");
/** `حلب - من مراسلنا فلان`, `مراسلتنا في عمّان: فلانة`. */
const CORRESPONDENT = new RegExp(
  `^(?:[\\p{L}\\p{M} ]{2,25}${DASH})?(?:من )?(?:مراسل|موفد|مندوب)ت?نا(?: (?:في|إلى) [\\p{L}\\p{M} ]{2,25}${DASH}|${DASH}| )(${NAME})$`,
  "u",
);
/** A place of one word before or behind a name of several. */
const PLACED = [new RegExp(`^\\S+ [-–—] (${NAME})$`, "u"), new RegExp(`^(${NAME}) [-–—] \\S+$`, "u")];

/** `الصدى- لينا حمود`, of the outlet and a name. */
const OUTLET_AND_NAME = new RegExp(`^([^-–—]{2,30}?)\\s?[-–—]\\s?(${NAME})$`, "u");

/** @param outlet Its names. @returns Who writes for it, where the line says no more. */
function nameBehindOutlet(line: string, outlet: readonly string[]): string | undefined {
  const [, place = "", name = ""] = OUTLET_AND_NAME.exec(line.replace(FROM, "").replace(NOTE_SIGN, "")) ?? [];
  return place !== "" && !isOrganisation(name) && (isOrganisation(place) || isOfOutlet(place, outlet))
    ? name
    : undefined;
}

/** Whether a name is the outlet's own, or a part of it. */
export function isOfOutlet(name: string, outlet: readonly string[]): boolean {
  const folded = fold(name).trim();
  return outlet.some((one) => {
    const own = fold(one).trim();
    return own !== "" && (` ${own} `.includes(` ${folded} `) || ` ${folded} `.includes(` ${own} `));
  });
}

function nameIn(text: string): string {
  const line = text.replace(NOTE_SIGN, "");
  return [CORRESPONDENT, ...PLACED].map((pattern) => pattern.exec(line)?.[1]).find(Boolean) ?? line;
}

/** A word of a name has two letters at least, unless it is an initial. */
const isName = (name: string): boolean =>
  /\p{L}[\p{L}\p{M}]/u.test(name) && !/[\p{Nd}@]|:\/\//u.test(name) && furnitureOf(name)?.why !== "button";

export interface Credited {
  readonly names: readonly string[];
  /** What is printed in the elements that name them. */
  readonly lines: readonly string[];
}
const NOBODY: Credited = { names: [], lines: [] };

/** hCard's and microdata's own mark of a name, where an element holds one beside other words. */
function nameWithin(element: Element): string | undefined {
  const marked = elementsOf(element).filter(
    (one) => /(?:^|\s)fn(?:$|\s)/.test(namesOf(one)) || property(one, "itemProp") === "name",
  );
  const names = new Set(marked.map(plainOf).filter((name) => name !== ""));
  return names.size === 1 ? [...names][0] : undefined;
}

/** What Joomla writes before a name. */
const WRITTEN_BY = /^كتب(?:ه|ها|ت?\s+بواسطة)\s*:?\s+(?=\p{L})/u;
/** Signs that a theme sets between a name and what stands beside its box. */
const EDGE = /^[\s|•·,،/–—-]+|(?<![\s|•·,،/–—-])[\s|•·,،/–—-]+$/gu;

function creditedIn(element: Element, outlet: readonly string[]): Credited | null {
  const line = plainOf(element).replaceAll("\n", " ");
  const lines = [line];
  const parts = cutAtBreaks(element.children)
    .flatMap(partsOf)
    .flatMap((part) => part.split(BETWEEN));
  const isDated = parts.some(printedDate);
  if (line.length < 3 || line.length > (isDated ? LONGEST_DATED : LONGEST) || /[.؟!:]$/.test(line))
    return null;
  const behind = nameBehindOutlet(line, outlet);
  if (behind !== undefined) return { names: [behind], lines };
  const named =
    nameWithin(element) ??
    postedParts(line)?.[0] ??
    (isDated ? parts.find((part) => !printedDate(part) && !furnitureOf(part)) : line)?.replace(EDGE, "");
  if (!named || printedDate(named)) return null;
  const credit = creditOf(named.replace(WRITTEN_BY, "بقلم: "));
  if (credit?.agency) return null;
  const roles = named.split(/\s+[-–—|/]\s+/u);
  const names = roles.every((role) => ROLE.test(role) && IS_NAME.test(role.replace(ROLE, "")))
    ? roles.map((role) => role.replace(ROLE, ""))
    : (credit?.authors ?? [nameIn(named)]);
  return { names: writersIn(names).filter(isName), lines };
}

/** What a blog writes below its text: `مرسلة بواسطة فلان في 8:00 ص`. */
const BELOW = /(?:^|\s)post-?author(?:$|\s)/i;

/** Below the text, where boxes about authors and comments stand, only what the post's own box says in so many words. */
function creditedBelow(all: readonly Element[], text: Element | null): Credited | null {
  const box = all.findLast(
    (one) => text !== null && /(?:^|\s)hentry(?:$|\s)/.test(namesOf(one)) && isIn(one, text),
  );
  const below = box && elementsOf(box).find((one) => BELOW.test(namesOf(one)));
  return below ? creditedIn(below, []) : null;
}

const isMarked = (one: Element): boolean =>
  /(?:^|\s)author(?:$|\s)/.test(property(one, "rel")) ||
  /(?:^|\s)author(?:$|\s)/.test(property(one, "itemProp")) ||
  (/^(?:a|span|p|div|address|cite|h[2-6])$/.test(one.tagName) &&
    CREDIT_NAMES.test(namesOf(one)) &&
    !NO_CREDIT_NAMES.test(namesOf(one)));

/** The elements of one box each that stand beside another with the same names. */
function besideAlike(element: Element, all: readonly Element[]): readonly Element[] {
  const parent = all.find(({ children }) => children.includes(element));
  const isAlike = (one: unknown): one is Element =>
    (one as Element).tagName === element.tagName && namesOf(one as Element) === namesOf(element);
  return namesOf(element).trim() === "" ? [] : (parent?.children.filter(isAlike) ?? []);
}

/** The first line of a text that is the outlet's name and a writer's. */
function creditedFirst(text: Element | null, outlet: readonly string[]): Credited | null {
  const first =
    text && elementsOf(text).find((one) => plainOf(one) !== "" && elementsOf(one).every(isInline));
  const line = first ? plainOf(first).replaceAll("\n", " ") : "";
  const name = line.length <= LONGEST ? nameBehindOutlet(line, outlet) : undefined;
  return name === undefined ? null : { names: [name], lines: [line] };
}

/**
 * By `rel=author`, microdata, the classes themes use, a link to a writer's page. Outside boxes about authors.
 * @param outlet Names of the outlet.
 */
export function creditedAuthors(
  all: readonly Element[],
  text: Element | null,
  outlet: readonly string[],
): Credited {
  const asked = new Set(all.filter(({ tagName }) => FORM.test(tagName)).flatMap(elementsOf));
  const marked = all.filter((one) => !FORM.test(one.tagName) && !asked.has(one) && isMarked(one));
  const last = text === null ? all.length : all.indexOf(text) + elementsOf(text).length;
  const paragraphs = text && paragraphsIn(text);
  const [from, to] = paragraphs?.map((one) => all.indexOf(one)) ?? [];
  // Between paragraphs somebody is quoted, unless a page of the writer's is linked.
  const isWriters = (one: Element) => one.tagName === "a" && WRITERS_PAGE.test(property(one, "href"));
  const isQuoted = (at: number) =>
    from !== undefined &&
    to !== undefined &&
    at > from &&
    at < to &&
    !elementsOf(all[at] as Element).some(isWriters);
  let nobody: Credited | null = null;
  for (const element of marked) {
    if (all.indexOf(element) > last) break;
    if (isQuoted(all.indexOf(element))) continue;
    const credited = creditedIn(element, outlet);
    if (credited && credited.names.length > 0) {
      const others = besideAlike(element, all).map((one) => creditedIn(one, outlet) ?? NOBODY);
      return others.length > 1
        ? {
            names: [...new Set(others.flatMap(({ names }) => names))],
            lines: others.flatMap(({ lines }) => lines),
          }
        : credited;
    }
    nobody ??= credited;
  }
  const linked = all.slice(0, from ?? last + 1).find((one) => {
    return (
      isWriters(one) && !asked.has(one) && IS_NAME.test(plainOf(one)) && !isOfOutlet(plainOf(one), outlet)
    );
  });
  const byLink = linked ? creditedIn(linked, outlet) : null;
  return nobody ?? byLink ?? creditedFirst(text, outlet) ?? creditedBelow(all, text) ?? NOBODY;
}

const ARABIC = /\p{Script=Arabic}/u;
/** A name in both scripts is a label. */
const LATIN_TOO = /\p{Script=Latin}/u;

/**
 * Who wrote it, of those whom the head states and those whom the page prints. The head often names the outlet or the
 * account of an editor: a person who is printed comes first then.
 */
export function writersOf(
  stated: readonly string[],
  printed: readonly string[],
  outlet: readonly string[],
): readonly string[] {
  const isOutlet = (name: string) => isOrganisation(name) || isOfOutlet(name, outlet);
  const isPerson = (name: string) => ARABIC.test(name) && name.includes(" ") && !isOutlet(name);
  const people = stated.filter((name) => !isOfOutlet(name, outlet));
  const persons = printed.filter(isPerson);
  const isWeak = stated.every((name) => isOutlet(name) || !ARABIC.test(name) || LATIN_TOO.test(name));
  const isMore = persons.length > stated.length && stated.every((name) => persons.includes(name));
  if (stated.length === 0) return printed;
  if (persons.length > 0 && (isWeak || isMore)) return persons;
  return people.length > 0 ? people : stated;
}

/**
 * `فلان وفلانة - 28 نوفمبر 2016`: the day in a line that holds nothing else but those whom the page names as its writers.
 * Null for every other line.
 */
export function dayBesideWriters(line: string, writers: readonly string[]): string | null {
  const parts = line.split(ROW_SIGN);
  const day = parts.find(printedDate);
  if (day === undefined || writers.length === 0) return null;
  const others = fold(parts.filter((part) => part !== day).join(" "));
  const names = writers.map((name) => fold(name)).sort((a, b) => b.length - a.length);
  const left = names.reduce((text, name) => text.replace(name, ""), others);
  return left !== others && /^[\s،,/و]*$/u.test(left) ? day : null;
}
