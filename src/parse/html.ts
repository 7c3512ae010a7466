/**
 * A saved page → the article in it. What the page says of itself comes first (Open Graph, JSON-LD, itemprop, headings),
 * then the element that holds the text; a page that says nothing is left to Readability. What is taken out goes to the
 * ledger.
 */
import type { Element, ElementContent, Root } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import type { DateEvidence, Metadata, TakenOut } from "../model/article.ts";
import { type Finished, finishTree, plainOf } from "./finish.ts";
import { isUnseen, note, withoutFurniture } from "./html-blocks.ts";
import { creditedAuthors, sectionOfWayHome } from "./html-credit.ts";
import { type Headline, headlineOf } from "./html-headline.ts";
import { takeParts } from "./html-lines.ts";
import { declaredMetadata, savedFrom } from "./html-metadata.ts";
import { linesBetween, textElement } from "./html-page.ts";
import { textBlocks } from "./html-text.ts";
import { elementsOf, isIn, property } from "./html-tree.ts";
import { furnitureOf } from "./page-furniture.ts";
import { emptyRead, type PageRead } from "./page-lines.ts";
import { evidenceIn } from "./printed-date.ts";
import { resolveAddresses } from "./resolve-addresses.ts";
import { sanitise } from "./sanitise.ts";

const parser = unified().use(rehypeParse).freeze();
const fragmentParser = unified().use(rehypeParse, { fragment: true }).freeze();

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

export interface Page {
  readonly metadata: Metadata;
  readonly finished: Finished;
  readonly evidence: readonly DateEvidence[];
}

/** @param html Decoded. */
export async function parseHtml(html: string): Promise<Page> {
  const tree = parser.parse(html) as Root;
  const all = elementsOf(tree);
  const declared = declaredMetadata(all);
  const found = textElement(all);
  const headline = headlineOf(all, found, declared.title);
  const read = found ? null : await readable(html);
  const source = found ?? read?.content ?? all.find(({ tagName }) => tagName === "body") ?? tree;
  const title = headline.text || read?.title || undefined;

  const credited = creditedAuthors(all, found);
  const names = declared.authors ?? credited.names;
  const byline = credited.names.every((name) => names.includes(name)) ? credited.line : null;

  const says = emptyRead();
  const blocks = textBlocks(withoutFurniture(source, says.ledger), { title, byline }, says);
  if (found) for (const parts of linesBetween(all, headline.element, found)) takeParts(parts, says);
  if (found) noteAround(tree, found, headline, says.ledger);
  else if (read) noteMissing(all, blocks, headline, says.ledger);
  resolveAddresses(blocks, baseOf(all, declared));
  const content = sanitise({ type: "root", children: blocks }, says.ledger);
  const finished = finishTree(content, says.ledger);
  const section = sectionOfWayHome(all, title ?? "");
  return {
    metadata: metadataOf(declared, says, { title, names, section, address: savedFrom(tree) }),
    finished,
    evidence: [...says.evidence, ...evidenceIn(finished.body.plain.split("\n"))],
  };
}

interface Printed {
  readonly title: string | undefined;
  readonly section: string | undefined;
  readonly names: readonly string[];
  readonly address: string | undefined;
}

function metadataOf(
  declared: Metadata,
  { date, updated, tags, authors }: PageRead,
  { title, section, names, address }: Printed,
): Metadata {
  const writers = names.length > 0 ? names : authors;
  return {
    ...(date ? { date } : {}),
    ...(updated && updated !== (declared.date ?? date) ? { updated } : {}),
    ...(section ? { section } : {}),
    ...(tags.length > 0 ? { tags: [...new Set(tags)] } : {}),
    ...declared,
    ...(writers.length > 0 ? { authors: writers } : {}),
    ...(title ? { title } : {}),
    ...(address ? { source: { url: address, ...declared.source } } : {}),
  };
}

/** The address that links of the page are relative to. */
function baseOf(all: readonly Element[], { source }: Metadata): string | undefined {
  const base = all.find(({ tagName }) => tagName === "base");
  return (base && property(base, "href")) || source?.url;
}

/** Everything outside the element of the text is the page's. */
function noteAround(
  tree: Root,
  found: Element,
  { element, text: title }: Headline,
  ledger: TakenOut[],
): void {
  const visit = (node: Element | Root): void => {
    let loose: ElementContent[] = [];
    const flush = () => {
      note({ type: "root", children: loose }, "navigation", ledger);
      loose = [];
    };
    for (const child of node.children) {
      if (child.type === "text") loose.push(child);
      if (child.type !== "element" || isUnseen(child)) continue;
      flush();
      if (child === found || child === element) continue;
      if (isIn(child, found) || (element && isIn(child, element))) visit(child);
      else if (plainOf(child) !== title) noteLines(child, ledger);
    }
    flush();
  };
  visit(tree);
}

function noteLines(element: Element, ledger: TakenOut[]): void {
  for (const text of plainOf({ type: "root", children: withoutFurniture(element, ledger) }).split("\n"))
    if (text !== "") ledger.push({ why: sureWhy(text) ?? "navigation", text });
}

const sureWhy = (text: string): TakenOut["why"] | undefined => {
  const furniture = furnitureOf(text);
  return furniture?.sure ? furniture.why : undefined;
};

/** After Readability, which moves and renames: what lines of the page are not in what it kept. */
function noteMissing(
  all: readonly Element[],
  blocks: readonly Element[],
  { text: title }: Headline,
  ledger: TakenOut[],
): void {
  const body = all.find(({ tagName }) => tagName === "body");
  if (!body) return;
  const accounted = new Map<string, number>();
  const account = (line: string) => accounted.set(line, (accounted.get(line) ?? 0) + 1);
  for (const line of plainOf({ type: "root", children: [...blocks] }).split("\n")) account(line);
  for (const { text } of ledger) account(text);
  account(title);
  const whole: TakenOut[] = [];
  note({ type: "root", children: withoutFurniture(body, whole) }, "navigation", whole);
  for (const one of whole) {
    const count = accounted.get(one.text) ?? 0;
    if (count > 0) accounted.set(one.text, count - 1);
    else ledger.push({ ...one, why: sureWhy(one.text) ?? one.why });
  }
}
