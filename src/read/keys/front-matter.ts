/**
 * The keys an article begins with → metadata, and the text below them. Front matter that another program wrote, or whose
 * lines of --- are not what they should be, is told rather than published as text.
 */
import type { Metadata } from "../../model/article.ts";
import { type Diagnostic, type Outcome, placeAt } from "../../model/diagnostic.ts";
import { type OtherFrontMatter, textFault } from "../../model/diagnostics/texts.ts";
import { METADATA_KEYS, readMetadata } from "./metadata.ts";

export interface Parts {
  readonly metadata: Metadata;
  readonly text: string;
}

/** Marks of direction and spaces of no width, which an editor cannot see. */
const UNSEEN = "\\u061c\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff";
const BEGIN = /^---\n/;
/** With what cannot be seen around it; a key has to follow, since a rule may stand there too. */
const BEGIN_UNSEEN = new RegExp(
  `^[\\s${UNSEEN}]*---[ \\t\\u00a0${UNSEEN}]*\\n(?=(?:[ \\t]*(?:#.*)?\\n)*[${UNSEEN}]*[\\p{L}_]+[ \\t${UNSEEN}]*:)`,
  "u",
);
const END = new RegExp(`\\n[${UNSEEN}]*(?:---|\\.\\.\\.)[ \\t\\u00a0${UNSEEN}]*(?:\\n|$)`);

const KEY = `(?:${METADATA_KEYS.join("|")}|layout|author|categories)[ \\t]*:`;
/** What front matter begins with that is none of ours. */
const OTHERS: readonly (readonly [begins: RegExp, form: OtherFrontMatter])[] = [
  [/^\s*(\+\+\+)[ \t]*\n/, "toml"],
  [/^\s*(\{)\s*"\w+"\s*:/, "json"],
  [new RegExp(`^\\s*([-–—ـ_=*~]+)[ \\t]*\\n(?=${KEY})`, "i"), "other-line"],
  [new RegExp(`^\\s*(?=(?:${KEY}.*\\n)?(?:title|date)[ \\t]*:)(${KEY}).*\\n(?:${KEY}|---)`, "i"), "no-line"],
];

function otherFrontMatter(whole: string, file: string): Diagnostic | null {
  for (const [begins, form] of OTHERS) {
    const sign = begins.exec(whole)?.[1];
    if (sign === undefined) continue;
    const place = placeAt(whole, whole.indexOf(sign), sign.length);
    return textFault("front-matter-unread", { file, place }, { form });
  }
  return null;
}

const STATES_A_KEY = new RegExp(`^[\\s${UNSEEN}]*---[ \\t\\u00a0${UNSEEN}]*\\n[${UNSEEN}]*${KEY}`, "i");

/** Whether a file that is no Markdown begins with keys all the same, as some programs write pages and texts. */
export const beginsWithKeys = (whole: string): boolean =>
  STATES_A_KEY.test(whole) && END.test(whole.trimStart());

/** @param whole The file's text. @param file Its name in diagnostics. */
export function frontMatter(whole: string, file: string): Outcome<Parts> {
  const begin = (BEGIN.exec(whole) ?? BEGIN_UNSEEN.exec(whole))?.[0];
  if (begin === undefined) {
    const other = otherFrontMatter(whole, file);
    return other ? { diagnostics: [other] } : { value: { metadata: {}, text: whole }, diagnostics: [] };
  }
  const offset = begin.length;
  const end = whole.slice(offset - 1).search(END) + offset - 1;
  if (end < offset - 1) {
    const place = placeAt(whole, whole.indexOf("---"), 3);
    return { diagnostics: [textFault("front-matter-open", { file, place })] };
  }
  const after = whole.indexOf("\n", end + 1);
  const yaml = whole.slice(offset, Math.max(offset, end + 1));
  const { value, diagnostics } = readMetadata({ yaml, whole, offset, file });
  const text = after < 0 ? "" : whole.slice(after + 1);
  return { value: { metadata: value ?? {}, text }, diagnostics };
}
