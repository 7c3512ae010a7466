/** The words of a source, found without the parser: those that its reader sees, and those of its keys. */
import { decodeNamedCharacterReference } from "decode-named-character-reference";
import { shownText, withoutFences } from "./markup.ts";

export type SourceKind = "markdown" | "raw" | "html";

/** Letters, their marks, and digits. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const CONTROLS = /[\ufeff\u00ad\u200b\u2060\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

/** Decodes character references twice, since a text may have been escaped twice on its way. */
function withoutReferences(text: string): string {
  let bare = text;
  for (let pass = 0; pass < 2 && bare.includes("&"); pass++)
    bare = bare.replace(
      /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,31}));/giu,
      (whole, decimal, hex, name) => {
        if (name) return decodeNamedCharacterReference(name as string) || whole;
        const code = decimal ? Number(decimal) : Number.parseInt(hex as string, 16);
        return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
          ? String.fromCodePoint(code)
          : whole;
      },
    );
  return bare;
}

const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
};
/** Decodes percent-encoding: addresses are encoded on their way into a page. */
const withoutPercents = (text: string): string =>
  text.includes("%") ? text.replace(/(?:%[\da-f]{2})+/giu, decoded) : text;

/** The words of a text without markup. */
export const wordsIn = (text: string): string[] =>
  withoutPercents(withoutReferences(text)).replace(CONTROLS, "").normalize("NFC").match(WORD) ?? [];

