/** Markdown with front matter → metadata and text. Plain paragraphs, which most news is, take a short way that writes the same bytes. */
import type { Element, Root } from "hast";
import type { Root as MarkdownRoot } from "mdast";
import rehypeParse from "rehype-parse";
import rehypeRaw from "rehype-raw";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import type { Metadata, Removed } from "../../model/article.ts";
import type { Outcome } from "../../model/diagnostic.ts";
import { anchorId, NOTE_ID } from "../../model/links/anchor.ts";
import { type Finished, finishBlocks, finishTree, plainOf } from "../finish.ts";
import { frontMatter } from "../keys/front-matter.ts";
import { entangledMarkdown } from "../limits/entangled.ts";
import { headingSlug, keepAnchors, noPageLinks, type PageLinks } from "../tree/anchors.ts";
import { descriptionsIn, noteDescriptions } from "../tree/descriptions.ts";
import { readBold } from "./bold.ts";
import { showFenceWords } from "./fence-words.ts";
import { readIndentedProse } from "./indented-prose.ts";
import "./edit-tail.ts";
import { reopenedElements } from "../limits/reopened.ts";
import { closeAll } from "../markup/never-closed.ts";
import { neverClosedFaults } from "../markup/never-closed-faults.ts";
import { belowRemarks } from "../markup/opening-remarks.ts";
import { BACK_TO_NOTE, sanitise } from "../tree/sanitise.ts";
import { endAddressesSooner, resolveAddresses } from "./addresses.ts";
import { asTyped } from "./as-typed.ts";
import { openBoxes } from "./boxes.ts";
import { plainBlocks } from "./plain-blocks.ts";
import { widenTables } from "./tables.ts";
import { showUnusedDefinitions } from "./unused-definitions.ts";

/** `:-:` and `--:`; `:--` is where a line begins, as cells do that say nothing, on the right of a page in Arabic. */
const ALIGNED: Readonly<Record<string, string>> = { center: "align-center", right: "align-end" };

/** The cells of a Markdown table, before HTML within it is read, whose own attributes are another matter. */
function alignCells(node: Root | Element): void {
  for (const child of node.children) {
    if (child.type !== "element") continue;
    const { align, ...properties } = child.properties;
    const className = ALIGNED[String(align)];
    if (className) child.properties = { ...properties, className: [className] };
    alignCells(child);
  }
}

/** Words in a table that is never closed wait for whatever comes next: here is something, which is no part of the page. */
function endText(tree: Root): void {
  tree.children.push({ type: "comment", value: "" });
}

const pipeline = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(endAddressesSooner)
  .use(remarkRehype, {
    allowDangerousHtml: true,
    clobberPrefix: NOTE_ID,
    footnoteLabel: "حواشٍ",
    footnoteBackContent: "↑",
    footnoteBackLabel: (note, place) => `${BACK_TO_NOTE} ${note + 1}${place > 1 ? ` (${place})` : ""}`,
  })
  .use(() => alignCells)
  .use(() => endText)
  .use(rehypeRaw)
  .freeze();

const fragments = unified().use(rehypeParse, { fragment: true }).freeze();

/** One h1 a page, the headline: others move down, and one that repeats the headline goes. */
function settleHeadings(tree: Root, title: string | undefined, removed: Removed[]): PageLinks {
  let { ofHeadline } = noPageLinks();
  const plain = (element: Element) => plainOf(element).replaceAll("\n", " ");
  const first = tree.children.find((child): child is Element => child.type === "element");
  if (first?.tagName === "h1" && title !== undefined && plain(first).trim() === title.trim()) {
    tree.children.splice(tree.children.indexOf(first), 1);
    removed.push({ why: "repeated-title", text: plain(first) });
    ofHeadline = new Set([anchorId(headingSlug(plain(first).trim()))]);
  }
  for (const child of tree.children)
    if (child.type === "element" && child.tagName === "h1") child.tagName = "h2";
  return { lost: [], ofHeadline };
}

const finished = (tree: Root, removed: readonly Removed[], { lost }: PageLinks): Finished => ({
  ...finishTree(tree, removed),
  ...(lost.length > 0 ? { lostLinks: lost } : {}),
});

