/**
 * Text of a post with its empty lines → paragraphs, and with the ends of its lines → breaks: WordPress stores what an author
 * typed, and makes them each time it shows it.
 */
import type { Element, ElementContent, Root, RootContent } from "hast";

/** Block elements: text around them is in paragraphs of its own. */
const BLOCK =
  /^(?:address|article|aside|blockquote|center|details|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr|iframe|main|nav|ol|p|pre|section|table|ul|video|audio|object|embed)$/;
/** Elements in which an empty line begins a paragraph too. */
const HOLDER =
  /^(?:address|article|aside|blockquote|center|details|div|footer|header|main|section|td|th|li)$/;
export const element = (
  tagName: string,
  children: ElementContent[],
  properties: Element["properties"] = {},
): Element => ({
  ...{ type: "element", tagName, properties, children },
});
const isBlock = (node: RootContent): boolean => node.type === "element" && BLOCK.test(node.tagName);
const isBlank = (nodes: readonly RootContent[]): boolean =>
  nodes.every((node) => node.type === "comment" || (node.type === "text" && node.value.trim() === ""));

/** Line ends become breaks, as WordPress shows them; none at the ends of the text, nor beside an existing break. */
function brokenLines(nodes: readonly ElementContent[]): ElementContent[] {
  const isBreak = (node: ElementContent | undefined): boolean =>
    node === undefined || (node.type === "element" && node.tagName === "br");
  return nodes.flatMap((node, i): ElementContent[] => {
    if (node.type !== "text" || !node.value.includes("\n")) return [node];
    const start = isBreak(nodes[i - 1]) ? node.value.trimStart() : node.value;
    const value = isBreak(nodes[i + 1]) ? start.trimEnd() : start;
    return value.split("\n").flatMap((line, nth): ElementContent[] => {
      const text: ElementContent = { type: "text", value: line };
      return nth === 0 ? [text] : [element("br", []), text];
    });
  });
}

/** Inline content → a paragraph for each part between empty lines. */
function paragraphsOf(run: readonly ElementContent[]): Element[] {
  const parts: ElementContent[][] = [[]];
  for (const node of run) {
    const [first = "", ...rest] = node.type === "text" ? node.value.split(/\n[^\S\n]*\n\s*/) : [];
    if (node.type !== "text") (parts.at(-1) as ElementContent[]).push(node);
    else {
      if (first !== "") (parts.at(-1) as ElementContent[]).push({ type: "text", value: first });
      for (const value of rest) parts.push(value === "" ? [] : [{ type: "text", value }]);
    }
  }
  return parts.filter((part) => !isBlank(part)).map((part) => element("p", brokenLines(part)));
}

/**
 * Paragraphs by empty lines, in an element and in those within it that hold text in the same way.
 * @param breaks Whether line ends within `<p>` are breaks too.
 */
export function withParagraphs<T extends Root | Element>(node: T, breaks: boolean): T {
  const children: ElementContent[] = [];
  let run: ElementContent[] = [];
  const all = node.children as ElementContent[];
  const isPlain = node.type === "element" && /^(?:li|td|th)$/.test(node.tagName);
  const flush = (): void => {
    const paragraphs = paragraphsOf(run);
    // A single line in a list item or a cell stays without a paragraph.
    if (isPlain && paragraphs.length < 2)
      for (const added of paragraphs.flatMap((one) => one.children)) children.push(added);
    else for (const added of paragraphs) children.push(added);
    run = [];
  };
  for (const child of all) {
    if (!isBlock(child)) {
      run.push(child);
      continue;
    }
    flush();
    const block = child as Element;
    if (HOLDER.test(block.tagName)) children.push(withParagraphs(block, breaks));
    else if (/^(?:ul|ol|dl|table|thead|tbody|tfoot|tr)$/.test(block.tagName))
      children.push(withinRows(block, breaks));
    else if (block.tagName === "p" && isBlank(block.children)) continue;
    else if (block.tagName === "p" && breaks)
      children.push({ ...block, children: brokenLines(block.children) });
    else children.push(block);
  }
  flush();
  return { ...node, children };
}
const withinRows = (node: Element, breaks: boolean): Element => ({
  ...node,
  children: node.children.map((child) =>
    child.type !== "element"
      ? child
      : HOLDER.test(child.tagName)
        ? withParagraphs(child, breaks)
        : withinRows(child, breaks),
  ),
});
