/**
 * Places within a text that links lead to: elements with an `id`, `<a name>`, and headings of Markdown, by the ids that
 * GitHub makes of them. They keep their place whatever becomes of their element, and get ids that no template has.
 */
import type { Element, ElementContent, Root, RootContent } from "hast";
import { anchorFragment, anchorId, isAnchorId, isTop } from "../../model/links/anchor.ts";
import { plainOf } from "../finish.ts";
import { elementsOf, property } from "./elements.ts";

/** What may hold words, and stays what it is. */
const TEXT_BLOCK = /^(?:p|h[1-6]|li|td|th|dt|dd|figcaption|caption|pre)$/;
const HEADING = /^h[1-6]$/;
const BOX =
  /^(?:body|main|article|section|aside|header|footer|nav|div|center|form|font|table|tbody|thead|tr|tfoot)$/;

const nameOf = (element: Element): string =>
  property(element, "id") || (element.tagName === "a" ? property(element, "name") : "");
const anchor = (id: string): Element => ({
  ...{ type: "element", tagName: "span", properties: { id }, children: [] },
});
const isBlank = (node: RootContent | ElementContent): boolean =>
  node.type === "text" ? node.value.trim() === "" : node.type === "comment";
const isAnchor = (node: RootContent | ElementContent): boolean =>
  node.type === "element" &&
  (node.tagName === "span" || (node.tagName === "a" && property(node, "href") === "")) &&
  nameOf(node) !== "" &&
  node.children.every(isBlank);

/** The first block of words in an element, or the element itself. */
const firstBlock = (element: Element): Element | undefined =>
  [element, ...elementsOf(element)].find(({ tagName }) => TEXT_BLOCK.test(tagName));

const holdsOnlyAnchors = (node: RootContent | ElementContent): boolean =>
  node.type === "element" &&
  node.tagName === "p" &&
  node.children.some(isAnchor) &&
  node.children.every((one) => isBlank(one) || isAnchor(one));

/** Anchors that stand by themselves, or alone in a paragraph, move to the beginning of the next block. */
function moveLoose(parent: Root | Element): void {
  let waiting: Element[] = [];
  const kept: (RootContent | ElementContent)[] = [];
  for (const child of parent.children) {
    if (isAnchor(child)) waiting.push(child as Element);
    else if (holdsOnlyAnchors(child)) waiting.push(...elementsOf(child as Element).filter(isAnchor));
    else {
      const block = waiting.length > 0 && child.type === "element" ? firstBlock(child) : undefined;
      if (block) {
        block.children = [...waiting, ...block.children];
        waiting = [];
      }
      kept.push(child);
    }
  }
  parent.children = [...kept, ...waiting] as typeof parent.children;
}

