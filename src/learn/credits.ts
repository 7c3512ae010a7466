/** Pages of one make → where day, writer and section stand around the headline, and how their lines are made. */
import { WEEKDAYS } from "../arabic/dates/calendar-names.ts";
import { fold } from "../arabic/letters/fold.ts";
import { NAME } from "../read/lines/line.ts";
import type { FieldLine } from "../read/make/make.ts";
import { lineKey } from "../read/make/make.ts";
import { bareValue, daySlotted } from "../read/make/says.ts";
import { TEXT } from "../read/make/shared-lines.ts";
import { isKnownSection } from "../read/raw/section.ts";
import { sharedWords } from "./headline.ts";
import type { MarkedPage, Placed, PlacedLine } from "./placed.ts";

/** So far over the headline, and below the text, such lines are looked for. */
const OVER = 10;
const BELOW = 12;
const LONGEST = 200;
/** Words of a line that so many lines of its place have are the page's. */
const FIXED = 0.8;

type Slot = "day" | "writer" | "section" | "other";

/** The line and its parts: what is fixed in lines of its place, and what differs. */
interface Parts {
  readonly fixed: readonly string[];
  /** For each line, what stands before, between and behind the fixed parts; null where it is made otherwise. */
  readonly values: readonly (readonly string[] | null)[];
}

const DAYS_OF_WEEK = new Set(WEEKDAYS.map((name) => fold(name)));
const tokensOf = (text: string): readonly string[] =>
  text.split(/\s+|(?<=[:|•·])|(?=[:|•·])/u).filter((one) => one !== "");

/** Words that nearly all lines have, in the order they have. */
function partsOf(lines: readonly string[]): Parts {
  const counts = new Map<string, number>();
  for (const line of lines)
    for (const token of new Set(tokensOf(line).map(lineKey))) counts.set(token, (counts.get(token) ?? 0) + 1);
  const isFixed = (token: string) => (counts.get(lineKey(token)) ?? 0) >= lines.length * FIXED;
  const shapes = new Map<string, number>();
  const split = lines.map((line) => {
    const fixed: string[] = [];
    const values: string[] = [""];
    let inFixed = false;
    for (const token of tokensOf(line)) {
      const isOne = isFixed(token);
      if (isOne && inFixed) fixed[fixed.length - 1] += ` ${lineKey(token)}`;
      else if (isOne) {
        fixed.push(lineKey(token));
        values.push("");
      } else values[values.length - 1] = `${values.at(-1)} ${token}`.trim();
      inFixed = isOne;
    }
    const shape = fixed.join("\n");
    shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
    return { shape, fixed, values };
  });
  const [shape = ""] = [...shapes].sort(([, a], [, b]) => b - a)[0] ?? [];
  return {
    fixed: shape === "" ? [] : shape.split("\n"),
    values: split.map((one) => (one.shape === shape ? one.values : null)),
  };
}

interface Judged {
  readonly slot: Slot;
  /** How sure it is, from 0 to 1. */
  readonly worth: number;
}

const isName = (value: string): boolean =>
  NAME.test(value) && value.split(" ").length >= 2 && value.length <= 40;

/** What the values of one part are. @param inMenu Whether a line stands in the menus. */
function judge(raw: readonly string[], inMenu: (value: string) => boolean): Judged {
  const values = raw.map(bareValue);
  const n = values.length;
  const distinct = new Set(values).size;
  const part = (is: (value: string) => boolean) => values.filter(is).length / n;
  if (part((value) => DAYS_OF_WEEK.has(fold(value))) >= 0.5) return { slot: "other", worth: 0 };
  if (distinct < 2) return { slot: "other", worth: 0 };
  const sections = part((value) => isKnownSection(value) || inMenu(value));
  const few = distinct <= Math.max(3, n / 4);
  const short = part((value) => value !== "" && value.length <= 30 && !/\p{Nd}|[.؟!،]/u.test(value));
  if (short >= 0.8 && few && sections >= 0.4) return { slot: "section", worth: Math.min(1, sections + 0.2) };
  const names = part(isName);
  if (names >= 0.6 && distinct <= n * 0.95)
    return { slot: "writer", worth: names * (few && sections > 0.2 ? 0.5 : 1) };
  if (short >= 0.9 && few) return { slot: "section", worth: 0.3 };
  return { slot: "other", worth: 0 };
}

/** A day at the end or the beginning of a part: `ثقافة - 12 آذار 2016`. */
interface Found {
  readonly field: FieldLine;
  readonly slots: ReadonlyMap<Slot, number>;
  readonly lines: readonly PlacedLine[];
}

