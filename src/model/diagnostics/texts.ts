/** The text of an article and what stands around it, as it is read from a file. */
import { error, faultOf, isolated, type Words, warning } from "./entry.ts";

const NO_TEXT = {
  markdown: "Write its text below the front matter; until then, draft: true keeps it from being published.",
  raw: "Its first line became the headline. Write the text on the lines below it.",
  html: "npx warraq check --words shows what was taken out of the page; save the page anew, or copy its text into a .md file.",
};

const THREE_HYPHENS = "Put a line of --- before the first key, and one after the last.";
const FRONT_MATTER = {
  toml: [
    "This front matter is written in TOML, which is not read.",
    "Write a line of --- in place of +++, and key: value in place of key = value.",
  ],
  json: [
    "This front matter is written in JSON, which is not read.",
    "Write a line of --- before and after it in place of the outer { and }, and each key on a line: title: …",
  ],
  "other-line": ["Keys stand here, and the line above them is not three hyphens.", THREE_HYPHENS],
  "no-line": ["Keys stand here, and no line of --- before them.", THREE_HYPHENS],
} as const;
export type OtherFrontMatter = keyof typeof FRONT_MATTER;

const OWN_FILE =
  "Write each article into a file of its own: a .md file with title: and date: above its text, or a .txt file with its headline in the first line.";
const NOT_PLAIN_TEXT = {
  rtf: ["RTF, as word processors save it", "Open it in one, and save it as plain text in UTF-8."],
  json: ["data (JSON), and no text as one reads it", OWN_FILE],
  table: ["a table (CSV) of articles, and no text of one", OWN_FILE],
} as const;

const TOO_MANY_SIGNS =
  "Look for a sign that stands there again and again, and take it out; an empty line ends a paragraph.";
/** By what stands too often: what to report of its number. */
const ENTANGLED = {
  signs: (count) => [
    `More than ${count} signs of Markdown (* _ ~ \` [ ] <) stand in this paragraph, so it cannot be read.`,
    TOO_MANY_SIGNS,
  ],
  opened: (count) => [
    `${count} marks that are opened and may never be closed (\` <! <?) stand in this long paragraph, so it cannot be read.`,
    TOO_MANY_SIGNS,
  ],
  "in-brackets": (count) => [
    `More than ${count} words in Latin letters, numbers or dashes stand in one bracket here, so it cannot be read.`,
    "Close the bracket [ where it ends; write \\[ for one that begins no link.",
  ],
  "lazy-lines": (count) => [
    `More than ${count} lines go on with a quotation or an item of a list here, so it cannot be read.`,
    "Put an empty line where the quotation or the item ends.",
  ],
  cells: (count) => [
    `The head of this table has so many columns that its rows lack more than ${count} cells.`,
    "Give the head as many columns as the rows have.",
  ],
  reopened: () => [
    "So many elements of type were opened and not closed up to here that it cannot be read.",
    "Look for a tag (<font>, <b>, <a>) that is opened in each paragraph and never closed; or copy the text into a new .md file.",
  ],
} as const satisfies Readonly<Record<string, (count: number) => Words>>;
export type Entanglement = keyof typeof ENTANGLED;

/** Its element holds text alone, whose < is none. */
const RAW_END = /^<\/(?:script|style|xmp|iframe|noembed|noframes|textarea|title)$/i;
/** What ends a comment, by what begins it; `>` ends others. */
const COMMENT_ENDS: Readonly<Record<string, string>> = { "<!--": "-->", "<![CDATA[": "]]>", "<?": "?>" };
/** By what is opened: what to report of its sign. */
const NEVER_CLOSED = {
  comment: (sign) => [
    `A comment begins here with ${sign} and never ends; what stands below its line is shown.`,
    `Put ${COMMENT_ENDS[sign] ?? ">"} where it ends, or take its beginning out.`,
  ],
  element: (sign) => [
    `${sign} stands here and is never closed; what stands below it is shown as if it were.`,
    sign === "<plaintext>"
      ? "Take it out: nothing can close it."
      : `Put </${sign.slice(1)} where it ends, or take it out.`,
  ],
  quote: (sign) => [
    `A tag holds one ${sign} here that no other closes before the tag ends; it is read as if one did.`,
    `Put ${sign} at the end of the value, or take it out.`,
  ],
  tag: (sign) => [
    `The tag ${sign} begins here and never ends; ${RAW_END.test(sign) ? "it is read as if it ended" : "it is shown as text"}.`,
    "Put > where it ends; a < that begins no tag is written &lt;",
  ],
  code: (sign) => [
    `A block of code begins here with ${sign} and never ends: all text below is shown as code.`,
    `Put a line of ${sign} where the code ends, or take this one out.`,
  ],
} as const satisfies Readonly<Record<string, (sign: string) => Words>>;
export type Unclosed = keyof typeof NEVER_CLOSED;

export const TEXTS = {
  "no-text": warning(({ kind }: { kind: keyof typeof NO_TEXT }) => [
    "This article has a headline and no text.",
    NO_TEXT[kind],
  ]),
  "several-articles": warning(({ headline }: { headline: string }) => [
    `This file seems to hold several articles: another headline stands in it, ${isolated(headline)}`,
    "Write each article into a file of its own.",
  ]),
  "front-matter-open": error([
    "The front matter begins here and never ends.",
    "Put a line of --- after its last key.",
  ]),
  "front-matter-unread": error(({ form }: { form: OtherFrontMatter }) => FRONT_MATTER[form]),
  "not-plain-text": error(({ form }: { form: keyof typeof NOT_PLAIN_TEXT }) => {
    const [what, hint] = NOT_PLAIN_TEXT[form];
    return [`This file is ${what}.`, hint];
  }),
  "too-deep": error(({ most }: { most: number }) => [
    `More than ${most} elements, lists or signs stand one within another here, so it is not read.`,
    "Look for a tag or a sign (<div>, <font>, >) that is repeated and never closed; or copy the text into a new .md file.",
  ]),
  "too-entangled": error(({ by, count }: { by: Entanglement; count: number }) => ENTANGLED[by](count)),
  "never-closed": warning(({ kind, sign, count }: { kind: Unclosed; sign: string; count: number }) => {
    const [message, hint] = NEVER_CLOSED[kind](sign);
    return [count > 1 ? `${message} There are ${count} of them.` : message, hint];
  }),
};
export const textFault = faultOf(TEXTS);