export function finishMarkdown(
  text: string,
  title: string | undefined,
  taken: readonly Removed[] = [],
  blocks = plainBlocks(text),
): Finished {
  return blocks ? finishBlocks(blocks, taken) : finishMarkup(text, title, taken);
}

/** What every address of a page holds. */
const ADDRESS = /https?:|www\./i;
/** A line that may be code to Markdown. */
const INDENTED = /^(?: {4}| {0,3}\t)/m;
/** A first line after #, or above a row of =; a longer one is a paragraph with a rule below it. */
const HEADING = /^\s*(?:# .*|\S.{0,150}\n=+[ \t]*(?=\n|$))/;

const FENCE = /`{3}|~{3}/;

function treeOf(text: string): MarkdownRoot {
  const tree = pipeline.parse(text);
  if (ADDRESS.test(text)) resolveAddresses(tree, text);
  if (text.includes("**")) readBold(tree, text);
  if (INDENTED.test(text)) readIndentedProse(tree, text, treeOf);
  if (text.includes("|")) widenTables(tree);
  if (FENCE.test(text)) showFenceWords(tree);
  return tree;
}

/** The long way: the whole of unified. @param taken What was taken out of the text before. */
export function finishMarkup(
  text: string,
  title: string | undefined,
  taken: readonly Removed[] = [],
): Finished {
  const removed = [...taken];
  const source = treeOf(text);
  showUnusedDefinitions(source, text);
  const tree = pipeline.runSync(source) as Root;
  const said = descriptionsIn(tree);
  const links = settleHeadings(tree, title, removed);
  if (text.includes("<")) keepAnchors(tree);
  const opened = text.includes("<") ? openBoxes(tree, removed) : tree;
  const clean = sanitise(opened, removed, true, links);
  noteDescriptions(said, clean, removed);
  return finished(clean, removed, links);
}

/** The heading that a text without a stated title begins with, its words alone. */
function headlineOf(text: string): string | undefined {
  const heading = HEADING.exec(text)?.[0];
  if (heading === undefined) return undefined;
  const [first] = (pipeline.runSync(treeOf(heading)) as Root).children;
  return first?.type === "element" && first.tagName === "h1" ? plainOf(first) || undefined : undefined;
}

/** HTML below front matter, a part of a page: all of it is the article. */
function finishFragment(text: string, title: string | undefined, taken: readonly Removed[]): Finished {
  const removed = [...taken];
  const tree = fragments.parse(text);
  const said = descriptionsIn(tree);
  const links = settleHeadings(tree, title, removed);
  keepAnchors(tree);
  const clean = sanitise(openBoxes(tree, removed), removed, false, links);
  noteDescriptions(said, clean, removed);
  return finished(clean, removed, links);
}

/** @param isHtml What stands below the front matter is HTML. */
export function parseMarkdown(
  whole: string,
  file: string,
  isHtml = false,
): Outcome<{ metadata: Metadata; finished: Finished }> {
  const below = belowRemarks(whole);
  const { value, diagnostics: faults } = frontMatter(below.text, file);
  if (!value) return { diagnostics: faults };
  const closed = closeAll(value.text, !isHtml);
  const taken = [...below.taken, ...closed.taken];
  const diagnostics = [
    ...faults,
    ...neverClosedFaults(below.faults, file, { whole, offset: 0 }),
    ...neverClosedFaults(closed.faults, file, { whole, offset: whole.length - value.text.length }),
  ];
  const { metadata } = value;
  const reopened = reopenedElements(value.text, whole, file);
  if (reopened) return { diagnostics: [...diagnostics, reopened] };
  if (isHtml) {
    const finished = finishFragment(closed.text, metadata.title, taken);
    return { value: { metadata, finished }, diagnostics };
  }
  const text = asTyped(closed.text);
  const blocks = plainBlocks(text);
  const entangled = blocks ? null : entangledMarkdown(value.text, whole, file);
  if (entangled) return { diagnostics: [...diagnostics, entangled] };
  const title = metadata.title ?? headlineOf(text);
  const finished = finishMarkdown(text, title, taken, blocks);
  return {
    value: { metadata: title === undefined ? metadata : { ...metadata, title }, finished },
    diagnostics,
  };
}