function fieldAt({ place, lines }: Placed, inMenu: (value: string) => boolean): Found | null {
  const parts = partsOf(lines.map(({ line }) => daySlotted(line.text)));
  const sound = parts.values.filter((values) => values !== null);
  if (sound.length < lines.length * 0.6) return null;
  const count = parts.fixed.length + 1;
  let says = "";
  const slots = new Map<Slot, number>();
  for (let i = 0; i < count; i++) {
    const values = sound.map((one) => one[i] as string).filter((value) => value !== "");
    if (values.length >= sound.length * 0.6) {
      const { slot, worth } = judge(values, inMenu);
      says += ` {${slots.has(slot) ? "other" : slot}} `;
      if (!slots.has(slot)) slots.set(slot, (worth * values.length) / lines.length);
    }
    says += i < count - 1 ? ` ${parts.fixed[i]} ` : "";
  }
  // A day that no two pages differ in is that of the visit.
  if (says.includes("{day}"))
    slots.set(
      "day",
      (sound.length / lines.length) * (new Set(lines.map(({ line }) => line.text)).size > 1 ? 1 : 0.2),
    );
  slots.delete("other");
  return { field: { ...place, says: says.replace(/\s+/g, " ").trim() }, slots, lines };
}

/** @param headlineOf The line of the headline of each page. */
export function creditPlaces(
  pages: readonly MarkedPage[],
  places: readonly Placed[],
  headlineOf: ReadonlyMap<MarkedPage, number>,
  inMenu: (value: string) => boolean,
): readonly FieldLine[] {
  const isNear = ({ page, i, line }: PlacedLine): boolean => {
    const headline = headlineOf.get(page);
    const [first, last] = page.prose;
    if (headline === undefined || i === headline || line.text.length > LONGEST) return false;
    if (line.key === page.lines[headline]?.key) return false;
    return (
      i >= headline - OVER && (i <= Math.max(first, headline + 1) + 1 || (i > last && i <= last + BELOW))
    );
  };
  const found = places.flatMap((placed): Found[] => {
    const lines = placed.lines.filter(isNear);
    if (lines.length < placed.lines.length * 0.7) return [];
    const at = fieldAt({ place: placed.place, lines }, inMenu);
    return at && at.slots.size > 0 ? [at] : [];
  });
  const chosen = new Map<string, FieldLine>();
  for (const slot of ["day", "writer", "section"] as const) {
    const open = new Set(pages);
    for (let turn = 0; turn < 3 && open.size > pages.length * 0.05; turn++) {
      let best: Found | undefined;
      let most = 0;
      for (const one of found) {
        const worth =
          (one.slots.get(slot) ?? 0) *
          one.lines.filter(({ page }) => open.has(page)).length *
          nearness(one, headlineOf);
        if (worth > most) [best, most] = [one, worth];
      }
      if (!best || most < open.size * 0.2) break;
      chosen.set(JSON.stringify(best.field), best.field);
      for (const { page } of best.lines) open.delete(page);
    }
  }
  return [...chosen.values()];
}

/** Of two places the one nearer to the headline. */
function nearness({ lines }: Found, headlineOf: ReadonlyMap<MarkedPage, number>): number {
  let sum = 0;
  for (const { page, i } of lines) sum += 1 / (1 + Math.abs(i - (headlineOf.get(page) ?? 0)) / 20);
  return sum / lines.length;
}

/** Lines of a place are titles of other articles when they share so little with their text, or are headlines of others. */
const FOREIGN = 0.2;
const KNOWN = 0.15;

/** Places of titles of other articles that stand by themselves around a text. */
export function titlePlaces(
  pages: readonly MarkedPage[],
  places: readonly Placed[],
  headlineOf: ReadonlyMap<MarkedPage, number>,
  over: ReadonlySet<string>,
): readonly FieldLine[] {
  const inText = sharedWords(pages);
  /** A shared line above it tells already that it is one. */
  const isKnown = ({ page, i }: PlacedLine): boolean => {
    const above = page.shared.lastIndexOf(true, i);
    return above > (headlineOf.get(page) ?? -1) && over.has(page.lines[above]?.key as string);
  };
  const headlines = new Set([...headlineOf].map(([page, i]) => page.lines[i]?.key as string));
  return places.flatMap(({ place, lines }): FieldLine[] => {
    const others = lines.filter(({ page, line, i }) => {
      const own = headlineOf.get(page);
      return own !== undefined && i !== own && line.key !== page.lines[own]?.key;
    });
    if (others.length < Math.max(3, lines.length * 0.7)) return [];
    const part = (is: (one: PlacedLine) => boolean) => others.filter(is).length / others.length;
    if (place.above === TEXT || part(isKnown) >= 0.7) return [];
    const areTitles = part(({ line }) => !line.isProse && line.day === null && line.words.length >= 3) >= 0.7;
    const known = part(({ line }) => headlines.has(line.key));
    const foreign = others.reduce((sum, { page, i }) => sum + inText(page, i), 0) / others.length;
    return areTitles && (known >= KNOWN || foreign <= FOREIGN) ? [{ ...place, says: "{title}" }] : [];
  });
}
