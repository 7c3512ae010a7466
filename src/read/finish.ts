/** A cleaned tree of an article's text → Body and excerpt: typography mended, headings moved under the page's own, words counted. */
import type { Element, ElementContent, Root, RootContent, Text } from "hast";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { shortened } from "../arabic/typography/shorten.ts";
import { mendRuns } from "../arabic/typography/typography.ts";
import type { Body, Removed } from "../model/article.ts";
import { NOTE_ID } from "../model/links/anchor.ts";

/** Characters of an excerpt at most. */
const EXCERPT = 240;
const BLOCK =
  /^(?:p|h[1-6]|blockquote|li|dt|dd|pre|figcaption|td|th|caption|tr|table|ul|ol|dl|figure|hr|div|button|option|text)$/;
const VERBATIM = new Set(["pre", "code", "kbd"]);

const stringifier = unified().use(rehypeStringify, { allowDangerousHtml: false }).freeze();

/** The text nodes of a block in order, those of code apart: nothing in code is mended. */
function runsOf(node: Element | Root, into: Text[]): void {
  for (const child of node.children) {
    if (child.type === "text") into.push(child);
    else if (child.type === "element" && !VERBATIM.has(child.tagName)) runsOf(child, into);
  }
}

const holdsBlocks = (node: Element | Root): boolean =>
  node.children.some((child) => child.type === "element" && BLOCK.test(child.tagName));

/** Mends block by block, in place: the tree is ours, made for this page alone. */
function mendTree(node: Element | Root): void {
  if (node.type === "element" && VERBATIM.has(node.tagName)) return;
  if (holdsBlocks(node)) {
    for (const child of node.children) if (child.type === "element") mendTree(child);
    return;
  }
  const runs: Text[] = [];
  runsOf(node, runs);
  const before = runs.map(({ value }) => value);
  const after = mendRuns(before);
  if (after !== before) for (const [i, run] of runs.entries()) run.value = after[i] ?? run.value;
}

/** The number of a footnote in the text, or the arrow back from it: a sign, and no word. */
const isNoteSign = ({ tagName, properties }: Element): boolean =>
  tagName === "a" && typeof properties.href === "string" && properties.href.startsWith(`#${NOTE_ID}fn`);

/** Text of a tree with a newline between blocks. */
export function plainOf(node: Root | Element): string {
  let plain = "";
  const visit = (one: RootContent | ElementContent): void => {
    if (one.type === "text") plain += one.value.replace(/\s+/g, " ");
    if (one.type !== "element" || isNoteSign(one)) return;
    const block = BLOCK.test(one.tagName) || one.tagName === "br";
    if (block) plain += "\n";
    for (const child of one.children) visit(child);
    if (block) plain += "\n";
  };
  for (const child of node.children) visit(child);
  return plain
    .split("\n")
    .map(oneSpaced)
    .filter((line) => line !== "")
    .join("\n");
}

/** What is no sentence of the text by itself: captions, cells, items, headings. */
const APART = /^(?:figure|figcaption|table|ul|ol|dl|pre|h[1-6])$/;

/** The first paragraphs of a tree, a line each, as far as an excerpt needs them. */
function firstParagraphs(tree: Root): string {
  const lines: string[] = [];
  let length = 0;
  const visit = (node: Element | Root): void => {
    for (const child of node.children) {
      if (length > EXCERPT * 3) return;
      if (child.type !== "element" || APART.test(child.tagName)) continue;
      if (child.tagName !== "p") {
        visit(child);
        continue;
      }
      const line = plainOf(child);
      lines.push(line);
      length += line.length;
    }
  };
  visit(tree);
  return lines.filter((line) => line !== "").join("\n");
}

/** The first words of a text, cut at a word. */
function excerptOf(plain: string): string {
  const line = plain.slice(0, EXCERPT * 3).replaceAll("\n", " ");
  return shortened(line, EXCERPT);
}

const SPACE = /\s/;
const SPACE_TO_MEND = /\s\s|[^\S ]|^\s|\s$/;
/** One space where there were several, none at the ends. */
const oneSpaced = (text: string): string =>
  SPACE_TO_MEND.test(text) ? text.replace(/\s+/g, " ").trim() : text;

/** How many runs of anything but spaces. */
export function wordsOf(plain: string): number {
  let words = 0;
  let inWord = false;
  for (let i = 0; i < plain.length; i++) {
    const code = plain.charCodeAt(i);
    const isSpace = code <= 32 ? code === 32 || (code >= 9 && code <= 13) : code > 126 && isWideSpace(code);
    if (!isSpace && !inWord) words += 1;
    inWord = !isSpace;
  }
  return words;
}
/** Beyond ASCII; all but the space that does not break lie above the letters. */
const isWideSpace = (code: number): boolean =>
  code === 0xa0 || (code >= 0x1680 && SPACE.test(String.fromCharCode(code)));

export interface Finished {
  readonly body: Body;
  readonly excerpt: string;
  /** Links within the page that lead to no place of it, as written; they are plain text. */
  readonly lostLinks?: readonly string[];
}

/** A text without markup of its own, and the markup around it. */
export interface Block {
  readonly before: string;
  readonly text: string;
  readonly after: string;
}
const PARAGRAPH = "<p>";
export const paragraph = (text: string): Block => ({ before: PARAGRAPH, text, after: "</p>" });

const isParagraph = (block: Block | undefined): boolean => block?.before === PARAGRAPH;

/** Blocks that hold no markup: what the tree would come to, without the tree. */
export function finishBlocks(blocks: readonly Block[], removed: readonly Removed[]): Finished {
  const mended = blocks.map(({ text }) => mendRuns([text])[0] as string);
  const html = blocks
    .map(({ before, after }, i) => before + escapeText(mended[i] as string) + after)
    .join("\n");
  const lines = mended.map(oneSpaced);
  const joined = (some: readonly string[]): string => some.filter((line) => line !== "").join("\n");
  const plain = joined(lines);
  const prose = blocks.every(isParagraph) ? plain : joined(lines.filter((_, i) => isParagraph(blocks[i])));
  return {
    body: { html, plain, words: wordsOf(plain), removed },
    excerpt: excerptOf(prose || plain),
  };
}

/** As rehype-stringify writes text: `&` and `<` as references. */
const escapeText = (text: string): string =>
  /[&<]/.test(text) ? text.replaceAll("&", "&#x26;").replaceAll("<", "&#x3C;") : text;

export function finishTree(tree: Root, removed: readonly Removed[]): Finished {
  mendTree(tree);
  const html = stringifier.stringify(tree).trim();
  const plain = plainOf(tree);
  return {
    body: { html, plain, words: wordsOf(plain), removed },
    excerpt: excerptOf(firstParagraphs(tree) || plain),
  };
}
