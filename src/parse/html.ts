/**
 * A saved page → the article in it. What the page says of itself comes first (Open Graph, JSON-LD, itemprop, h1), then
 * the element that holds the text; a page that says nothing is left to Readability. What is taken out goes to the ledger.
 */
import type { Element, ElementContent, Root } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import type { Metadata, TakenOut } from "../model/article.ts";
import { type Finished, finishTree, plainOf } from "./finish.ts";
import { declaredMetadata, elementsOf, property } from "./html-metadata.ts";
import { furnitureOf } from "./page-furniture.ts";
import { printedDate } from "./printed-date.ts";
import { sanitise } from "./sanitise.ts";

const parser = unified().use(rehypeParse).freeze();
const fragmentParser = unified().use(rehypeParse, { fragment: true }).freeze();

/** Class and id names under which news themes keep the text, most telling first. */
const TEXT_NAMES =
  /(?:^|[\s_-])(?:article|story|post|entry|news|single)[_-]?(?:body|content|text|detail|details|inner)(?:$|[\s_-])|(?:^|\s)(?:field-name-body|td-post-content|the-?content|articlebody|storytext|wysiwyg)(?:$|\s)/i;
const NEVER = new Set(["script", "style", "noscript", "template", "svg", "iframe", "head", "link", "meta"]);
const NAVIGATION = new Set(["nav", "footer", "aside", "form", "button", "select", "header"]);
const FURNITURE_NAMES =
  /(?:^|[\s_-])(?:share|sharing|social|related|breadcrumbs?|comments?|sidebar|widget|advert\w*|banner|promo|newsletter|tags?-?(?:list|links)|pagination|author-box|also-?read|read-?more|print|toolbar)(?:$|[\s_-])/i;

const namesOf = (element: Element): string =>
  [property(element, "className"), property(element, "id")].join(" ");
const textLength = (element: Element): number => plainOf(element).length;

/** The element that holds the text, or null when nothing says so. */
function textElement(all: readonly Element[]): Element | null {
  const longest = (found: readonly Element[]) => {
    const best = found
      .map((element) => ({ element, length: textLength(element) }))
      .sort((a, b) => b.length - a.length)[0];
    return best && best.length > 140 ? best.element : null;
  };
  return (
    longest(all.filter((one) => /articleBody/i.test(property(one, "itemProp")))) ??
    longest(all.filter((one) => TEXT_NAMES.test(namesOf(one)))) ??
    longest(all.filter(({ tagName }) => tagName === "article")) ??
    null
  );
}

/** Paragraphs directly in it hold most of the page's text: `<main>` or `<body>` of a plain page. */
function plainMain(all: readonly Element[]): Element | null {
  const main = all.find(({ tagName, properties }) => tagName === "main" || properties.role === "main");
  return main && textLength(main) > 140 ? main : null;
}

const isIn = (outer: Element | Root, inner: Element): boolean =>
  outer.children.some((child) => child === inner || (child.type === "element" && isIn(child, inner)));

/** Text of what is dropped, a block a line. */
function note(element: Element | Root, why: TakenOut["why"], ledger: TakenOut[]): void {
  for (const text of plainOf(element).split("\n"))
    if (text !== "") ledger.push({ why: furnitureOf(text) ?? why, text });
}

interface Cut {
  readonly title: string;
  readonly ledger: TakenOut[];
  dateLine: string | null;
}

/** The tree without furniture, scripts and the headline; what had words is noted. */
function cutOut(element: Element | Root, cut: Cut): ElementContent[] {
  return (element.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type === "comment") return [];
    if (child.type !== "element") return [child];
    if (NEVER.has(child.tagName)) return [];
    const drop = NAVIGATION.has(child.tagName) && !(child.tagName === "header" && textLength(child) > 300);
    const named = FURNITURE_NAMES.test(namesOf(child)) && textLength(child) < 1500;
    if (drop || named) {
      note(child, "navigation", cut.ledger);
      return [];
    }
    const plain = child.tagName === "img" ? "" : plainOf(child);
    if (/^h[12]$/.test(child.tagName) && plain === cut.title) return [];
    if (plain !== "" && plain.length < 120) {
      const why = furnitureOf(plain);
      if (why && why !== "picture-name") {
        note(child, why, cut.ledger);
        return [];
      }
      const date = printedDate(plain);
      if (date && cut.dateLine === null) {
        cut.dateLine = date === "hijri" ? null : date;
        cut.ledger.push({ why: "date-line", text: plain });
        return [];
      }
    }
    if (child.tagName === "h1") return [{ ...child, tagName: "h2", children: cutOut(child, cut) }];
    return [{ ...child, children: cutOut(child, cut) }];
  });
}

const INLINE =
  /^(?:a|b|strong|em|i|u|s|sub|sup|small|mark|q|cite|code|abbr|time|bdi|bdo|br|img|span|font|del|ins)$/;

