/**
 * A saved page → the article in it. What the page says of itself comes first (Open Graph, JSON-LD, itemprop, headings),
 * then the element that holds the text; a page that says nothing is left to Readability. What is taken out goes to the
 * ledger.
 */
import type { Element, Root } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import type { DateEvidence, Metadata } from "../model/article.ts";
import { type Finished, finishTree } from "./finish.ts";
import { daysSetAside, noteAround, noteMissing, takeBeside } from "./html-around.ts";
import { withoutFurniture } from "./html-blocks.ts";
import { creditedAuthors, sectionOfWayHome } from "./html-credit.ts";
import { headlineOf } from "./html-headline.ts";
import { takeParts } from "./html-lines.ts";
import { declaredMetadata, savedFrom } from "./html-metadata.ts";
import { linesBetween, textElement } from "./html-page.ts";
import { textBlocks } from "./html-text.ts";
import { elementsOf, property } from "./html-tree.ts";
import { writersIn } from "./nobody.ts";
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
  const blocks = textBlocks(withoutFurniture(source, says.ledger), { title, byline, writers: names }, says);
  if (found) for (const parts of linesBetween(all, headline.element, found)) takeParts(parts, says);
  const isDated = () => (declared.date ?? says.date) !== undefined;
  if (!isDated() || names.length + says.authors.length === 0)
    takeBeside(all, found, blocks, title ?? "", says);
  if (found) noteAround(tree, found, headline, says.ledger);
  else if (read) noteMissing(all, blocks, headline, says.ledger);
  resolveAddresses(blocks, baseOf(all, declared));
  const content = sanitise({ type: "root", children: blocks }, says.ledger);
  const finished = finishTree(content, says.ledger);
  const section = sectionOfWayHome(all, title ?? "");
  return {
    metadata: metadataOf(declared, says, { title, names, section, address: savedFrom(tree) }),
    finished,
    // Nobody is asked about a day that is stated.
    evidence: isDated()
      ? says.evidence
      : [...says.evidence, ...daysSetAside(says), ...evidenceIn(finished.body.plain.split("\n"))],
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
  const writers = names.length > 0 ? names : writersIn(authors);
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
