/** A saved page's tree → who its markup says wrote it. */
import type { Element } from "hast";
import { fold } from "../../arabic/letters/fold.ts";
import { plainOf } from "../finish.ts";
import { furnitureOf } from "../lines/boilerplate.ts";
import { creditOf } from "../lines/byline.ts";
import { ROW_SIGN } from "../lines/line.ts";
import { NOTE_SIGN, writersIn } from "../lines/placeholder-names.ts";
import { postedParts } from "../lines/posted.ts";
import { printedDate } from "../lines/printed-date.ts";
import { elementsOf, isIn, namesOf, property } from "../tree/elements.ts";
import { BETWEEN, cutAtBreaks, partsOf } from "./lines.ts";
import { paragraphsIn } from "./page.ts";

const CREDIT_NAMES =
  /(?:^|[\s_-])(?:authors?|byline|writers?|createdby|vcard|fn)(?:$|[\s_-])|(?:^|\s)by(?:$|\s)/i;
/** A longer line is no name; one that states the day as well may have more. In UTF-16 units. */
const LONGEST = 60;
const LONGEST_DATED = 100;
const DASH = "\\s*[-–—:/،]\\s*";
const NAME = "\\p{L}[\\p{L}\\p{M}.]*(?: \\p{L}[\\p{L}\\p{M}.]*){1,3}";
/** `حلب - من مراسلنا فلان`, `مراسلتنا في عمّان: فلانة`. */
const CORRESPONDENT = new RegExp(
  `^(?:[\\p{L}\\p{M} ]{2,25}${DASH})?(?:من )?(?:مراسل|موفد|مندوب)ت?نا(?: (?:في|إلى) [\\p{L}\\p{M} ]{2,25}${DASH}|${DASH}| )(${NAME})$`,
  "u",
);
/** A place of one word before or behind a name of several. */
const PLACED = [new RegExp(`^\\S+ [-–—] (${NAME})$`, "u"), new RegExp(`^(${NAME}) [-–—] \\S+$`, "u")];

function nameIn(text: string): string {
  const line = text.replace(NOTE_SIGN, "");
  return [CORRESPONDENT, ...PLACED].map((pattern) => pattern.exec(line)?.[1]).find(Boolean) ?? line;
}

export interface Credited {
  readonly names: readonly string[];
  /** What is printed in the element that names them; null where nothing does. */
  readonly line: string | null;
}

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

function creditedIn(element: Element): Credited | null {
  const line = plainOf(element).replaceAll("\n", " ");
  const parts = cutAtBreaks(element.children)
    .flatMap(partsOf)
    .flatMap((part) => part.split(BETWEEN));
  const isDated = parts.some(printedDate);
  if (line.length < 3 || line.length > (isDated ? LONGEST_DATED : LONGEST) || /[.؟!:]$/.test(line))
    return null;
  const named =
    nameWithin(element) ??
    postedParts(line)?.[0] ??
    (isDated ? parts.find((part) => !printedDate(part) && !furnitureOf(part)) : line)?.replace(EDGE, "");
  if (!named || printedDate(named)) return null;
  const credit = creditOf(named.replace(WRITTEN_BY, "بقلم: "));
  return credit?.agency ? null : { names: writersIn(credit?.authors ?? [nameIn(named)]), line };
}

/** What a blog writes below its text: `مرسلة بواسطة فلان في 8:00 ص`. */
const BELOW = /(?:^|\s)post-?author(?:$|\s)/i;

/** Below the text, where boxes about authors and comments stand, only what the post's own box says in so many words. */
function creditedBelow(all: readonly Element[], text: Element | null): Credited | null {
  const box = all.findLast(
    (one) => text !== null && /(?:^|\s)hentry(?:$|\s)/.test(namesOf(one)) && isIn(one, text),
  );
  const below = box && elementsOf(box).find((one) => BELOW.test(namesOf(one)));
  return below ? creditedIn(below) : null;
}

/** By `rel=author`, microdata, the classes themes use. Outside boxes about authors. */
export function creditedAuthors(all: readonly Element[], text: Element | null): Credited {
  const marked = all.filter(
    (one) =>
      /(?:^|\s)author(?:$|\s)/.test(property(one, "rel")) ||
      /(?:^|\s)author(?:$|\s)/.test(property(one, "itemProp")) ||
      (CREDIT_NAMES.test(namesOf(one)) && /^(?:a|span|p|div|address|cite|h[3-6])$/.test(one.tagName)),
  );
  const last = text === null ? all.length : all.indexOf(text) + elementsOf(text).length;
  const paragraphs = text && marked.length > 0 ? paragraphsIn(text) : undefined;
  const [from, to] = paragraphs?.map((one) => all.indexOf(one)) ?? [];
  // Between paragraphs somebody is quoted.
  const isQuoted = (at: number) => from !== undefined && to !== undefined && at > from && at < to;
  let nobody: Credited | null = null;
  for (const element of marked) {
    if (all.indexOf(element) > last) break;
    if (isQuoted(all.indexOf(element))) continue;
    const credited = creditedIn(element);
    if (credited && credited.names.length > 0) return credited;
    nobody ??= credited;
  }
  return nobody ?? creditedBelow(all, text) ?? { names: [], line: null };
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
