/**
 * Errors of the YAML parser → faults in the words of an editor, at the place to correct. A parser reports where it can
 * no longer continue, which for a quotation mark or bracket is far below the wrong line.
 */

/** An error of the library `yaml`: offsets into the text, and a code listed in its documentation. */
export interface YamlError {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [from: number, to: number];
}
/** Offset and length in the parsed text. */
export interface YamlFault {
  readonly from: number;
  readonly length: number;
  readonly message: string;
  readonly hint: string;
}
type Words = Pick<YamlFault, "message" | "hint">;

/** Quotation marks in Arabic typing, ordinary characters in YAML. */
const OTHER_MARKS = /^[“”„‘’«»]/;
const QUOTE_IT = "Put the text between double quotes if it holds a colon, a # or a quotation mark.";

function quotation(yaml: string, { message, pos: [at] }: YamlError): YamlFault | null {
  const sign = /closing (["'])/.exec(message)?.[1];
  const from = sign === undefined ? -1 : yaml.lastIndexOf(sign, at);
  return from < 0
    ? null
    : {
        ...{ from, length: 1 },
        message: `A quotation mark ${sign} is opened here and never closed.`,
        hint: "Close it where the text ends; within the text write «…».",
      };
}

function bracket(yaml: string, { message, pos: [at] }: YamlError): YamlFault | null {
  const sign = /must be sufficiently indented and end with a ([\]}])/.exec(message)?.[1];
  const from = sign === undefined ? -1 : yaml.lastIndexOf(sign === "]" ? "[" : "{", at);
  return from < 0
    ? null
    : {
        ...{ from, length: 1 },
        message: `A bracket ${yaml[from]} is opened here and not closed.`,
        hint: `Close it with ${sign}; put text that begins with a bracket between double quotes.`,
      };
}

/** Texts by error code; other errors are explained from their position alone. */
const WORDS: Readonly<Record<string, Words>> = {
  TAB_AS_INDENT: { message: "This line is indented by a tab.", hint: "Indent it by spaces." },
  BAD_INDENT: {
    message: "This line is indented otherwise than those it belongs to.",
    hint: "Begin keys of one level in one column.",
  },
  MULTILINE_IMPLICIT_KEY: {
    message: "This line is no key with its value.",
    hint: "Write a key, a colon, a space and the value; or indent the line if the text above goes on in it.",
  },
  BAD_DQ_ESCAPE: {
    message: "A backslash between double quotes begins something YAML does not know.",
    hint: "Write the backslash twice, or put the text between single quotes.",
  },
  BAD_ALIAS: { message: "A text may not begin with * without quotation marks.", hint: QUOTE_IT },
  ALIASES: { message: "Too many values here stand for others.", hint: "Write each out." },
  MULTIPLE_DOCS: {
    message: "A line of --- ends the keys here, and more follows.",
    hint: "Take the line out.",
  },
};

/** Explains errors caused by a text without quotation marks that YAML parses as something else. */
function unquoted(yaml: string, { code, message, pos: [from, to] }: YamlError): Words | null {
  const start = yaml.slice(from, from + 1);
  if (code === "BAD_SCALAR_START")
    return { message: `A text may not begin with ${start} without quotation marks.`, hint: QUOTE_IT };
  if (code === "DUPLICATE_KEY") {
    const key = /^[^\s:]+/.exec(yaml.slice(from))?.[0] ?? start;
    return { message: `The key ${key} stands here a second time.`, hint: "Keep one of the two." };
  }
  const line = yaml.slice(from, to + 1).split("\n")[0] ?? "";
  const rest = line + (/^[^\n]*/.exec(yaml.slice(from + line.length))?.[0] ?? "");
  if (/^Nested mappings/.test(message))
    return /:\s/.test(rest)
      ? {
          message: "A value without quotation marks holds a colon and a space.",
          hint: OTHER_MARKS.test(start)
            ? `${start} is no quotation mark to YAML: put " before it, and " where the text ends.`
            : QUOTE_IT,
        }
      : {
          message: "The line below is indented as though it belonged to this value.",
          hint: "Begin keys of one level in one column.",
        };
  if (/["']\s*$/.test(yaml.slice(0, from).split("\n").at(-1) ?? ""))
    return {
      message: "More text stands behind the quotation mark that closes this value.",
      hint: "Within the text write «…» in place of quotation marks.",
    };
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
    message: `No colon with a space behind it follows the key ${key}.`,
    hint: `Write ${key}: … with the plain colon, and a space between it and the value.`,
  };
}

/** The last explanation to try: a key without a space on the line of the error. */
function unspaced(yaml: string, { code, pos: [at] }: YamlError): YamlFault | null {
  if (code in WORDS) return null;
  const start = yaml.lastIndexOf("\n", at - 1) + 1;
  const found = keyWithoutSpace(yaml.slice(start).split("\n")[0] ?? "");
  return found && { ...found, from: found.from + start };
}

const yamlFault = (yaml: string, error: YamlError): YamlFault => ({
  from: error.pos[0],
  length: error.pos[1] - error.pos[0],
  message: "What stands here can be read neither as a key nor as a value.",
  hint: QUOTE_IT,
  ...(quotation(yaml, error) ??
    bracket(yaml, error) ??
    unquoted(yaml, error) ??
    unspaced(yaml, error) ??
    WORDS[error.code]),
});

/** More faults than that in the keys of one file are the work of a program, and help nobody to find it. */
export const MOST_FAULTS = 100;

/** Faults of the errors; of several on one line the first, since they usually have one cause. */
export function yamlFaults(yaml: string, errors: readonly YamlError[]): readonly YamlFault[] {
  const faults = errors.slice(0, MOST_FAULTS).map((error) => yamlFault(yaml, error));
  const lineOf = ({ from }: YamlFault): number => yaml.slice(0, from).split("\n").length;
  return faults.filter((one, i) => i === 0 || lineOf(one) !== lineOf(faults[i - 1] ?? one));
}
