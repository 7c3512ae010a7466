/**
 * A sanitised tree → one that keeps the content models of the HTML Standard, whatever a saved page did: no block within a
 * phrase, no item outside its list, no empty heading, no level left out, no attribute whose value means nothing. Words
 * stay where they are; an element that may not stand there gives its place to what is in it.
 */
import type { Element, ElementContent, Root } from "hast";
import { settleAttributes } from "./content-attributes.ts";
import { settleTable } from "./content-table.ts";

const PHRASES = new Set(
  "a b strong em i u s del ins sub sup small mark q cite code kbd abbr time bdi bdo br img span".split(" "),
);
/** Elements that are nothing outside their parent: a paragraph there. */
const PARTS = new Set("caption thead tbody tfoot tr td th figcaption dt dd".split(" "));
/** They may hold what the element around them may hold. */
const TRANSPARENT = new Set(["a", "del", "ins"]);

/** Where an element stands, as far as it limits what may stand there. */
interface Place {
  readonly within: "flow" | "phrases";
  readonly inLink: boolean;
  readonly noHeadings: boolean;
}
const FLOW: Place = { within: "flow", inLink: false, noHeadings: false };

const isBlank = (node: ElementContent): boolean => node.type === "text" && node.value.trim() === "";
const isPhrase = (node: ElementContent): boolean =>
  node.type === "text" ||
  (node.type === "element" && PHRASES.has(node.tagName) && node.children.every(isPhrase));
const isNamed = (node: ElementContent, name: string): node is Element =>
  node.type === "element" && node.tagName === name;
const element = (tagName: string, children: ElementContent[]): Element => ({
  ...{ type: "element", tagName, properties: {}, children },
});
/** Of which a screen reader can say something: words, or a picture with words for it. */
const hasWords = (node: ElementContent): boolean =>
  node.type === "text"
    ? node.value.trim() !== ""
    : node.type === "element" && (Boolean(node.properties.alt) || node.children.some(hasWords));
const VOID = new Set(["img", "br", "hr"]);
const isEmpty = (node: ElementContent): boolean =>
  node.type === "element" ? !VOID.has(node.tagName) && node.children.every(isEmpty) : isBlank(node);
/** A place that links lead to: it shows nothing, and holds up nothing around it. */
const isAnchor = ({ tagName, properties }: Element): boolean =>
  tagName === "span" && properties.id !== undefined;

/** Each run of nodes that `belongs` accepts, blanks between them too, is put into an element; the others stay. */
function wrapRuns(
  nodes: readonly ElementContent[],
  belongs: (node: ElementContent) => boolean,
  wrapper: string,
): ElementContent[] {
  const made: ElementContent[] = [];
  let run: ElementContent[] = [];
  const flush = (): void => {
    const from = run.findIndex((node) => !isBlank(node));
    const to = run.findLastIndex((node) => !isBlank(node));
    if (from < 0) for (const added of run) made.push(added);
    else {
      for (const blank of run.slice(0, from)) made.push(blank);
      made.push(element(wrapper, run.slice(from, to + 1)));
      for (const blank of run.slice(to + 1)) made.push(blank);
    }
    run = [];
  };
  for (const node of nodes) {
    if (belongs(node) || isBlank(node)) run.push(node);
    else {
      flush();
      made.push(node);
    }
  }
  flush();
  return made;
}

/** A paragraph of it; where it holds blocks, they stay as they are and the rest is put into paragraphs around them. */
function paragraph(node: Element, place: Place): ElementContent[] {
  const children = flow(node.children, place);
  return children.every(isPhrase) ? [{ ...node, tagName: "p", children }] : wrapRuns(children, isPhrase, "p");
}

/** Children of an element that may hold anything; items, and parts of lists and tables that lost theirs, are housed. */
function flow(nodes: readonly ElementContent[], place: Place): ElementContent[] {
  const settled = nodes.flatMap((node) => settle(node, place));
  if (place.within === "phrases") return settled;
  return wrapRuns(settled, (node) => isNamed(node, "li"), "ul");
}

const list = (node: Element, place: Place): ElementContent[] => {
  const items = node.children.flatMap((child) => settle(child, { ...place, within: "flow" }));
  return [{ ...node, children: wrapRuns(items, (child) => !isNamed(child, "li"), "li") }];
};

