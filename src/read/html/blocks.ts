/** The element that holds a page's text → the blocks of it, one under the other, without scripts and navigation. */
import type { Element, ElementContent, Root } from "hast";
import type { Removed } from "../../model/article.ts";
import { plainOf } from "../finish.ts";
import { elementsOf, namesOf } from "../tree/elements.ts";
import { embeddedIn, isEmbedded } from "../tree/media.ts";
import { FURNITURE_NAMES } from "../vocabulary/html-boxes.ts";

/** Nothing in these is read by anybody: code, and what stands for code where it does not run. */
const UNSEEN = new Set(["script", "style", "template", "head", "link", "meta", "title"]);
/** Their words are not the article's, and are noted; what is embedded leaves a link. */
const NEVER = new Set([
  "noscript",
  "noframes",
  "svg",
  "math",
  "iframe",
  "object",
  "embed",
  "canvas",
  "video",
  "audio",
]);
const NAVIGATION = new Set([
  "nav",
  "footer",
  "aside",
  "form",
  "button",
  "select",
  "header",
  "dialog",
  "amp-sidebar",
]);
/** A named box with more text than that is the article itself, whatever its class. In UTF-16 units. */
const LARGEST_BOX = 1500;
/** A `<header>` with more is a page whose text stands in it. */
const LARGEST_HEADER = 300;
const INLINE =
  /^(?:a|b|strong|em|i|u|s|sub|sup|small|mark|q|cite|code|abbr|time|bdi|bdo|br|img|span|font|del|ins|label|big)$/;
const CONTAINER =
  /^(?:div|section|center|main|article|font|tbody|thead|tr|td|th|table|header|hgroup|address|details|summary)$/;

/** Blocks that an article is made of; of others only what is in them stays. */
const KEPT =
  /^(?:h[2-6]|blockquote|[uod]l|li|dt|dd|pre|hr|figure|figcaption|table|caption|thead|tbody|tfoot|t[rdh]|kbd|iframe|video|audio|object|embed)$/;

const textLength = (element: Element): number => plainOf(element).length;

/** `<span>2014</span><span>سمير</span>` is shown as two boxes, and its words are two. */
const withGaps = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.flatMap((node, i): ElementContent[] => {
    if (node.type !== "element") return [node];
    const spaced = { ...node, children: withGaps(node.children) };
    return nodes[i - 1]?.type === "element" ? [{ type: "text", value: " " }, spaced] : [spaced];
  });

/** The lines of what is dropped, one a block. */
export const linesOfDropped = ({ children }: Element | Root): readonly string[] =>
  plainOf({ type: "root", children: withGaps(children as ElementContent[]) })
    .split("\n")
    .filter((line) => line !== "");

/** Text of what is dropped is noted as removed. */
export function note(element: Element | Root, why: Removed["why"], removed: Removed[]): void {
  for (const text of linesOfDropped(element)) removed.push({ why, text });
}

export const isUnseen = ({ tagName }: Element): boolean => UNSEEN.has(tagName);

/** What is the page's by its name: a box of buttons, links or forms. */
export function isFurniture(element: Element): boolean {
  if (NAVIGATION.has(element.tagName))
    return !(element.tagName === "header" && textLength(element) > LARGEST_HEADER);
  return FURNITURE_NAMES.test(namesOf(element)) && textLength(element) < LARGEST_BOX;
}

/** The content of an element without what is the page's by its markup; what had words is noted. */
export function withoutFurniture(element: Element | Root, removed: Removed[]): ElementContent[] {
  return (element.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type === "comment") return [];
    if (child.type !== "element") return [child];
    if (UNSEEN.has(child.tagName)) return [];
    const furniture = isFurniture(child);
    const embedded = !furniture && isEmbedded(child) ? embeddedIn(child) : null;
    if (embedded && !embedded.link && embedded.address !== "")
      removed.push({ why: "markup", text: embedded.address });
    if (furniture || NEVER.has(child.tagName)) {
      note(child, NEVER.has(child.tagName) ? "markup" : "navigation", removed);
      return embedded?.link ? [embedded.link] : [];
    }
    return [{ ...child, children: withoutFurniture(child, removed) }];
  });
}