/** Fragments that links lead to. */
const fragmentsIn = (all: readonly Element[], links = /^#(.+)/s): ReadonlySet<string> =>
  new Set(
    all.flatMap((one) => {
      const fragment = links.exec(property(one, "href"))?.[1];
      return fragment === undefined ? [] : [anchorId(fragment)];
    }),
  );

/** Changes a tree so that what its own links lead to stays when its boxes are opened. */
export function keepAnchors(tree: Root): void {
  const all = elementsOf(tree);
  const wanted = fragmentsIn(all);
  if (wanted.size === 0) return;
  const isWanted = (one: Element): boolean => nameOf(one) !== "" && wanted.has(anchorId(nameOf(one)));
  if (!all.some(isWanted)) return;
  for (const box of all.filter(({ tagName }) => BOX.test(tagName)))
    if (isWanted(box)) {
      const block = firstBlock(box);
      if (block) block.children = [anchor(nameOf(box)), ...block.children];
    }
  for (const parent of [tree, ...all])
    if ((!("tagName" in parent) || BOX.test(parent.tagName)) && parent.children.some(isLoose))
      moveLoose(parent);
}
const isLoose = (node: RootContent | ElementContent): boolean => isAnchor(node) || holdsOnlyAnchors(node);

/** The same where elements become Markdown: every id that a link of the text leads to stands in a span of its own. */
export function setAnchorsApart(tree: Root): void {
  // The address before it may be the post's own.
  const wanted = fragmentsIn(elementsOf(tree), /#(.+)$/s);
  if (wanted.size === 0) return;
  const visit = (node: Root | Element): void => {
    node.children = (node.children as ElementContent[]).flatMap((child): ElementContent[] => {
      if (child.type !== "element") return [child];
      visit(child);
      const name = nameOf(child);
      if (name === "" || !wanted.has(anchorId(name))) return [child];
      if (isAnchor(child)) return [anchor(name)];
      const { id, name: old, ...properties } = child.properties;
      const block = BOX.test(child.tagName) || /^[uod]l$/.test(child.tagName) ? firstBlock(child) : child;
      const inside = child.tagName !== "a" && block ? block : null;
      if (inside) inside.children = [anchor(name), ...inside.children];
      child.properties = properties;
      return inside ? [child] : [anchor(name), child];
    }) as typeof node.children;
  };
  visit(tree);
}

/** `ما قاله الوزير؟` → `ما-قاله-الوزير`, as GitHub makes ids of headings; a repeated one is numbered (github-slugger). */
export function headingSlug(text: string, seen: Map<string, number> = new Map()): string {
  const slug = text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");
  let unique = slug;
  while (seen.has(unique)) {
    const count = (seen.get(slug) ?? 0) + 1;
    seen.set(slug, count);
    unique = `${slug}-${count}`;
  }
  seen.set(unique, 0);
  return unique;
}

/** The id that remark-rehype gives the heading above footnotes, to which no link leads. */
const NOTES_LABEL = "footnote-label";

/** Gives every anchor its id. @param ofMarkdown Headings without one get GitHub's. */
export function nameAnchors(tree: Root, ofMarkdown: boolean): void {
  if (ofMarkdown && tree.children.some(isLoose)) moveLoose(tree);
  const seen = new Map<string, number>();
  for (const element of elementsOf(tree)) {
    const name = nameOf(element);
    const isHeading = ofMarkdown && HEADING.test(element.tagName);
    // Counted also where it has an id of its own, as GitHub counts it.
    const slug = isHeading ? headingSlug(plainOf(element).replaceAll("\n", " ").trim(), seen) : "";
    if (element.tagName === "a" && property(element, "href") === "" && name !== "") element.tagName = "span";
    const written = name === NOTES_LABEL ? "" : name || slug;
    if (written === "") delete element.properties.id;
    else element.properties.id = anchorId(written);
  }
}

/** The links of a text that lead to no place in it, as written. */
export interface PageLinks {
  readonly lost: string[];
  /** Ids that stand for the headline of the page, which is not in its text. */
  readonly ofHeadline: ReadonlySet<string>;
}
export const noPageLinks = (): PageLinks => ({ lost: [], ofHeadline: new Set() });

/** Links within a page lead to the ids of its anchors, an id stands once, and a link to nowhere is plain text. */
export function linkAnchors(tree: Root, { lost, ofHeadline }: PageLinks): void {
  const ids = new Set<unknown>();
  for (const { properties } of elementsOf(tree)) {
    if (properties.id === undefined) continue;
    if (ids.has(properties.id) || !isAnchorId(String(properties.id))) delete properties.id;
    else ids.add(properties.id);
  }
  const settle = (node: Root | Element): void => {
    node.children = (node.children as ElementContent[]).flatMap((child): ElementContent[] => {
      if (child.type !== "element") return [child];
      settle(child);
      const href = property(child, "href");
      if (child.tagName !== "a" || !href.startsWith("#")) return [child];
      const id = anchorId(href.slice(1));
      if (ids.has(id)) child.properties.href = anchorFragment(id);
      else if (ofHeadline.has(id) || isTop(href.slice(1))) child.properties.href = "#top";
      else {
        lost.push(href);
        const { id: own } = child.properties;
        return own === undefined ? child.children : [{ ...child, tagName: "span", properties: { id: own } }];
      }
      return [child];
    }) as typeof node.children;
  };
  settle(tree);
}
