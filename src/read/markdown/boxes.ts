/**
 * HTML within Markdown → what is left whole when it is cleaned: boxes that no article keeps are opened, their loose words
 * put into paragraphs, so that no word runs into the next; what is embedded leaves a link.
 */
import type { Element, ElementContent, Root } from "hast";
import type { Removed } from "../../model/article.ts";
import { plainOf } from "../finish.ts";
import { embeddedIn, isEmbedded } from "../tree/media.ts";

const BOXES = new Set(
  "div center section article main header footer aside nav address details summary fieldset legend hgroup dialog marquee".split(
    " ",
  ),
);
const BLOCKS = /^(?:p|h[1-6]|blockquote|[uod]l|li|dt|dd|pre|hr|figure|figcaption|table|form)$/;
/** A phrase that surrounds a block, `<font><p>…`, is a box too. */
const isBox = ({ tagName, children }: Element): boolean =>
  BOXES.has(tagName) || (/^(?:font|span)$/.test(tagName) && children.some((child) => isBlock(child)));
const isBlock = (node: ElementContent): boolean =>
  node.type === "element" && (BLOCKS.test(node.tagName) || isBox(node));
const isBlank = (node: ElementContent): boolean => node.type === "text" && node.value.trim() === "";

/** Where nothing tells what it is, its address is shown. Its words are for browsers that cannot play it. */
function linkOf(element: Element, removed: Removed[]): ElementContent[] {
  for (const text of plainOf(element).split("\n")) if (text !== "") removed.push({ why: "markup", text });
  const { address, link } = embeddedIn(element);
  if (link) return [link];
  if (!/^(?:https?:)?\/[^\s]+$/i.test(address)) return [];
  const shown: Element = {
    ...{ type: "element", tagName: "a", properties: { href: address } },
    children: [{ type: "text", value: address }],
  };
  return [{ type: "element", tagName: "figure", properties: {}, children: [shown] }];
}

/** Which way its words run is kept. */
const paragraphOf = ({ properties: { dir, lang } }: Element, children: ElementContent[]): Element => ({
  ...{ type: "element", tagName: "p", children },
  properties: { ...(dir ? { dir } : {}), ...(lang ? { lang } : {}) },
});

/** What is in a box, one block after another. */
function opened(box: Element, removed: Removed[]): ElementContent[] {
  const blocks: ElementContent[] = [];
  let run: ElementContent[] = [];
  const flush = (): void => {
    if (run.some((one) => !isBlank(one))) blocks.push(paragraphOf(box, run));
    run = [];
  };
  for (const child of withoutBoxes(box.children, removed))
    if (isBlock(child)) {
      flush();
      blocks.push(child);
    } else run.push(child);
  flush();
  return blocks;
}

function withoutBoxes(nodes: readonly ElementContent[], removed: Removed[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== "element") return [node];
    if (isEmbedded(node)) return linkOf(node, removed);
    return isBox(node)
      ? opened(node, removed)
      : [{ ...node, children: withoutBoxes(node.children, removed) }];
  });
}

/** @param removed Words that are taken out are noted in it. */
export const openBoxes = (tree: Root, removed: Removed[]): Root => ({
  ...tree,
  children: withoutBoxes(tree.children as ElementContent[], removed),
});