const isBreak = (one: ElementContent | undefined): boolean => one?.type === "element" && one.tagName === "br";

/** `<a name="more"></a>`: a place that links lead to. */
const isAnchor = (one: ElementContent): boolean =>
  one.type === "element" && one.tagName === "a" && one.children.length === 0;

/** Loose text and inline elements between `<br><br>`, as old pages have it, become paragraphs; boxes are opened. */
export function blocksOf(children: readonly ElementContent[]): Element[] {
  const blocks: Element[] = [];
  let run: ElementContent[] = [];
  const shown = children.filter((child) => !isAnchor(child));
  const flush = () => {
    const root: Root = { type: "root", children: run };
    if (plainOf(root) !== "" || elementsOf(root).some(({ tagName }) => tagName === "img"))
      blocks.push({ type: "element", tagName: "p", properties: {}, children: run });
    run = [];
  };
  for (const [i, child] of shown.entries()) {
    const next = shown[i + 1];
    if (isBreak(child)) {
      const following = next?.type === "text" && next.value.trim() === "" ? shown[i + 2] : next;
      if (isBreak(following) || run.length === 0 || isBreak(run.at(-1))) flush();
      else run.push(child);
    } else if (child.type === "text" || (child.type === "element" && isInline(child))) run.push(child);
    else {
      flush();
      if (child.type === "element") for (const added of blocksIn(child)) blocks.push(added);
    }
  }
  flush();
  return blocks;
}

/** Inline by its name, and no box that an old page closed too late around paragraphs. */
const isInline = (element: Element): boolean =>
  INLINE.test(element.tagName) &&
  !elementsOf(element).some(({ tagName }) =>
    /^(?:p|div|table|h[1-6]|ul|ol|blockquote|figure)$/.test(tagName),
  );

function blocksIn(element: Element): Element[] {
  if (INLINE.test(element.tagName) || (CONTAINER.test(element.tagName) && !isDataTable(element)))
    return blocksOf(element.children);
  // One headline a page.
  if (element.tagName === "h1") return [{ ...element, tagName: "h2" }];
  // A paragraph that <br><br> cuts in pieces is as many paragraphs.
  if (element.tagName === "p") return blocksOf(element.children).map((one) => ({ ...element, ...one }));
  return KEPT.test(element.tagName) ? [element] : blocksOf(element.children);
}

/** A table of cells with little text is data; one whose cell holds paragraphs is an old page's layout. */
function isDataTable(element: Element): boolean {
  if (element.tagName !== "table") return false;
  const inside = elementsOf(element);
  const cells = inside.filter(({ tagName }) => tagName === "td" || tagName === "th");
  if (inside.some(({ tagName }) => tagName === "table") || cells.length < 4) return false;
  return cells.every((cell) => textLength(cell) < 300);
}

/** All words of a block stand in links: a list of other pages. */
export function isLinked(block: Element): boolean {
  const all = plainOf(block).replace(/\s/g, "").length;
  const links = elementsOf(block).filter(({ tagName }) => tagName === "a");
  const linked = links.reduce((sum, link) => sum + plainOf(link).replace(/\s/g, "").length, 0);
  return all > 0 && linked >= all - 2 * links.length;
}

/** The small print of a site, under an article: it leads to two pages at least of terms, privacy or rules. */
export const isPolicy = (block: Element): boolean =>
  elementsOf(block).filter(
    ({ tagName, properties }) =>
      tagName === "a" &&
      /privacy|terms|guidelines|conditions|policy|disclaimer/i.test(String(properties.href ?? "")),
  ).length >= 2;
