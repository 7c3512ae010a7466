/**
 * HTML, alone or in Markdown → its text as a reader of the source sees it: everything outside tags, comments and code,
 * and the visible attributes. It follows the HTML Standard (13.2.5 Tokenization) and CommonMark with rules of its own, since
 * the parser that is being checked may be wrong. What is opened and never closed hides nothing.
 */

/** Elements whose content is code, up to the end tag. */
const CODE = /^(?:script|style|template)$/i;
const endTagOf = (name: string): RegExp => new RegExp(`</${name.toLowerCase()}(?=[\\s/>])`, "gi");
const SHOWN: Readonly<Record<string, RegExp>> = {
  img: /^(?:alt|title)$/i,
  a: /^title$/i,
  abbr: /^title$/i,
};
/** Attributes that hold an address or a name: a < in one means that its quotation mark was never closed. */
const PLAIN_VALUE =
  /^(?:href|src|class|id|style|name|rel|target|width|height|lang|dir|align|border|color|face|size|type)$/i;
const TAG_NAME = /<(\/?)([a-z][^\s/>]*)/iy;
const ATTRIBUTE = /[\s/]*([^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)))?/y;
const OPEN_QUOTE = /[\s/]*([^\s/>=]+)\s*=\s*["']([^>]*)/y;
const MOST_ATTRIBUTES = 64;
const AUTOLINK = /<(?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[\w.-]+)>/iy;
const FENCE = /^([ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*)(`{3,}(?=[^`\n]*$)|~{3,})(.*)$/gm;
/** The info string of a code fence, which names a language. */
const LANGUAGE = /^[\x20-\x7e]*$/;

const at = (pattern: RegExp, text: string, from: number): RegExpExecArray | null => {
  pattern.lastIndex = from;
  return pattern.exec(text);
};

interface Tag {
  readonly end: number;
  readonly shown: readonly string[];
}

/** The end of a tag whose attributes begin at `from`, and the text they show; null where it does not end. */
function tagAt(text: string, name: string, from: number, isMarkdown: boolean): Tag | null {
  const shown: string[] = [];
  let i = from;
  for (let count = 0; i < text.length && count < MOST_ATTRIBUTES; count++) {
    if (text[i] === ">") return { end: i + 1, shown };
    const [whole = "", key = "", double, single, bare] = at(ATTRIBUTE, text, i) ?? [];
    const value = double ?? single ?? bare ?? "";
    const isLetter = isMarkdown && /[^\x20-\x7e\s]/.test(key);
    if (isLetter || (isMarkdown && /\n[ \t]*\n/.test(whole))) return openQuote(text, i);
    const isForgotten =
      bare === undefined &&
      PLAIN_VALUE.test(key) &&
      />[\s\S]*</.test(value) &&
      !/^\s*(?:javascript|data):/i.test(value);
    const begins = text[i + whole.length];
    const isOpen =
      begins === '"' ||
      begins === "'" ||
      /^\s*=\s*["']/.test(text.slice(i + whole.length, i + whole.length + 20));
    if (isForgotten || (isOpen && value === "")) return openQuote(text, i);
    if (SHOWN[name]?.test(key)) shown.push(value);
    i += Math.max(1, whole.length);
  }
  return null;
}
/** A quotation mark that is never closed ends with its tag. */
function openQuote(text: string, from: number): Tag | null {
  const found = at(OPEN_QUOTE, text, from);
  const end = from + (found?.[0].length ?? 0);
  return found && text[end] === ">" && !/\n[ \t]*\n/.test(found[0]) ? { end: end + 1, shown: [] } : null;
}

/** Finds patterns at or after positions asked for in ascending order, so that no text is searched twice for one. */
function seeker(text: string): (sign: RegExp, from: number) => number {
  const known = new Map<string, number>();
  return (sign, from) => {
    const before = known.get(sign.source);
    if (before !== undefined && (before === -1 || before >= from)) return before;
    const found = at(sign, text, from)?.index ?? -1;
    known.set(sign.source, found);
    return found;
  };
}

/** @param isMarkdown Then an empty line ends a tag, and a tag whose attributes are words is text. Tags in code are removed too. */
export function shownText(text: string, isMarkdown: boolean): string {
  const pieces: string[] = [];
  const seek = seeker(text);
  /** Where the last <select> ends: attributes within it are not shown. */
  let closed = -1;
  let done = 0;
  /** Replaces the text between two positions. */
  const cut = (from: number, to: number, by = " "): number => {
    pieces.push(text.slice(done, from), by);
    done = to;
    return to;
  };
  for (let i = text.indexOf("<"); i >= 0 && i < text.length; i = text.indexOf("<", i)) i = step(i);
  pieces.push(text.slice(done));
  return pieces.join("");

  function step(i: number): number {
    if (text.startsWith("<!--", i)) return comment(i);
    if (text.startsWith("<![CDATA[", i)) return cut(i, i + 9);
    if (text[i + 1] === "!" || text[i + 1] === "?") {
      const isCode = isMarkdown && text[i + 1] === "?";
      const end = seek(isCode ? /\?>/g : />/g, i);
      const other = text.indexOf("<", i + 1);
      return end < 0 || (!isCode && other >= 0 && other < end) ? i + 2 : cut(i, end + (isCode ? 2 : 1));
    }
    const link = isMarkdown ? at(AUTOLINK, text, i) : null;
    if (link) return i + link[0].length;
    const [whole, slash, name = ""] = at(TAG_NAME, text, i) ?? [];
    if (!whole) return i + 1;
    const tag = tagAt(text, name.toLowerCase(), i + whole.length, isMarkdown);
    if (!tag) return i + 1;
    if (!slash && /^select$/i.test(name)) closed = seek(endTagOf(name), tag.end);
    const shown = i < closed ? [] : tag.shown;
    const by = ` ${shown.map((one) => one.replaceAll("<", " ")).join(" ")} `;
    const close = slash || !CODE.test(name) ? -1 : seek(endTagOf(name), tag.end);
    return cut(i, close < 0 ? tag.end : close, by);
  }

  function comment(i: number): number {
    const empty = at(/<!---?>/y, text, i);
    if (empty) return cut(i, i + empty[0].length, "");
    const end = seek(/--!?>/g, i + 4);
    return end < 0 ? i + 4 : cut(i, end + (text[end + 2] === ">" ? 3 : 4), "");
  }
}

/** Removes code fences with the language they name; other text behind a fence is kept, as is the code. */
export const withoutFences = (text: string): string =>
  text.replace(FENCE, (_, before: string, _mark, info: string) => before + (LANGUAGE.test(info) ? "" : info));
