/**
 * Errors of the YAML parser → what an editor wrote wrong, at the place to correct. A parser reports where it can no longer
 * continue, which for a quotation mark or bracket is far below the wrong line.
 */
import type { YamlReason } from "../model/diagnostics/keys.ts";

/** An error of the library `yaml`: offsets into the text, and a code listed in its documentation. */
export interface YamlError {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [from: number, to: number];
}
/** Offset and length in the parsed text. */
export interface YamlFault extends YamlReason {
  readonly from: number;
  readonly length: number;
}

function quotation(yaml: string, { message, pos: [at] }: YamlError): YamlFault | null {
  const sign = /closing (["'])/.exec(message)?.[1];
  const from = sign === undefined ? -1 : yaml.lastIndexOf(sign, at);
  return from < 0 ? null : { from, length: 1, why: "quotation", about: sign as string };
}

function bracket(yaml: string, { message, pos: [at] }: YamlError): YamlFault | null {
  const sign = /must be sufficiently indented and end with a ([\]}])/.exec(message)?.[1];
  const from = sign === undefined ? -1 : yaml.lastIndexOf(sign === "]" ? "[" : "{", at);
  return from < 0 ? null : { from, length: 1, why: "bracket", about: yaml[from] as string };
}

/** By error code; other errors are explained from their position alone. */
const REASONS: Readonly<Record<string, YamlReason>> = {
  TAB_AS_INDENT: { why: "tab" },
  BAD_INDENT: { why: "indent" },
  MULTILINE_IMPLICIT_KEY: { why: "no-key" },
  BAD_DQ_ESCAPE: { why: "backslash" },
  BAD_ALIAS: { why: "begins-with", about: "*" },
  ALIASES: { why: "aliases" },
  MULTIPLE_DOCS: { why: "more-follows" },
};

/** Explains errors caused by a text without quotation marks that YAML parses as something else. */
function unquoted(yaml: string, { code, message, pos: [from, to] }: YamlError): YamlReason | null {
  const start = yaml.slice(from, from + 1);
  if (code === "BAD_SCALAR_START") return { why: "begins-with", about: start };
  if (code === "DUPLICATE_KEY")
    return { why: "key-twice", about: /^[^\s:]+/.exec(yaml.slice(from))?.[0] ?? start };
  const line = yaml.slice(from, to + 1).split("\n")[0] ?? "";
  const rest = line + (/^[^\n]*/.exec(yaml.slice(from + line.length))?.[0] ?? "");
  if (/^Nested mappings/.test(message))
    return /:\s/.test(rest) ? { why: "colon", about: start } : { why: "indented-below" };
  if (/["']\s*$/.test(yaml.slice(0, from).split("\n").at(-1) ?? "")) return { why: "behind-quotation" };
  return null;
}

/** `title:عنوان`, or with the fullwidth colon; but not the scheme of an address. */
const WITHOUT_SPACE = /^[ \t]*([a-z_]+)(?::(?!\/\/)(?=[^\s:])|：)/im;

/** The first key that is not followed by a colon and a space, so that YAML sees no key. */
export function keyWithoutSpace(yaml: string): YamlFault | null {
  const match = WITHOUT_SPACE.exec(yaml);
  if (!match) return null;
  const [whole, key = ""] = match;
  return {
    ...{ from: match.index + whole.indexOf(key), length: whole.trimStart().length },
    ...{ why: "no-space", about: key },
  };
}

/** The last explanation to try: a key without a space on the line of the error. */
function unspaced(yaml: string, { code, pos: [at] }: YamlError): YamlFault | null {
  if (code in REASONS) return null;
  const start = yaml.lastIndexOf("\n", at - 1) + 1;
  const found = keyWithoutSpace(yaml.slice(start).split("\n")[0] ?? "");
  return found && { ...found, from: found.from + start };
}

const yamlFault = (yaml: string, error: YamlError): YamlFault => ({
  from: error.pos[0],
  length: error.pos[1] - error.pos[0],
  why: "unread",
  ...(quotation(yaml, error) ??
    bracket(yaml, error) ??
    unquoted(yaml, error) ??
    unspaced(yaml, error) ??
    REASONS[error.code]),
});

/** More faults than that in the keys of one file are the work of a program, and help nobody to find it. */
export const MOST_FAULTS = 100;

/** Faults of the errors; of several on one line the first, since they usually have one cause. */
export function yamlFaults(yaml: string, errors: readonly YamlError[]): readonly YamlFault[] {
  const faults = errors.slice(0, MOST_FAULTS).map((error) => yamlFault(yaml, error));
  const lineOf = ({ from }: YamlFault): number => yaml.slice(0, from).split("\n").length;
  return faults.filter((one, i) => i === 0 || lineOf(one) !== lineOf(faults[i - 1] ?? one));
}
