/** `_pages.yaml` → what the pages of its folder have in common, or faults in an editor's words. */
import { z } from "zod";
import { type Diagnostic, type Outcome, placeAt } from "../../model/diagnostic.ts";
import { keyFault } from "../../model/diagnostics/keys.ts";
import { nearestKey } from "../../yaml/nearest-key.ts";
import { readYaml, type Span, type YamlValues } from "../../yaml/read-yaml.ts";
import { type FieldLine, lineKey, type Make, type Makes } from "./make.ts";

/** The name of such a file; it holds for the pages of its folder and of those below. */
export const MAKES_FILE = "_pages.yaml";

const line = z.string("expected a line of the pages, between quotation marks").transform(lineKey);
const list = z.array(line, "expected a list of lines").default([]);
const number = z
  .string("expected a number")
  .regex(/^[1-9]\d{0,2}$/, "expected a whole number from 1 on")
  .transform(Number);
const says = z
  .string('expected what the line says, as "كتب {writer} - {day}"')
  .refine(
    (text) => /\{(?:headline|day|writer|section|title)\}/.test(text),
    "expected {headline}, {day}, {writer}, {section} or {title} in it",
  );
const FIELD = "expected below, above or from, then line and says";
const field = z
  .strictObject(
    {
      below: line.optional(),
      above: line.optional(),
      from: z.enum(["top", "bottom", "text"], "expected top, bottom or text").optional(),
      ...{ line: number, nth: number.default(1), says },
    },
    FIELD,
  )
  .refine(
    ({ below, above, from }) => [below, above, from].filter((one) => one !== undefined).length === 1,
    FIELD,
  );
const KEYS = ["over", "under", "together", "beginnings", "titles", "ends", "fields"] as const;
const make = z.strictObject(
  {
    ...{ over: list, under: list, beginnings: list, titles: list, ends: list },
    together: z.array(z.array(line, "expected a list of lines"), "expected lists of lines").default([]),
    fields: z.array(field, "expected a list of places").default([]),
  },
  "expected keys and values",
);
const schema = z.strictObject(
  {
    own: make.optional(),
    raw: z.array(make, "expected a list of makes").default([]),
  },
  "expected own and raw",
);
const KNOWN = ["own", "raw", ...KEYS, "below", "above", "from", "line", "nth", "says"];

type Stated = z.infer<typeof make>;

const fieldOf = ({ from, below, above, line: nth, ...rest }: Stated["fields"][number]): FieldLine => ({
  ...(from === "top"
    ? { below: null }
    : from === "bottom"
      ? { above: null }
      : from === "text"
        ? { above: "" }
        : {}),
  ...(below === undefined ? {} : { below }),
  ...(above === undefined ? {} : { above }),
  ...{ line: nth, nth: rest.nth, says: rest.says },
});

/** An editor's own lines and places come first. */
const withOwn = (learned: Stated, own: Stated | undefined): Make => ({
  over: [...(own?.over ?? []), ...learned.over],
  under: [...(own?.under ?? []), ...learned.under],
  together: [...(own?.together ?? []), ...learned.together],
  beginnings: [...(own?.beginnings ?? []), ...learned.beginnings],
  titles: [...(own?.titles ?? []), ...learned.titles],
  ends: [...(own?.ends ?? []), ...learned.ends],
  fields: [...(own?.fields ?? []), ...learned.fields].map(fieldOf),
});

interface Source {
  readonly text: string;
  readonly file: string;
}
const placed = ({ text, file }: Source, [from, to]: Span) => ({
  file,
  place: placeAt(text, from, to - from),
});

function faultsOf(issue: z.core.$ZodIssue, yaml: YamlValues, source: Source): readonly Diagnostic[] {
  if (issue.code !== "unrecognized_keys")
    return [
      keyFault("bad-make", placed(source, yaml.spanOf(issue.path)), {
        ...{ key: issue.path.map(String).join(".") || MAKES_FILE, expected: issue.message },
      }),
    ];
  return issue.keys.map((key) =>
    keyFault("unknown-key", placed(source, yaml.spanOfKey(issue.path, key)), {
      ...{ key, of: "settings", known: KEYS, near: nearestKey(key, KNOWN) },
    }),
  );
}

/** @param text Decoded. @param file Its name in diagnostics. */
export function readMakes(text: string, file: string): Outcome<Makes> {
  const source = { text, file };
  const yaml = readYaml(text);
  if ("faults" in yaml)
    return {
      diagnostics: yaml.faults.map((fault) =>
        keyFault("yaml-syntax", placed(source, [fault.from, fault.from + fault.length]), fault),
      ),
    };
  const { data, error } = schema.safeParse(yaml.value ?? {});
  if (!data) return { diagnostics: (error?.issues ?? []).flatMap((issue) => faultsOf(issue, yaml, source)) };
  const none: Stated = make.parse({});
  const raw = data.raw.length === 0 && data.own ? [none] : data.raw;
  return { value: { raw: raw.map((one) => withOwn(one, data.own)) }, diagnostics: [] };
}