/** A list of terms is one or more terms, then one or more descriptions, and so on; any other is told in paragraphs. */
function terms(node: Element, place: Place): ElementContent[] {
  const parts = node.children.filter((child) => !isBlank(child));
  const names = parts.map((child) => (child.type === "element" ? child.tagName : ""));
  const sound = /^(?:(?:dt )+(?:dd )+)+$/.test(names.map((name) => `${name} `).join(""));
  if (!sound) return parts.flatMap((child) => settle(child, place));
  const inside = (part: Element): Element => ({
    ...part,
    children: flow(part.children, { ...place, within: "flow", noHeadings: part.tagName === "dt" }),
  });
  return [{ ...node, children: (parts as Element[]).map(inside) }];
}

/** At most one caption, at the end or the beginning of its figure. */
function figure(node: Element, place: Place): ElementContent[] {
  const inner = { ...place, within: "flow" } as const;
  const captions = node.children.filter((child) => isNamed(child, "figcaption"));
  const caption = captions.length === 1 ? captions[0] : undefined;
  const rest = flow(
    node.children.filter((child) => child !== caption),
    inner,
  );
  if (!caption) return [{ ...node, children: rest }];
  const told = { ...caption, children: flow(caption.children, inner) };
  const first = node.children.find((child) => !isBlank(child)) === caption;
  return [{ ...node, children: first ? [told, ...rest] : [...rest, told] }];
}

function heading(node: Element, place: Place): ElementContent[] {
  const children = flow(node.children, { ...place, within: "phrases" });
  if (!children.some(hasWords)) return children;
  return [place.noHeadings ? element("p", children) : { ...node, children }];
}

/** A link leads somewhere and says where; one that only surrounds a picture without words gives way to it. */
function link(node: Element, place: Place): ElementContent[] {
  if (place.inLink || node.properties.href === undefined || !hasWords(node))
    return flow(node.children, place);
  return [{ ...node, children: flow(node.children, { ...place, inLink: true }) }];
}

/** A phrase that turns out to hold blocks gives way to them. */
function phrase(node: Element, place: Place): ElementContent[] {
  const children = flow(node.children, place);
  const keeps = TRANSPARENT.has(node.tagName) || children.every(isPhrase);
  return keeps ? [{ ...node, children }] : children;
}

/** The nodes that stand for a node in its place. */
function settle(node: ElementContent, place: Place): ElementContent[] {
  if (node.type !== "element") return node.type === "text" ? [node] : [];
  const sound = settleAttributes(node);
  if (sound === null || (isEmpty(node) && !isAnchor(node))) return flow(node.children, place);
  const { tagName } = sound;
  if (tagName === "hr") return place.within === "phrases" ? [] : [sound];
  if (VOID.has(tagName)) return [sound];
  if (tagName === "a") return link(sound, place);
  if (PHRASES.has(tagName)) return phrase(sound, place);
  if (/^h[2-6]$/.test(tagName) && place.within === "flow") return heading(sound, place);
  // A block among phrases is dissolved into them, a space on either side keeping its words apart.
  if (place.within === "phrases")
    return [{ type: "text", value: " " }, ...flow(sound.children, place), { type: "text", value: " " }];
  if (tagName === "p" || PARTS.has(tagName)) return paragraph(sound, place);
  if (tagName === "pre")
    return [{ ...sound, children: flow(sound.children, { ...place, within: "phrases" }) }];
  if (tagName === "ul" || tagName === "ol") return list(sound, place);
  if (tagName === "dl") return terms(sound, place);
  if (tagName === "figure") return figure(sound, place);
  if (tagName === "table") return settleTable(sound, (cell) => flow(cell.children, cellPlace(cell, place)));
  return [{ ...sound, children: flow(sound.children, place) }];
}

const cellPlace = ({ tagName }: Element, place: Place): Place => ({
  ...place,
  within: tagName === "caption" ? "phrases" : "flow",
  noHeadings: tagName === "th",
});

/** No level of heading is left out on the way down: the page's own is the first. Works in place. */
function rankHeadings(nodes: readonly ElementContent[], above: number[]): void {
  for (const node of nodes) {
    if (node.type !== "element") continue;
    if (/^h[2-6]$/.test(node.tagName)) {
      const rank = Number(node.tagName[1]);
      while ((above.at(-1) ?? 0) >= rank) above.pop();
      above.push(rank);
      node.tagName = `h${above.length + 1}`;
    } else rankHeadings(node.children, above);
  }
}

export function keepContentModel(tree: Root): Root {
  const children = flow(tree.children as ElementContent[], FLOW);
  rankHeadings(children, []);
  return { ...tree, children };
}
