/** Markdown with front matter → metadata and text. Plain paragraphs, which most news is, take a short way that writes the same bytes. */
import type { Element, Root } from "hast";
import rehypeRaw from "rehype-raw";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import type { Metadata, TakenOut } from "../model/article.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";
import { type Finished, finishParagraphs, finishTree, plainOf, RULE_BLOCK } from "./finish.ts";
import { readMetadata } from "./metadata.ts";
import { sanitise } from "./sanitise.ts";

const pipeline = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .freeze();

/**
 * What may mean anything to CommonMark or GFM: one of these anywhere, and the text takes the long way. A _ between letters
 * (#كأس_العالم) means nothing, nor an @ that no Latin letter stands before, a # within a line, an & that begins no
 * reference, or a bracket after which no address and no definition follows.
 */
const SIGN =
  /\][([:]|&(?=[a-z#])|[*`<>\\~|\t\v\f\r\u00ad\ufeff]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|[-.+\w]@|https?:|www\.|ftp:|xmpp:|mailto:/iu;
const LINE_SIGN = /^(?: {4,}|\s*(?:#|[-+](?:\s|$)|\d{1,9}[.)](?:\s|$)|=+\s*$|-[- ]*$|:\s))/m;
const ODD_SPACE = / {2,}$|^[ \u00a0]+|[^\S\n ]\n|\n[^\S\n ]/m;

const WRITTEN = /\S/;

/** A line of hyphens or underscores between empty lines: news sets off captions and notices with it. */
const RULE = /(?<=^\n*|\n *\n)(?:-{3,}|_{3,}) *(?=\n *\n|\n*$)/g;
/** Stands for a rule while the text is looked through. */
const RULED = "\0";

/** The paragraphs of a text that holds nothing but paragraphs and rules (`RULE_BLOCK`), or null. */
export function plainParagraphs(text: string): readonly string[] | null {
  if (text.includes(RULED)) return null;
  const ruled = text.includes("---") || text.includes("___");
  const rest = ruled ? text.replace(RULE, RULED) : text;
  if (SIGN.test(rest) || LINE_SIGN.test(rest) || ODD_SPACE.test(rest)) return null;
  const blocks = rest.split(/\n(?:[ ]*\n)+/).map((block) => block.replace(/^\n+|[ \n]+$/g, ""));
  const paragraphs = blocks.filter((block) => block !== "");
  // A paragraph of nothing but a wide space is none to the one way and one to the other.
  if (!paragraphs.every((one) => WRITTEN.test(one))) return null;
  return paragraphs.map((one) =>
    one === RULED ? RULE_BLOCK : one.includes(" \n") ? one.replace(/ +\n/g, "\n") : one,
  );
}

/** One h1 a page, the headline: others move down, and one that repeats the headline goes. */
function settleHeadings(tree: Root, title: string | undefined, ledger: TakenOut[]): void {
  const plain = (element: Element) => plainOf(element).replaceAll("\n", " ");
  const first = tree.children.find((child): child is Element => child.type === "element");
  if (first?.tagName === "h1" && title !== undefined && plain(first).trim() === title.trim()) {
    tree.children.splice(tree.children.indexOf(first), 1);
    ledger.push({ why: "repeated-title", text: plain(first) });
  }
  for (const child of tree.children)
    if (child.type === "element" && child.tagName === "h1") child.tagName = "h2";
}

export function finishMarkdown(text: string, title: string | undefined): Finished {
  const paragraphs = plainParagraphs(text);
  return paragraphs ? finishParagraphs(paragraphs, []) : finishMarkup(text, title);
}

/** The long way: the whole of unified. */
export function finishMarkup(text: string, title: string | undefined): Finished {
  const ledger: TakenOut[] = [];
  const tree = pipeline.runSync(pipeline.parse(text)) as Root;
  settleHeadings(tree, title, ledger);
  return finishTree(sanitise(tree, ledger), ledger);
}

interface Parts {
  readonly metadata: Metadata;
  readonly text: string;
}

function frontMatter(whole: string, file: string): Outcome<Parts> {
  if (!whole.startsWith("---\n")) return { value: { metadata: {}, text: whole }, diagnostics: [] };
  const end = whole.search(/\n(?:---|\.\.\.)[ \t]*(?:\n|$)/);
  if (end < 0) {
    const fault: Diagnostic = {
      severity: "error",
      code: "front-matter-open",
      file,
      place: { line: 1, column: 1, length: 3, text: "---" },
      message: "The front matter begins here and never ends.",
      hint: "Put a line of --- after its last key.",
    };
    return { diagnostics: [fault] };
  }
  const after = whole.indexOf("\n", end + 1);
  const read = readMetadata({ yaml: whole.slice(4, Math.max(4, end + 1)), whole, offset: 4, file });
  const text = after < 0 ? "" : whole.slice(after + 1);
  return { value: { metadata: read.value ?? {}, text }, diagnostics: read.diagnostics };
}

export function parseMarkdown(
  whole: string,
  file: string,
): Outcome<{ metadata: Metadata; finished: Finished }> {
  const { value, diagnostics } = frontMatter(whole, file);
  if (!value) return { diagnostics };
  const { metadata, text } = value;
  const heading = metadata.title === undefined ? /^\s*# +(.+?) *#*\n/.exec(`${text}\n`) : null;
  const title = metadata.title ?? heading?.[1];
  const finished = finishMarkdown(text, title);
  return {
    value: { metadata: title === undefined ? metadata : { ...metadata, title }, finished },
    diagnostics,
  };
}