const UNSEEN = "[\\s\\p{Cf}]";
const REMARKS = new RegExp(`^(?:${UNSEEN}*<!--[\\s\\S]*?--!?>)+`, "u");
const OPEN_REMARKS = new RegExp(`^(?:${UNSEEN}*<!--([^\\n]*))+`, "u");
/** Front matter of Markdown: from the first line on; below empty lines or invisible characters only if a key follows. */
const FRONT_MATTER =
  /^(?:---\n|[\s\p{Cf}]*---(?:[^\S\n]|\p{Cf})*\n(?=(?:[ \t]*(?:#.*)?\n)*\p{Cf}*[\p{L}_]+[ \t\p{Cf}]*:))([\s\S]*?)\n?(?<=\n)\p{Cf}*(?:---|\.\.\.)(?:[^\S\n]|\p{Cf})*(?:\n|$)/u;
/** Front matter of other files. */
const KEYS_ABOVE =
  /^[\s\p{Cf}]*---(?:[^\S\n]|\p{Cf})*\n(?=\p{Cf}*[a-z_]+[ \t]*:)([\s\S]*?)\n\p{Cf}*(?:---|\.\.\.)(?:[^\S\n]|\p{Cf})*(?:\n|$)/iu;

interface Cut {
  /** The text between the lines of hyphens; null where there are none. */
  readonly keys: string | null;
  /** Text above them in a comment that never ends. */
  readonly above: string;
  readonly below: string;
}
function cutAtKeys(text: string, kind: SourceKind): Cut {
  const isClosed = text.includes("-->") || text.includes("--!>");
  const remarks = (isClosed ? REMARKS : OPEN_REMARKS).exec(text)?.[0] ?? "";
  const match = (kind === "markdown" ? FRONT_MATTER : KEYS_ABOVE).exec(text.slice(remarks.length));
  if (!match) return { keys: null, above: "", below: text };
  const above = isClosed ? "" : remarks.replaceAll("<!--", "");
  return { keys: match[1] ?? "", above, below: text.slice(remarks.length + match[0].length) };
}

/** Dates are left out: each is either parsed or an error, and is stored in another form. */
const DATES =
  /^([ \t]*)(?:date|date_estimate|updated|captured)[ \t]*:.*$|\b(?:date|captured)[ \t]*:[ \t]*["']?[\p{Nd}/.-]+["']?/gmu;
const KEYS = /(?<=^|[{,[]|-[ \t])[ \t\p{Cf}]*["']?[\p{L}_]+["']?[ \t\p{Cf}]*:(?=\s|$)/gmu;
const REMARK = /(?<=^|\s)#.*$/gm;
const ESCAPES = /\\(?:u([\da-f]{4})|x([\da-f]{2})|["\\/abefnrtv0 ])/giu;

/** The words of YAML values: no keys, comments or dates. */
export function statedWords(yaml: string): string[] {
  const values = yaml
    .replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'|(?<=^|\s)#.*$/gm, (part) =>
      part.startsWith("#") ? " " : part.replaceAll("#", "\u0001"),
    )
    .replace(REMARK, " ")
    .replace(DATES, " ")
    .replace(KEYS, " ")
    .replace(ESCAPES, (_, four?: string, two?: string) =>
      (four ?? two) ? String.fromCharCode(Number.parseInt((four ?? two) as string, 16)) : " ",
    );
  return wordsIn(values);
}

/** Numbers of lists, and checkboxes of tasks. */
const MARKS = /^[ \t>*+\p{Cf}-]*\d{1,9}[.)](?=\s|$)|^[ \t>\p{Cf}]*[*+-][ \t]+\[[ xX]\]/gmu;
const DEFINITION = /^[ \t>*+-]*\[(\^?[^\]\n]+)\]:/gm;
const REFERENCE = /(?<=\])\[([^\]\n]*)\]|\[(\^[^\]\n]+)\](?!:)/g;
const labelOf = (label: string): string => label.trim().replace(/\s+/g, " ").toLowerCase();

/** A link within the page: where it leads is an id, that no reader sees, and its brackets part no word. */
const PAGE_LINK = /\[([^[\]\n]*)\]\((?:#[^\s()<>]*|<#[^<>\n]*>)\)/g;
const PAGE_LINK_END = /(?<!\\)\]\((?:#[^\s()<>]*|<#[^<>\n]*>)\)/g;

/** Without the numbers of its lists, the ids of places in it, and the labels of links and notes that are defined in it. */
function withoutMarks(text: string): string {
  const unmarked = text.replace(MARKS, " ");
  const bare = unmarked.includes("](")
    ? unmarked.replace(PAGE_LINK, "$1").replace(PAGE_LINK_END, "]")
    : unmarked;
  const labels = new Set([...bare.matchAll(DEFINITION)].map(([, label = ""]) => labelOf(label)));
  if (labels.size === 0) return bare;
  return bare
    .replace(REFERENCE, (whole, link?: string, note?: string) =>
      labels.has(labelOf(link ?? note ?? "")) ? " " : whole,
    )
    .replace(DEFINITION, " ");
}

export interface SourceWords {
  /** Whether there are keys above the text. */
  readonly stated: boolean;
  readonly words: readonly string[];
}

/** Embedded pictures, whose letters are not words. */
const PICTURE =
  /(?<=\]\(<?)data:[\w.+/-]{0,100}(?:;[\w=.+-]{0,80}){0,8},(?:\([^\s()]*\)|[^\s()])*|data:image\/[\w.+-]{1,60}(?:;[\w=.+-]{0,80}){0,8},[^\s"'<>)]*/gi;

/** Every occurrence of every word, in the order of the source. */
export function sourceWords(whole: string, kind: SourceKind): SourceWords {
  const text = kind === "raw" || !whole.includes("data:") ? whole : whole.replace(PICTURE, " ");
  const { keys, above, below } = cutAtKeys(text, kind);
  const words = [...wordsIn(above), ...(keys === null ? [] : statedWords(keys))];
  const stated = keys !== null;
  // Below keys, a text is read as Markdown, whatever its file name.
  if (kind === "raw" && !stated) return { stated, words: wordsIn(below) };
  if (kind === "html") return { stated, words: words.concat(wordsIn(shownText(below, false))) };
  return { stated, words: words.concat(wordsIn(withoutMarks(withoutFences(shownText(below, true))))) };
}
