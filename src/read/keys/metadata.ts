/**
 * YAML of front matter and sidecars → Metadata, checked. Every fault has its line and column and says what would be
 * right; nothing an editor wrote is passed over in silence.
 */
import { z } from "zod";
import { isStep } from "../../model/address-step.ts";
import type { Metadata } from "../../model/article.ts";
import { civilDate } from "../../model/civil-date.ts";
import { type Diagnostic, type Outcome, type Place, placeAt } from "../../model/diagnostic.ts";
import { keyFault } from "../../model/diagnostics/keys.ts";
import { wanted } from "../../model/diagnostics/wanted.ts";
import { validAddress } from "../../model/links/href.ts";
import { NO_TEXT } from "../../yaml/no-text.ts";
import { readYaml, type Span, type YamlValues } from "../../yaml/read-yaml.ts";
import { decodeReferences } from "./decode-references.ts";
import { inPlaceOf } from "./other-keys.ts";
import { statedDate } from "./stated-date.ts";

/** A word that YAML takes for more than text may be meant as either. */
const text = z
  .string({
    error: ({ input }) => (typeof input === "boolean" ? wanted("text-for-word", `${input}`) : wanted("text")),
  })
  .transform((value) => value.trim());
/** `&#8220;نعم&#8221;`, as exports of other programs have it, is what a reader of HTML sees of it. */
const prose = text.transform(readable);
/** References decoded; what no reader sees, and no page may hold, is a space: it stood between words. */
function readable(value: string): string {
  const decoded = decodeReferences(value);
  return NO_TEXT.test(decoded)
    ? decoded
        .replace(/[^\P{Cc}\t\n\r]+/gu, " ")
        .replace(/\p{Cs}/gu, "\uFFFD")
        .trim()
    : decoded;
}
/** “هدى” → هدى: the marks of an Arabic keyboard around a whole name are none of YAML's, and no part of the name. */
const withoutMarks = (name: string): string =>
  /^(?:“([^“”]+)”|‘([^‘’]+)’)$/.exec(name)?.slice(1).join("").trim() ?? name;
const name = prose.transform(withoutMarks);
const list = z
  .union([z.array(z.unknown()), text], wanted("list"))
  .transform((value, context) => {
    if (!Array.isArray(value)) return readable(value).split(/[،,؛;]/);
    const odd = value.findIndex((one) => typeof one !== "string");
    if (odd >= 0) {
      context.addIssue({ code: "custom", path: [odd], message: wanted("text-in-list") });
      return z.NEVER;
    }
    // YAML takes `[أ، ب]` for a list of one: the signs of an Arabic keyboard are not its own.
    return value.length > 1
      ? value.map((one) => readable(String(one)))
      : readable(String(value[0] ?? "")).split(/[،؛]/);
  })
  .transform((names) => names.map((one) => withoutMarks(one.trim())).filter((one) => one !== ""));
