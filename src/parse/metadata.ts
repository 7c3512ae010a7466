/**
 * YAML of front matter and sidecars → Metadata, checked. Every fault has its line and column and says what would be
 * right; nothing an editor wrote is passed over in silence.
 */
import { isMap, isScalar, LineCounter, type Node, parseDocument } from "yaml";
import { z } from "zod";
import type { Metadata } from "../model/article.ts";
import { civilDate, civilTime } from "../model/civil-date.ts";
import { type Diagnostic, type Outcome, placeAt } from "../model/diagnostic.ts";

/** Editors type `title: 1984` and `tags: [2018]`: numbers are text here. */
const text = z.union([z.string(), z.number()], "expected text").transform((value) => String(value).trim());
const list = z
  .union([z.array(text), text], "expected a list, as [أ، ب] or one a line after -")
  .transform((value) =>
    (Array.isArray(value) ? value : value.split(/[،,]/)).map((one) => one.trim()).filter((one) => one !== ""),
  );
const STATED =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(?:[Zz]|[+-]\d{2}:?\d{2})?)?$/;
const date = text.superRefine((value, context) => {
  const match = STATED.exec(value);
  if (!match) {
    context.addIssue({
      code: "custom",
      message: "expected a date as 2017-11-22 or 2017-11-22T14:30:00+03:00",
    });
    return;
  }
  const [, year, month, day, hour, minute, second] = match.map(Number);
  if (!civilDate(year ?? 0, month ?? 0, day ?? 0))
    context.addIssue({ code: "custom", message: "no calendar has this day; expected a date that exists" });
  else if (
    match[4] !== undefined &&
    !civilTime(hour ?? 0, minute ?? 0, match[6] === undefined ? 0 : (second ?? 0))
  )
    context.addIssue({ code: "custom", message: "no clock has this time; expected 00:00 to 23:59" });
});
const slug = text.refine(
  (value) => !/[/\\?#%\s]|\.\./.test(value) && !value.startsWith(".") && Buffer.byteLength(value) <= 120,
  "expected one step of an address: letters, digits and -, no / nor .. nor space, at most 120 bytes",
);
const schema = z
  .strictObject({
    title: text,
    date,
    updated: date,
    section: text,
    tags: list,
    authors: list,
    summary: text,
    image: text,
    image_alt: text,
    image_credit: text,
    slug,
    aliases: list,
    source: z.strictObject({ name: text, url: text, captured: date }).partial(),
    corrections: z.array(
      z.strictObject({ date, text }),
      "expected a list, each with date and text: - { date: 2017-11-23, text: … }",
    ),
    draft: z.boolean("expected true or false"),
  })
  .partial();

export const METADATA_KEYS = Object.keys(schema.shape);
const INNER_KEYS: Readonly<Record<string, readonly string[]>> = {
  source: ["name", "url", "captured"],
  corrections: ["date", "text"],
};

/** Drops keys that are there and say nothing (`summary:` with no value, `""`, `[]`), as a template for an article has them. */
function withoutEmpty(value: object): Record<string, unknown> {
  const kept = Object.entries(value).filter(
    ([, one]) => one !== null && one !== "" && !(Array.isArray(one) && one.length === 0),
  );
  return Object.fromEntries(
    kept.map(([key, one]) => [
      key,
      one && typeof one === "object" && !Array.isArray(one) ? withoutEmpty(one) : one,
    ]),
  );
}

/** Letters to change to make one word of the other (Levenshtein), for "did you mean". */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

export function nearest(word: string, known: readonly string[]): string | null {
  const [best] = known
    .map((one) => ({ one, d: distance(word.toLowerCase(), one) }))
    .sort((a, b) => a.d - b.d);
  return best && best.d <= Math.max(2, word.length / 3) ? best.one : null;
}

/** Front matter as generators write it: `key: "JSON string"`, `key: plain words`, one map indented by two. Else null. */
function quickly(yaml: string): Record<string, unknown> | null {
  const found: Record<string, unknown> = {};
  let inner: Record<string, unknown> | null = null;
  for (const line of yaml.split("\n")) {
    if (line === "") continue;
    const match = /^( {2})?([a-z_]+):(?: (.*))?$/.exec(line);
    if (!match) return null;
    const [, indent, key, raw] = match as unknown as [string, string | undefined, string, string | undefined];
    const into: Record<string, unknown> | null = indent ? inner : found;
    if (!into || key in into) return null;
    if (raw === undefined) {
      if (indent) return null;
      inner = {};
      found[key] = inner;
      continue;
    }
    if (!indent) inner = null;
    const value = scalar(raw);
    if (value === null) return null;
    into[key] = value;
  }
  return found;
}

function scalar(raw: string): string | null {
  if (raw.startsWith('"')) {
    if (/[^\\]"./.test(raw.slice(1)) && !/^"(?:[^"\\]|\\.)*"$/.test(raw)) return null;
    try {
      return JSON.parse(raw) as string;
    } catch {
      return null;
    }
  }
  // Plain scalars that YAML reads as text: begin with a letter or a date, hold none of its signs.
  return /^(?:\p{L}[\p{L}\p{M}\p{N} ،.()/-]*|\d{4}-\d\d-\d\d(?:T[\d:.+-]+Z?)?)$/u.test(raw) &&
    !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(raw) &&
    !raw.endsWith(" ")
    ? raw
    : null;
}

export interface YamlText {
  readonly yaml: string;
  /** The whole file, and where the YAML begins in it. */
  readonly whole: string;
  readonly offset: number;
  readonly file: string;
}

export function readMetadata(source: YamlText): Outcome<Metadata> {
  const quick = quickly(source.yaml);
  if (quick) {
    const checked = schema.safeParse(withoutEmpty(quick));
    if (checked.success) return { value: checked.data as Metadata, diagnostics: [] };
  }
  return carefully(source);
}

function carefully({ yaml, whole, offset, file }: YamlText): Outcome<Metadata> {
  const document = parseDocument(yaml, {
    lineCounter: new LineCounter(),
    prettyErrors: false,
    uniqueKeys: true,
  });
  const at = (from: number, length: number) => placeAt(whole, offset + from, length);
  const fault = (code: string, place: Diagnostic["place"], message: string, hint: string): Diagnostic => ({
    severity: "error",
    code,
    file,
    ...(place ? { place } : {}),
    message,
    hint,
  });
  if (document.errors.length > 0) {
    // One slip of a line makes several errors; the first says it.
    const lineOf = ({ pos }: { readonly pos: readonly number[] }) => yaml.slice(0, pos[0]).split("\n").length;
    const firsts = document.errors.filter(
      (one, i, all) => i === 0 || lineOf(one) !== lineOf(all[i - 1] ?? one),
    );
    const faults = firsts.map(({ pos, message: said }) => {
      const message = /^Nested mappings/.test(said)
        ? "a value without quotation marks holds a colon and a space"
        : said;
      return fault(
        "yaml-syntax",
        at(pos[0], pos[1] - pos[0]),
        `This is not YAML: ${message}.`,
        "Put the text between double quotes if it holds a colon, a # or a quotation mark.",
      );
    });
    return { diagnostics: faults };
  }
  if (document.contents === null) return { value: {}, diagnostics: [] };
  if (!isMap(document.contents))
    return {
      diagnostics: [
        fault(
          "metadata-type",
          at(0, 0),
          "Expected keys and values, as title: …, and found something else.",
          'Write one key a line: title: "…"',
        ),
      ],
    };
  const checked = schema.safeParse(withoutEmpty(document.toJS() as object));
  if (checked.success) return { value: checked.data as Metadata, diagnostics: [] };
  const rangeOf = (path: readonly PropertyKey[]): [number, number] => {
    const node = document.getIn(path as unknown[], true) as Node | undefined;
    return [node?.range?.[0] ?? 0, node?.range?.[1] ?? 0];
  };
  const keyRange = (path: readonly PropertyKey[], key: string): [number, number] => {
    const map = path.length === 0 ? document.contents : document.getIn(path as unknown[], true);
    const pair = isMap(map)
      ? map.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
      : undefined;
    const range = (pair?.key as Node | undefined)?.range;
    return [range?.[0] ?? 0, range?.[1] ?? 0];
  };
  const diagnostics = checked.error.issues.flatMap((issue): Diagnostic[] => {
    if (issue.code === "unrecognized_keys") {
      const known = issue.path.length === 0 ? METADATA_KEYS : (INNER_KEYS[String(issue.path[0])] ?? []);
      return issue.keys.map((key) => {
        const [from, to] = keyRange(issue.path, key);
        const near = nearest(key, known);
        return fault(
          "unknown-key",
          at(from, to - from),
          `There is no key ${JSON.stringify(key)}.`,
          near
            ? `Did you mean ${near}? The keys are: ${known.join(", ")}.`
            : `The keys are: ${known.join(", ")}.`,
        );
      });
    }
    const [from, to] = rangeOf(issue.path);
    const key = issue.path.map(String).join(".");
    const value = yaml.slice(from, to).split("\n")[0] ?? "";
    const code = /date|captured|updated/.test(key)
      ? "impossible-date"
      : key === "slug"
        ? "bad-slug"
        : "wrong-type";
    const expected =
      issue.code === "invalid_type"
        ? `expected ${issue.expected === "object" ? "keys and values" : issue.expected}`
        : issue.message;
    return [
      fault(
        code,
        at(from, to - from),
        `${key}: ${expected}; found \u2068${value}\u2069.`,
        `Mend the value of ${key}, or take the line out.`,
      ),
    ];
  });
  return { diagnostics };
}
