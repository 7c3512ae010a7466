/**
 * A raw page and the make of its folder → the text without the page's lines, and the fields that stand at their places.
 * What is left is read as any raw page is.
 */
import type { Metadata, Removed } from "../../model/article.ts";
import { isProse } from "../lines/line.ts";
import { writersIn } from "../lines/placeholder-names.ts";
import { dayWithin } from "./day-within.ts";
import { type FieldName, lineKey, type Make, type Makes } from "./make.ts";
import { fieldsIn, type SaidByLine } from "./says.ts";
import {
  areShared,
  isParagraph,
  longestText,
  type PageLine,
  pageLines,
  placeKey,
  placesOf,
  type SharedLines,
  sharedLines,
} from "./shared-lines.ts";

/** What a make says of one page. */
export interface ReadByMake {
  /** The text without the lines of the page; the headline is not in it. */
  readonly text: string;
  /** Fields that were found by their place. */
  readonly metadata: Pick<Metadata, "title" | "date" | "authors" | "section">;
  readonly removed: readonly Removed[];
}

/** A page is of a make when it has so large a part of the lines that its pages share. */
const PART = 0.3;

interface MakeAtHand {
  readonly make: Make;
  readonly shared: SharedLines;
  readonly keys: ReadonlySet<string>;
  readonly fields: ReadonlyMap<string, { readonly says: string; readonly rank: number }>;
}

const atHand = new WeakMap<Make, MakeAtHand>();
function lookUp(make: Make): MakeAtHand {
  const known = atHand.get(make);
  if (known) return known;
  const fields = new Map(
    make.fields.map((field, rank) => [placeKey(field), { says: field.says, rank }] as const),
  );
  const keys = new Set([...make.over, ...make.under, ...make.together.flat()]);
  const made = { make, shared: sharedLines(make), keys, fields };
  atHand.set(make, made);
  return made;
}

/** The make that a page has the largest part of; null where it has too little of each. */
export function makeOf(lines: readonly PageLine[], { raw }: Makes): Make | null {
  const keys = new Set(lines.map(({ key }) => key));
  let best: Make | null = null;
  let most = 0;
  for (const make of raw) {
    const { keys: own } = lookUp(make);
    let count = 0;
    for (const key of own) if (keys.has(key)) count += 1;
    const part = own.size === 0 ? PART : count / own.size;
    if (part >= PART && part > most) [best, most] = [make, part];
  }
  return best;
}

interface Field extends SaidByLine {
  readonly rank: number;
  readonly i: number;
}

/** What the lines at the places of fields say, those of the first places first. */
function fieldsOf(
  lines: readonly PageLine[],
  { shared, textFrom }: { readonly shared: readonly boolean[]; readonly textFrom: number },
  { fields }: MakeAtHand,
): Field[] {
  const placesAt = placesOf(lines, shared, textFrom);
  return lines
    .flatMap((line, i) => {
      if (shared[i]) return [];
      return placesAt(i).flatMap((place) => {
        const field = fields.get(placeKey(place));
        const said = field && fieldsIn(line.text, field.says);
        return said ? [{ ...said, rank: field.rank, i }] : [];
      });
    })
    .sort((a, b) => a.rank - b.rank || a.i - b.i);
}

const WHY: Readonly<Record<Exclude<FieldName, "headline">, Removed["why"]>> = {
  ...{ day: "date-line", writer: "byline", section: "navigation", title: "related-title" },
};

/** @returns Null where the page is of none of the makes. */
export function readByMake(text: string, makes: Makes): ReadByMake | null {
  const lines = pageLines(text);
  const make = makeOf(lines, makes);
  if (make === null) return null;
  const known = lookUp(make);
  const shared = areShared(lines, known.shared, (i) => isParagraph(lines[i] as PageLine));
  const [textFrom] = longestText(lines, (i) => !shared[i] && isParagraph(lines[i] as PageLine));
  const fields = fieldsOf(lines, { shared, textFrom }, known);
  const first = (name: FieldName, isRight: (value: string) => boolean) =>
    fields.find((one) => one[name] !== undefined && isRight(one[name]));
  const headline = first("headline", (value) => /\p{L}/u.test(value) && dayWithin(value) === null);
  const day = first("day", () => true);
  const writer = first("writer", (value) => writersIn([value]).length > 0);
  const section = first("section", (value) => /\p{L}/u.test(value));
  const removed = new Map<number, Removed["why"]>();
  for (const [i, isShared] of shared.entries()) if (isShared) removed.set(i, "navigation");
  const title = headline?.headline;
  if (headline && title !== undefined) {
    const last = lines.findLastIndex(({ key }, i) => key === lineKey(title) && i <= textFrom);
    for (let i = 0; i < Math.max(headline.i, last); i++) if (!removed.has(i)) removed.set(i, "navigation");
    for (const [i, { key }] of lines.entries()) if (key === lineKey(title)) removed.set(i, "repeated-title");
  }
  for (const one of fields)
    for (const name of ["day", "writer", "section", "title"] as const)
      if (one[name] !== undefined && one.headline === undefined) removed.set(one.i, WHY[name]);
  setAsideBelow(lines, { shared, make, from: headline?.i ?? 0, removed });
  setAsideTitles(lines, { shared, make, removed });
  for (const [i, { key }] of lines.entries())
    if (make.beginnings.some((start) => key.startsWith(start)) && i !== headline?.i)
      removed.set(i, "related-title");
  if (headline) removed.delete(headline.i);
  return {
    text: withoutLines(text, lines, new Set([...removed.keys(), ...(headline ? [headline.i] : [])])),
    metadata: {
      ...(title === undefined ? {} : { title }),
      ...(day?.day === undefined ? {} : { date: day.day }),
      ...(writer?.writer === undefined ? {} : { authors: writersIn([writer.writer]) }),
      ...(section?.section === undefined ? {} : { section: section.section }),
    },
    removed: [...removed]
      .sort(([a], [b]) => a - b)
      .map(([i, why]) => ({ why, text: (lines[i] as PageLine).text })),
  };
}

interface Aside {
  readonly shared: readonly boolean[];
  readonly make: Make;
  readonly removed: Map<number, Removed["why"]>;
}

/** Below the first end that has a paragraph over it nothing is the article's. */
function setAsideBelow(
  lines: readonly PageLine[],
  { shared, make, from, removed }: Aside & { readonly from: number },
): void {
  const ends = new Set(make.ends);
  let hasText = false;
  for (let i = from + 1; i < lines.length; i++) {
    const { key, text } = lines[i] as PageLine;
    hasText ||= !removed.has(i) && isProse(text);
    if (!hasText || !shared[i] || !ends.has(key)) continue;
    for (let k = i; k < lines.length; k++) if (!removed.has(k)) removed.set(k, "related-title");
    return;
  }
}

function setAsideTitles(lines: readonly PageLine[], { shared, make, removed }: Aside): void {
  const over = new Set(make.titles);
  let areTitles = false;
  for (const [i, { key, text }] of lines.entries()) {
    if (shared[i]) areTitles = over.has(key);
    else if (areTitles && !isProse(text) && !removed.has(i)) removed.set(i, "related-title");
    else if (areTitles) areTitles = false;
  }
}

/** Empty lines stay: they part paragraphs. */
function withoutLines(text: string, lines: readonly PageLine[], out: ReadonlySet<number>): string {
  const left = new Set([...out].map((i) => (lines[i] as PageLine).at));
  return text
    .split("\n")
    .filter((_, at) => !left.has(at))
    .join("\n");
}