const date = text.transform((value, context) => {
  const read = statedDate(value);
  if ("date" in read) return read.date;
  context.addIssue({ code: "custom", message: read.fault });
  return z.NEVER;
});
/** As much of a day as an editor dares to say: a year, a month or a day. */
const estimate = text.refine((value) => {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value)?.map(Number) ?? [];
  return civilDate(year ?? 0, month || 1, day || 1) !== null && !/-00/.test(value);
}, wanted("estimate"));
/** As WordPress keeps it: `%d8%a3%d8%ab%d8%b1`. */
function withoutPercents(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
const slug = text.transform(withoutPercents).refine(isStep, wanted("slug"));
const webAddress = text.refine(
  (value) => /^https?:\/\//i.test(value) && validAddress(value) !== null,
  wanted("page-address"),
);
const schema = z
  .strictObject({
    title: prose,
    date,
    date_estimate: estimate,
    updated: date,
    section: name,
    tags: list,
    authors: list,
    summary: prose,
    image: text,
    image_alt: prose,
    image_caption: prose,
    image_credit: prose,
    slug,
    aliases: list,
    source: z
      .strictObject(
        { name: prose, url: webAddress, captured: date },
        wanted("keys-of", "name, url, captured"),
      )
      .partial(),
    corrections: z.array(
      z.strictObject({ date, text: prose }, wanted("keys-of", "date, text")),
      wanted("corrections"),
    ),
    draft: z.boolean(wanted("yes-or-no")),
  })
  .partial();

export const METADATA_KEYS = Object.keys(schema.shape);
/** Of the keys that hold keys of their own. */
export const METADATA_INNER_KEYS: Readonly<Record<string, readonly string[]>> = {
  source: ["name", "url", "captured"],
  corrections: ["date", "text"],
};

/**
 * Drops keys that are there and say nothing (`summary:` with no value, `""`, `[]`), as a template for an article has them.
 * Not `draft:`, which may have lost its `true`: what is not surely to be published is an error.
 */
function withoutEmpty(value: object): Record<string, unknown> {
  const kept = Object.entries(value).filter(
    ([key, one]) =>
      key === "draft" || (one !== null && one !== "" && !(Array.isArray(one) && one.length === 0)),
  );
  return Object.fromEntries(
    kept.map(([key, one]) => [
      key,
      one && typeof one === "object" && !Array.isArray(one) ? withoutEmpty(one) : one,
    ]),
  );
}

/** Front matter as generators write it: `key: "JSON string"`, lists of those, `key: plain words`, one map indented by two. Else null. */
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

const JSON_STRING = String.raw`"(?:[^"\\]|\\.)*"`;
const JSON_VALUE = new RegExp(`^(?:${JSON_STRING}|\\[${JSON_STRING}(?:, ?${JSON_STRING})*\\])$`);

/** A value that YAML reads as JSON does, or as plain text; null for others. */
function scalar(raw: string): string | readonly string[] | null {
  if (raw.startsWith('"') || raw.startsWith("[")) {
    if (!JSON_VALUE.test(raw)) return null;
    try {
      return JSON.parse(raw) as string | readonly string[];
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

/** What an editor wrote whole, and what is wrong with the rest of it. */
function carefully(source: YamlText): Outcome<Metadata> {
  const { yaml, whole, offset, file } = source;
  const at = ([from, to]: Span) => ({ file, place: placeAt(whole, offset + from, to - from) });
  const read = readYaml(yaml);
  if ("faults" in read)
    return {
      diagnostics: read.faults.map((fault) =>
        keyFault("yaml-syntax", at([fault.from, fault.from + fault.length]), fault),
      ),
    };
  if (read.value === null) return { value: {}, diagnostics: [] };
  if (typeof read.value !== "object" || Array.isArray(read.value))
    return { diagnostics: [keyFault("metadata-type", at([0, 0]))] };
  const stated = withoutEmpty(read.value);
  const checked = schema.safeParse(stated);
  const notes = read.notes.map((span) => keyFault("yaml-note", at(span)));
  if (checked.success) return { value: checked.data as Metadata, diagnostics: notes };
  const { issues } = checked.error;
  const faulty = new Set(
    issues.flatMap((one) => (one.path.length === 0 ? keysOf(one) : String(one.path[0]))),
  );
  const sound = Object.fromEntries(Object.entries(stated).filter(([key]) => !faulty.has(key)));
  return {
    value: schema.parse(sound) as Metadata,
    diagnostics: [...notes, ...issues.flatMap((issue) => faultsOf(issue, source, { read, at }))],
  };
}

type Issue = z.core.$ZodIssue;
const keysOf = (issue: Issue): readonly string[] => (issue.code === "unrecognized_keys" ? issue.keys : []);

/** Unknown keys of one file that are reported: more are the work of a program, and each is looked for among all. */
const MOST_UNKNOWN = 100;

interface Telling {
  readonly read: YamlValues;
  /** Where a part of the YAML stands. */
  readonly at: (span: Span) => { readonly file: string; readonly place: Place };
}

function faultsOf(issue: Issue, { yaml }: YamlText, { read, at }: Telling): Diagnostic[] {
  const { path } = issue;
  if (issue.code === "unrecognized_keys") {
    const known = path.length === 0 ? METADATA_KEYS : (METADATA_INNER_KEYS[String(path[0])] ?? []);
    return issue.keys.slice(0, MOST_UNKNOWN).map((key) =>
      keyFault("unknown-key", at(read.spanOfKey(path, key)), {
        ...{ key, of: "article", known },
        ...inPlaceOf(key, known),
      }),
    );
  }
  const span = read.spanOf(path);
  const nth = correctionOf(path);
  if (nth !== null && valueAt(read.value, path) == null)
    return [keyFault("missing-key", at(span), { nth, key: String(path[2]) })];
  const key =
    nth === null
      ? path.filter((step) => typeof step !== "number").join(".")
      : [...path.slice(2).map(String), `the ${nth} correction`].join(" of ");
  const found = yaml.slice(...span).split("\n")[0] ?? "";
  const code = codeOf(path.map(String).join("."), issue.message);
  return [keyFault(code, at(span), { key, expected: issue.message, found })];
}

/** Which correction a path leads to, counted from one: `1st`; null where it leads elsewhere. */
function correctionOf([key, index]: readonly PropertyKey[]): string | null {
  if (key !== "corrections" || typeof index !== "number") return null;
  const number = index + 1;
  const teen = Math.floor((number % 100) / 10) === 1;
  return `${number}${(teen ? undefined : ["th", "st", "nd", "rd"][number % 10]) ?? "th"}`;
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce((within, key) => (within as Record<PropertyKey, unknown> | null | undefined)?.[key], value);

function codeOf(key: string, message: string) {
  if (/(?:^|\.)(?:date|captured|updated)$/.test(key))
    return message.endsWith("-that-exists") ? "impossible-date" : "unclear-date";
  return key === "slug" ? "bad-slug" : "wrong-type";
}