/** Loose text and inline elements between `<br><br>`, as old pages have it, become paragraphs. */
function paragraphs(children: readonly ElementContent[]): ElementContent[] {
  const made: ElementContent[] = [];
  let run: ElementContent[] = [];
  const flush = () => {
    const text = plainOf({ type: "root", children: run });
    const picture = run.some((one) => one.type === "element" && one.tagName === "img");
    if (text !== "" || picture) made.push({ type: "element", tagName: "p", properties: {}, children: run });
    run = [];
  };
  for (const [i, child] of children.entries()) {
    const next = children[i + 1];
    const isBreak = (one: ElementContent | undefined) => one?.type === "element" && one.tagName === "br";
    if (isBreak(child)) {
      const following = next?.type === "text" && next.value.trim() === "" ? children[i + 2] : next;
      const before = run.at(-1);
      if (isBreak(following) || run.length === 0 || isBreak(before)) flush();
      else run.push(child);
      continue;
    }
    if (child.type === "text" || (child.type === "element" && INLINE.test(child.tagName))) {
      run.push(child);
      continue;
    }
    flush();
    if (child.type === "element")
      made.push(
        ...(/^(?:div|section|center|main|article|font|tbody|tr|td|table)$/.test(child.tagName) &&
        !isDataTable(child)
          ? paragraphs(child.children)
          : [child]),
      );
  }
  flush();
  return made;
}

/** A table of cells with little text is data; one whose cell holds paragraphs is an old page's layout. */
function isDataTable(element: Element): boolean {
  if (element.tagName !== "table") return false;
  const cells = elementsOf(element).filter(({ tagName }) => tagName === "td" || tagName === "th");
  return cells.length >= 4 && cells.every((cell) => textLength(cell) < 300);
}

/** Mozilla's Readability on the page, loaded only when it is needed. */
async function readable(html: string): Promise<{ content: Root; title: string } | null> {
  const [{ Readability }, { parseHTML }] = await Promise.all([
    import("@mozilla/readability"),
    import("linkedom"),
  ]);
  const { document } = parseHTML(html);
  const found = new Readability(document as unknown as ConstructorParameters<typeof Readability>[0], {
    charThreshold: 140,
  }).parse();
  if (!found?.content) return null;
  return { content: fragmentParser.parse(found.content) as Root, title: found.title ?? "" };
}

const h1Of = (all: readonly Element[], within: Element | null): string => {
  const headings = all.filter(({ tagName }) => tagName === "h1");
  const inside = within ? headings.filter((one) => isIn(within, one)) : [];
  return plainOf(inside[0] ?? headings[0] ?? { type: "root", children: [] }).replaceAll("\n", " ");
};

export interface Page {
  readonly metadata: Metadata;
  readonly finished: Finished;
}

/** @param html Decoded. */
export async function parseHtml(html: string): Promise<Page> {
  const tree = parser.parse(html) as Root;
  const all = elementsOf(tree);
  const declared = declaredMetadata(all);
  const found = textElement(all) ?? plainMain(all);
  const title = h1Of(all, found) || declared.title || "";
  const heading =
    declared.title && title !== "" && declared.title.startsWith(title) ? title : (declared.title ?? title);
  const chosen = title !== "" && title.length >= 8 ? title : heading;
  const cut: Cut = { title: title || chosen, ledger: [], dateLine: null };
  const read = found ? null : await readable(html);
  const source: Element | Root =
    found ?? read?.content ?? all.find(({ tagName }) => tagName === "body") ?? tree;
  const content = paragraphs(cutOut(source, cut));
  if (found) noteAround(tree, found, cut);
  else if (read) noteMissing(all, content, cut);
  const finished = finishTree(sanitise({ type: "root", children: content }), cut.ledger);
  const date = declared.date ?? cut.dateLine ?? undefined;
  const name = chosen || read?.title || "";
  return {
    metadata: { ...declared, ...(name ? { title: name } : {}), ...(date ? { date } : {}) },
    finished,
  };
}

/** Everything outside the element of the text is the page's. */
function noteAround(tree: Root, found: Element, { ledger, title }: Cut): void {
  const visit = (node: Element | Root): void => {
    for (const child of node.children) {
      if (child.type !== "element" || child === found || NEVER.has(child.tagName)) continue;
      if (isIn(child, found)) visit(child);
      else if (plainOf(child) !== title) note(child, "navigation", ledger);
    }
  };
  visit(tree);
}

/** After Readability, which moves and renames: what lines of the page are not in what it kept. */
function noteMissing(
  all: readonly Element[],
  content: readonly ElementContent[],
  { ledger, title }: Cut,
): void {
  const kept = new Set(plainOf({ type: "root", children: [...content] }).split("\n"));
  const body = all.find(({ tagName }) => tagName === "body");
  if (!body) return;
  const bare: Cut = { title, ledger, dateLine: "" };
  const lines = plainOf({ type: "root", children: cutOut(body, bare) }).split("\n");
  for (const text of lines)
    if (!kept.has(text) && text !== "") ledger.push({ why: furnitureOf(text) ?? "navigation", text });
}
