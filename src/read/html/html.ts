/**
 * A saved page → the article in it. What the page says of itself comes first (Open Graph, JSON-LD, itemprop, headings),
 * then the element that holds the text; a page that says nothing is left to Readability. What is taken out goes to the
 * ledger.
 */
import type { Element, Root } from "hast";
import rehypeParse from "rehype-parse";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { dayPrintedInstead } from "../../arabic/dates/outlet-day.ts";
import type { DateEvidence, Metadata, Removed } from "../../model/article.ts";
import type { CivilDate } from "../../model/civil-date.ts";
import { type Finished, finishTree } from "../finish.ts";
import { DAY, emptyRead, type PageRead } from "../lines/line.ts";
import { writersIn } from "../lines/placeholder-names.ts";
import { evidenceIn } from "../lines/printed-date.ts";
import { keepAnchors } from "../tree/anchors.ts";
import { descriptionsIn, noteDescriptions } from "../tree/descriptions.ts";
import { elementsOf, property } from "../tree/elements.ts";
import { resolveAddresses } from "../tree/resolve-addresses.ts";
import { sanitise } from "../tree/sanitise.ts";
import {
  dayBeside,
  daysSetAside,
  type LinesAround,
  linesAround,
  noteAround,
  noteMissing,
  takeBeside,
} from "./around.ts";
import { withoutFurniture } from "./blocks.ts";
import { creditedAuthors, writersOf } from "./byline.ts";
import { markedDays } from "./dates.ts";
import { mendPictures } from "./figures.ts";
import { gatherLead, joinSplitText, takeMeta, takeOut } from "./gather.ts";
import { headlineOf } from "./headline.ts";
import { labelsIn } from "./labels.ts";
import { leadPicture } from "./lead-picture.ts";
import { takeParts } from "./lines.ts";
import { datingElements, declaredMetadata, keywordsOf, outletNames, statedText } from "./metadata.ts";
import { endAtOtherStory, innermost, takeOthers } from "./other-stories.ts";
import { outsideOthers } from "./others.ts";
import { linesBetween, textElement, unlinked } from "./page.ts";
import { textBlocks } from "./text.ts";
import { sectionAbove, sectionOfWayHome } from "./way-home.ts";
import { readEscapedTwice, type Saved, savedFrom, takeOffWrapping } from "./wrapping.ts";

const parser = unified().use(rehypeParse).freeze();
const stringifier = unified().use(rehypeStringify).freeze();
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

/** Less than so many letters on a page are no article. */
const LEAST = 140;

/** What a page made by a script says its text is, where it shows none. */
function scriptedText(all: readonly Element[], body: Element | Root): Root | null {
  const lines = unlinked(body) < LEAST ? statedText(all) : [];
  if (lines.join("").length < LEAST) return null;
  const children = lines.map(
    (value): Element => ({
      type: "element",
      tagName: "p",
      properties: {},
      children: [{ type: "text", value }],
    }),
  );
  return { type: "root", children };
}

export interface Page {
  readonly metadata: Metadata;
  readonly finished: Finished;
  readonly evidence: readonly DateEvidence[];
  /** The day that the page prints, where it is the one before or after what the page states in UTC. */
  readonly dayPrinted?: CivilDate;
}

