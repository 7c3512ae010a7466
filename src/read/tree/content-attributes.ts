/** Attributes whose value the HTML Standard would not have are left out; an element that is nothing without them gives way. */
import type { Element, Properties } from "hast";
import { validAddress } from "../../model/links/href.ts";

const WHOLE = /^\d+$/;
/** A day, a month, a year, a week, a time, a moment, a duration (HTML Standard, "time-datetime"), as far as news needs them. */
const DATETIME =
  /^(?:\d{4,}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?)?)?|-W[0-5]\d)?|(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?|P(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)$/;
/** BCP 47, as far as its syntax goes. */
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i;

const isDay = (text: string): boolean => {
  const [, day] = /^(\d{4}-\d\d-\d\d)/.exec(text) ?? [];
  if (!day) return true;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
};
const isDatetime = (text: string): boolean => text !== "P" && DATETIME.test(text) && isDay(text);
const within = (low: number, high: number) => (value: string) =>
  WHOLE.test(value) && Number(value) >= low && Number(value) <= high;

type Rule = (value: string) => string | number | null;
const keepIf =
  (holds: (value: string) => boolean): Rule =>
  (value) =>
    holds(value) ? value : null;

const RULES: Readonly<Record<string, Rule>> = {
  href: validAddress,
  src: validAddress,
  dateTime: keepIf(isDatetime),
  lang: keepIf((value) => LANGUAGE.test(value)),
  start: keepIf((value) => /^-?\d+$/.test(value)),
  colSpan: keepIf(within(1, 1000)),
  rowSpan: keepIf(within(0, 65_534)),
  width: keepIf(within(1, 100_000)),
  height: keepIf(within(1, 100_000)),
  scope: keepIf((value) => /^(?:row|col|rowgroup|colgroup)$/.test(value)),
};

function textOf(node: Element): string {
  return node.children
    .map((child) => (child.type === "text" ? child.value : child.type === "element" ? textOf(child) : ""))
    .join("");
}

/** What an element comes to without some of its attributes; null where nothing is left of its meaning. */
function remains(node: Element): boolean {
  const { tagName, properties } = node;
  if (tagName === "bdo") return properties.dir === "rtl" || properties.dir === "ltr";
  if (tagName === "time") return properties.dateTime !== undefined || isDatetime(textOf(node).trim());
  if (tagName === "img") return properties.src !== undefined;
  return true;
}

/** The element with the attributes that hold; null where it should give way to what is in it. */
export function settleAttributes(node: Element): Element | null {
  const properties: Properties = {};
  for (const [name, value] of Object.entries(node.properties)) {
    if (name === "reversed") properties.reversed = true;
    // Classes, those that the sanitiser knows.
    else if (Array.isArray(value) && value.length > 0) properties[name] = value;
    else if (typeof value === "string" || typeof value === "number") {
      const kept = RULES[name] ? RULES[name](String(value)) : value;
      if (kept !== null) properties[name] = kept;
    }
  }
  if (node.tagName === "img") properties.alt ??= "";
  const settled = { ...node, properties };
  return remains(settled) ? settled : null;
}
