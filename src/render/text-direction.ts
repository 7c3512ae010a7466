/**
 * Adds direction markup to the left-to-right parts of an article's HTML (W3C, inline bidirectional markup): whole
 * paragraphs, items and cells, and runs whose punctuation would otherwise be displayed on the wrong side.
 */
import { isLeftToRight, latinRuns, MAY_BE_FOREIGN } from "../arabic/typography/bidi.ts";

const TAG = `<(?:"[^"]*"|'[^']*'|[^'">])*>`;
const ENTITY = "&#?\\w+;";
const TAGS = new RegExp(TAG, "g");
const ENTITIES = new RegExp(ENTITY, "g");
const TAG_OR_ENTITY = new RegExp(`(${TAG}|${ENTITY})`);
const textOf = (html: string): string => html.replace(TAGS, "").replace(ENTITIES, " ");

const OUTER = ["blockquote", "li", "td", "th", "dd"] as const;
const INNER = ["p", "h[1-6]", "figcaption", "dt"] as const;
const OPENING = (names: readonly string[]): RegExp =>
  new RegExp(`<(${names.join("|")})((?:\\s(?:"[^"]*"|[^">])*)?)>`, "g");
const OPENING_OUTER = OPENING(OUTER);
const OPENING_INNER = OPENING(INNER);
const TAGS_NAMED = new Map<string, RegExp>();
const tagsNamed = (name: string): RegExp => {
  const known = TAGS_NAMED.get(name) ?? new RegExp(`</?${name}[\\s>]`, "g");
  TAGS_NAMED.set(name, known);
  return known;
};

/** Applies `directBlock` to each block that holds no other of its kind; found tag by tag, since a block may hold megabytes. */
function replaceBlocks(html: string, opening: RegExp): string {
  let result = "";
  let done = 0;
  opening.lastIndex = 0;
  for (let found = opening.exec(html); found; found = opening.exec(html)) {
    const [tag, name = "", attributes = ""] = found;
    const start = found.index + tag.length;
    const tags = tagsNamed(name);
    tags.lastIndex = start;
    const next = tags.exec(html);
    if (next?.[0] !== `</${name}>`) continue;
    const [end, over] = [next.index, next.index + next[0].length];
    result += html.slice(done, found.index);
    result += directBlock(html.slice(found.index, over), name, attributes, html.slice(start, end));
    done = over;
    opening.lastIndex = over;
  }
  return result + html.slice(done);
}
const HOLDS_BLOCKS = /<(?:p|ul|ol|dl|div|blockquote|pre|table|figure|h[1-6])[\s>]/;
const SIGNED = /^\s*[-−+][0-9][0-9.,]*\s?[%٪]?\s*$/;
/** Characters of a line on a phone: a shorter paragraph would look lost at the left edge of the page. */
const A_LINE = 45;

/** The commonest words of each language that the other does not have. */
const COMMON = {
  en: new Set("the and of to is was that for with this by are from it have not".split(" ")),
  fr: new Set("le la les des et du est une dans pour que qui sur par au pas".split(" ")),
};
/** The language of a text, for screen readers: where it has three of its common words and none of the other's. */
function languageOf(text: string): "en" | "fr" | null {
  const words = new Set(text.toLowerCase().match(/\p{L}+/gu));
  const [en, fr] = [COMMON.en, COMMON.fr].map(
    (common) => [...words].filter((word) => common.has(word)).length,
  );
  if (en !== undefined && en >= 3 && fr === 0) return "en";
  return fr !== undefined && fr >= 3 && en === 0 ? "fr" : null;
}

/** Quotations and long paragraphs are aligned left; short ones, list items and cells keep their alignment. */
function directBlock(whole: string, name: string, attributes: string, content: string): string {
  if (/\sdir=/.test(attributes)) return whole;
  const text = textOf(content);
  const isSigned = name === "td" && SIGNED.test(text);
  if (!isSigned && !isLeftToRight(text)) return whole;
  if (name === "blockquote" || (name === "p" && text.length > A_LINE)) {
    const language = /\slang=/.test(attributes) ? null : languageOf(text);
    const lang = language === null ? "" : ` lang="${language}"`;
    return `<${name}${attributes}${lang} dir="ltr">${content}</${name}>`;
  }
  if (HOLDS_BLOCKS.test(content)) return whole;
  return `<${name}${attributes}><bdi dir="ltr">${content}</bdi></${name}>`;
}

/** The Unicode algorithm orders letters correctly, but gives punctuation at the end of a run the surrounding direction. */
const ENDS_IN_SIGN = /^[^\p{L}\p{N}]|[^\p{L}\p{N}\p{M}]$/u;

function directRuns(text: string): string {
  let html = "";
  let at = 0;
  for (const { start, end } of latinRuns(text)) {
    const run = text.slice(start, end);
    if (!ENDS_IN_SIGN.test(run) && !/^[0-9]/.test(run)) continue;
    html += `${text.slice(at, start)}<bdi dir="ltr">${run}</bdi>`;
    at = end;
  }
  return html + text.slice(at);
}

/** An element that already has its own direction. */
const OF_ITS_OWN = /^<(code|pre|kbd|samp|bdi|bdo)[\s>]|^<(\w+)\s[^>]*dir="(?:ltr|auto)"/;

/** Quick test for a left-to-right letter outside of tags; letters of character references match too. */
const FOREIGN_BETWEEN_TAGS = new RegExp(`(?:^|>)[^<>]*?${MAY_BE_FOREIGN.source}`);
const SIGN_BEFORE_DIGIT = /[-−+][0-9]|00[0-9]/;

export function withDirections(html: string): string {
  if (!FOREIGN_BETWEEN_TAGS.test(html) && !SIGN_BEFORE_DIGIT.test(html)) return html;
  let within = "";
  let depth = 0;
  return replaceBlocks(replaceBlocks(html, OPENING_OUTER), OPENING_INNER)
    .split(TAG_OR_ENTITY)
    .map((part, i) => {
      if (i % 2 === 0) return depth > 0 ? part : directRuns(part);
      if (depth > 0) {
        if (part.startsWith(`</${within}>`)) depth--;
        else if (new RegExp(`^<${within}[\\s>]`).test(part)) depth++;
      } else {
        const own = OF_ITS_OWN.exec(part);
        within = own?.[1] ?? own?.[2] ?? "";
        if (own) depth = 1;
      }
      return part;
    })
    .join("");
}