/** @param html Decoded. @param taken What was taken out of it before. */
export async function parseHtml(html: string, taken: readonly Removed[] = []): Promise<Page> {
  const tree = parser.parse(html) as Root;
  const says = emptyRead();
  says.removed.push(...taken);
  const said = descriptionsIn(tree);
  const saved = savedFrom(tree);
  if (html.includes("#")) keepAnchors(tree);
  takeOffWrapping(tree);
  readEscapedTwice(tree);
  mendPictures(tree, says.removed);
  joinSplitText(tree);
  const parsed = elementsOf(tree);
  const holder = textElement(parsed);
  const declared = declaredMetadata(parsed, holder);
  const headline = headlineOf(parsed, holder, declared.title);
  if (holder) endAtOtherStory(holder, headline.text, says.removed);
  const found = holder && innermost(holder);
  if (found) takeOthers(found, says.removed);
  if (found) gatherLead(tree, headline.element, found);
  const own = outsideOthers(elementsOf(tree), found);
  const labels = labelsIn(own, found);
  if (found) takeOut(found, labels.boxes, says.removed);
  const all = elementsOf(tree);
  const read = found ? null : await readable(stringifier.stringify(tree));
  const body = all.find(({ tagName }) => tagName === "body") ?? tree;
  const scripted = found ? null : scriptedText(all, body);
  const source = found ?? scripted ?? read?.content ?? body;
  const title = headline.text || read?.title || undefined;

  const outlet = outletNames(all, declared, title ?? "");
  const credited = creditedAuthors(all, found, outlet);
  const stated = declared.authors ?? [];
  const names = writersOf(stated, credited.names, outlet);
  const bylines = credited.names.every((name) => names.includes(name)) ? credited.lines : [];

  const headed = { title: title ?? "", site: declared.source?.name ?? "" };
  const section = sectionOfWayHome(all, headed) ?? labels.section ?? sectionAbove(own, headline.element);

  if (found) takeMeta(found, own, says);
  const blocks = textBlocks(
    withoutFurniture(source, says.removed),
    {
      title,
      bylines,
      writers: names,
      section: declared.section ?? section,
      day: declared.date?.slice(0, DAY),
    },
    says,
  );
  if (found) for (const parts of linesBetween(all, headline.element, found)) takeParts(parts, says);
  let lines: LinesAround | null | undefined;
  // For the day, and for the writer: the lines of a page are dear.
  const around = (): LinesAround | null => {
    if (lines === undefined) lines = linesAround(all, found, blocks, { ...headline, text: title ?? "" });
    return lines;
  };
  const isDated = () => (declared.date ?? says.date) !== undefined;
  const dayPrinted = dayPrintedInstead(declared.date, () => [
    says.date,
    ...markedDays(datingElements(parsed, found)),
    dayBeside(around()),
  ]);
  if (!isDated() || names.length + says.authors.length === 0) takeBeside(around(), says);
  if (found) noteAround(tree, found, headline, says.removed);
  else if (scripted ?? read) noteMissing(all, blocks, headline, says.removed);
  const base = baseOf(all, declared);
  resolveAddresses(blocks, base);
  const content = sanitise({ type: "root", children: blocks }, says.removed);
  noteDescriptions(said, content, says.removed);
  noteTitles(all, says.removed);
  const finished = finishTree(content, says.removed);
  const keywords = keywordsOf(all, `${title ?? ""}\n${finished.body.plain}`);
  const picture = declared.image ? {} : leadPicture(own, headline.element, found, base);
  return {
    metadata: metadataOf({ ...picture, ...declared }, says, {
      title,
      names: writersOf(stated, credited.names.length > 0 ? credited.names : writersIn(says.authors), outlet),
      section,
      saved,
      tags: tagsIn([declared.tags, labels.tags, says.tags, keywords]),
    }),
    ...(dayPrinted ? { dayPrinted } : {}),
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
  readonly saved: Saved;
  readonly tags: readonly string[];
}

const MOST_TAGS = 20;
/** Of several lists: what the page states as tags, then what it prints, and keywords where it has neither. */
function tagsIn(lists: readonly (readonly string[] | undefined)[]): readonly string[] {
  const [stated = [], printed = [], said = [], keywords = []] = lists;
  const tags = [...new Set([...stated, ...(stated.length > 0 ? [] : [...printed, ...said])])];
  return (tags.length > 0 ? tags : [...new Set(keywords)]).slice(0, MOST_TAGS);
}

function metadataOf(
  { authors: _, ...declared }: Metadata,
  { date, updated }: PageRead,
  { title, section, names, saved, tags }: Printed,
): Metadata {
  return {
    ...(date ? { date } : {}),
    ...(updated && updated !== (declared.date ?? date) ? { updated } : {}),
    ...(section ? { section } : {}),
    ...declared,
    ...(tags.length > 0 ? { tags } : {}),
    ...(names.length > 0 ? { authors: names } : {}),
    ...(title ? { title } : {}),
    ...(declared.source || saved.url ? { source: { ...saved, ...declared.source } } : {}),
  };
}

/** What the head calls the page is shown nowhere on it. */
function noteTitles(all: readonly Element[], removed: Removed[]): void {
  for (const { tagName, children } of all) {
    const [text] = children;
    if (tagName === "title" && text?.type === "text")
      removed.push({ why: "repeated-title", text: text.value });
  }
}

/** The address that links of the page are relative to. */
function baseOf(all: readonly Element[], { source }: Metadata): string | undefined {
  const base = all.find(({ tagName }) => tagName === "base");
  return (base && property(base, "href")) || source?.url;
}
