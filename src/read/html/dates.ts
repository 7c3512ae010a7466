/**
 * A saved page's markup → the day or the moment it states: a value of its head, or an element that is marked as the date.
 * A moment keeps its distance from UTC, by which its day is reckoned.
 */
import type { Element } from "hast";
import { AT_UTC, toCivil } from "../../arabic/dates/zone.ts";
import { type CivilDate, civilDate, civilTime } from "../../model/civil-date.ts";
import { plainOf } from "../finish.ts";
import { isoOf } from "../keys/stated-date.ts";
import { printedDate } from "../lines/printed-date.ts";
import { namesOf, property } from "../tree/elements.ts";

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;
/** `Thu, 11 Feb 2016 09:12:44 EST` (RFC 5322): of a zone by its letters the day alone is read. */
const MAIL =
  /^(?:[a-z]{3}, )?(\d{1,2} [a-z]{3} \d{4}) \d{2}:\d{2}(?::\d{2})?(?: (?:[+-]\d{4}|[a-z]{1,4}))?$/i;
/** What a program writes for want of a date: the beginning of its clock. */
const NEVER = "1970-01-01";

/** The date that a value states; undefined for text, and for a day or a time that does not exist. */
export function dateOf(value: string): string | undefined {
  const moment = isoOf(value);
  const iso = ISO.exec(moment);
  if (!iso) {
    const printed = printedDate(MAIL.exec(value)?.[1] ?? value);
    return printed?.date && !printed.updated && printed.date !== NEVER ? printed.date : undefined;
  }
  const [year, month, day, hour, minute, second] = iso.slice(1).map((part) => Number(part ?? 0));
  const date = civilDate(year as number, month as number, day as number);
  const time = civilTime(hour as number, minute as number, second);
  return date === null || date === NEVER || time === null ? undefined : moment;
}

/** The first of the values that states a date. */
export const dateIn = (...stated: readonly (string | undefined)[]): string | undefined =>
  stated.map((one) => (one === undefined ? undefined : dateOf(one))).find((one) => one !== undefined);

/** Minutes since 1970; null of a day alone, or a time of no known zone. */
function instantOf(stated: string): number | null {
  const there = toCivil(stated, "UTC");
  const isInstant = toCivil(stated, null)?.offset != null;
  return there?.time && isInstant ? Math.floor(Date.parse(`${there.date}T${there.time}Z`) / 60_000) : null;
}

/** The same moment as another statement of the page has it with the outlet's own distance from UTC; else as it is. */
export function withOwnOffset(stated: string, others: () => readonly (string | undefined)[]): string {
  if (toCivil(stated, null)?.offset !== AT_UTC) return stated;
  const instant = instantOf(stated);
  const own = others()
    .flatMap((one) => (one === undefined ? [] : (dateOf(one) ?? [])))
    .find((one) => instantOf(one) === instant && toCivil(one, null)?.offset !== AT_UTC);
  return own ?? stated;
}

/** RDFa, as Drupal writes it: `property="dc:date dc:created"`. */
const CREATED = /(?:^|\s)(?:(?:dc|dcterms):(?:date|created|issued)|(?:schema:)?datePublished)(?:$|\s)/i;
const MARKED = /(?:^|[\s_-])(?:published|entry-date)(?:$|[\s_-])/i;
/** What content systems and themes call the date of an article; lists beside it have the same, so it must be the only one. */
const CALLED =
  /(?:^|\s)(?:itemDateCreated|create-?date|(?:article|post|entry|news|story|publish|published)[_-]?date|date-?published|pub-?date)(?:$|\s)/i;

const isUpdate = (one: Element): boolean =>
  /updated|modified/i.test(`${property(one, "itemProp")} ${namesOf(one)}`);
const saidBy = (one: Element): string =>
  property(one, "dateTime") || property(one, "content") || property(one, "title") || plainOf(one);

/** The days that elements which are marked as the article's date print. @param all As for {@link markedDate}. */
export function markedDays(all: readonly Element[]): readonly CivilDate[] {
  const marked = all.filter((one) => !isUpdate(one) && (one.tagName === "time" || CALLED.test(namesOf(one))));
  return marked.flatMap((one) =>
    plainOf(one)
      .split("\n")
      .flatMap((line) => {
        const printed = printedDate(line.trim());
        return printed?.date && !printed.updated ? [printed.date] : [];
      }),
  );
}

/**
 * When a marked element says an article was published: microdata, RDFa, `<time>`, hAtom's `<abbr class="published" title>`,
 * and the names that systems give to its date.
 * @param all Of the page, without what belongs to other articles.
 */
export function markedDate(all: readonly Element[]): string | undefined {
  const elements = all.filter(({ tagName }) => tagName !== "meta");
  const tellingly = elements.filter(
    (one) =>
      /datePublished/i.test(property(one, "itemProp")) ||
      CREATED.test(property(one, "property")) ||
      (/^(?:time|abbr)$/.test(one.tagName) &&
        (one.properties.pubDate !== undefined || MARKED.test(namesOf(one)))),
  );
  const times = elements.filter(
    (one) => one.tagName === "time" && property(one, "dateTime") !== "" && !isUpdate(one),
  );
  const marked = dateIn(
    ...[...tellingly.filter((one) => !/^updated$/i.test(namesOf(one).trim())), ...times].map(saidBy),
  );
  if (marked !== undefined) return marked;
  const called = elements
    .filter((one) => CALLED.test(namesOf(one)))
    .flatMap((one) => dateIn(...plainOf(one).split("\n")) ?? []);
  return new Set(called).size === 1 ? called[0] : undefined;
}
