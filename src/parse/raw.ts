/**
 * A raw page (text scraped off a news page, a line a block) → section, headline, paragraphs, and a ledger of what was
 * the page's and not the article's. No word is dropped, and no date invented.
 */
import { stripBidiControls } from "../arabic/bidi.ts";
import type { DateEvidence, Metadata, TakenOut } from "../model/article.ts";
import { type Finished, finishParagraphs } from "./finish.ts";
import { furnitureOf } from "./page-furniture.ts";
import { evidenceIn, printedDate } from "./printed-date.ts";

/** A section's name: a few words. A headline: one line, shorter than a paragraph. In UTF-16 units. */
const SECTION = 40;
const SECTION_WORDS = 4;
const HEADLINE = 220;
/** A block at least this long is a paragraph wherever it stands. */
const PARAGRAPH = 240;
const CLOSED = /[.،؛:][”“"»)\]]*$/u;
const BYLINE =
  /^(?:(?:كتب(?:ت|ه|ها)?|بقلم|إعداد(?:\s+وتقديم)?|اعداد|تقرير|تحرير|ترجمة|حوار|حاوره|مراسلنا|المصدر)\s*(?:[:：/–-])\s*)(.{2,60})$/u;
const AGENCY =
  /^\(?\s*((?:وكالات|رويترز|أ\s?ف\s?ب|ا\s?ف\s?ب|فرانس\s?برس|د\s?ب\s?أ|أسوشيتد\s?برس|أ\s?ب|الأناضول|سبوتنيك|شينخوا|وام|واس|سانا|بترا|قنا|كونا|العمانية|خاص|متابعات|مواقع)(?:\s*[،,/–-]\s*(?:وكالات|رويترز|أ\s?ف\s?ب|ا\s?ف\s?ب|د\s?ب\s?أ|الأناضول|سبوتنيك|مواقع|خاص|متابعات))*)\s*\)?$/u;
const REFERENCE: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  laquo: "«",
  raquo: "»",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  zwnj: "\u200c",
  zwj: "\u200d",
  rlm: "",
  lrm: "",
};

function decodeReferences(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,6}));/g,
    (whole, decimal, hex, name) => {
      if (name) return REFERENCE[name as string] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex as string, 16);
      return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
        ? String.fromCodePoint(code)
        : whole;
    },
  );
}

const blocksOf = (text: string): string[] =>
  decodeReferences(stripBidiControls(text))
    .split("\n")
    .map((line) => line.replace(/^[\s\u00a0]+|[\s\u00a0]+$/g, ""))
    .filter((line) => line !== "");

const words = (text: string): number => text.split(/\s+/).length;
const isHeadline = (block: string | undefined): block is string =>
  block !== undefined && block.length <= HEADLINE && !/\.[”"»]?$/u.test(block);

/** The first of two lines is the section when it is a few words and the next is a headline that text follows. */
function hasSection([first, second, third]: readonly string[]): boolean {
  if (first === undefined || !isHeadline(second) || third === undefined) return false;
  if (
    first.length > SECTION ||
    words(first) > SECTION_WORDS ||
    CLOSED.test(first) ||
    /[؟!"”“«»]/u.test(first)
  )
    return false;
  return words(second) > 2 && (second.length <= PARAGRAPH || third.length > second.length);
}

interface Sorted {
  readonly paragraphs: string[];
  readonly ledger: TakenOut[];
  readonly authors: string[];
  readonly evidence: DateEvidence[];
  date: string | undefined;
  agency: string | undefined;
}

/** A list of related titles is short lines without a full stop; the first that reads as text ends it. */
const isTitle = (block: string): boolean => block.length <= HEADLINE && !/\.[”"»]?$/u.test(block);

function sortBlocks(blocks: readonly string[]): Sorted {
  const sorted: Sorted = {
    paragraphs: [],
    ledger: [],
    authors: [],
    evidence: [],
    date: undefined,
    agency: undefined,
  };
  let inRelated = false;
  for (const [i, block] of blocks.entries()) {
    const why = furnitureOf(block);
    if (why) {
      sorted.ledger.push({ why, text: block });
      inRelated = why === "related-heading" || (inRelated && why !== "related-title");
      continue;
    }
    if (inRelated && isTitle(block)) {
      sorted.ledger.push({ why: "related-title", text: block });
      continue;
    }
    inRelated = false;
    if (!takeLine(block, i < 4 || i >= blocks.length - 6, sorted)) sorted.paragraphs.push(block);
  }
  return sorted;
}

/** Bylines, agencies and dates that are lines of their own, near the page's edges. */
function takeLine(block: string, nearEdge: boolean, sorted: Sorted): boolean {
  if (!nearEdge) return false;
  const byline = BYLINE.exec(block)?.[1];
  const agency = block.length <= 60 ? AGENCY.exec(block)?.[1] : undefined;
  const date = printedDate(block);
  if (byline && !CLOSED.test(block)) sorted.authors.push(byline.trim());
  else if (agency) sorted.agency ??= agency.replace(/\s+/g, " ");
  else if (date === "hijri") sorted.evidence.push({ kind: "printed", quote: block });
  else if (date) sorted.date ??= date;
  else return false;
  sorted.ledger.push({ why: date ? "date-line" : "byline", text: block });
  return true;
}

export interface Raw {
  readonly metadata: Metadata;
  readonly finished: Finished;
  readonly evidence: readonly DateEvidence[];
}

/** @param text Decoded, lines ended by `\n`. */
export function parseRaw(text: string): Raw {
  const blocks = blocksOf(text);
  const opening: TakenOut[] = [];
  // A page may open with its own furniture, or its date, before section and headline.
  let date: string | undefined;
  while (blocks.length > 2) {
    const why = furnitureOf(blocks[0] as string);
    const printed = why ? null : printedDate(blocks[0] as string);
    if (!why && !printed) break;
    if (printed && printed !== "hijri") date ??= printed;
    opening.push({ why: why ?? "date-line", text: blocks.shift() as string });
  }
  const section = hasSection(blocks) ? blocks.shift() : undefined;
  const title = blocks.shift();
  const sorted = sortBlocks(blocks);
  const stated = date ?? sorted.date;
  const metadata: Metadata = {
    ...(title === undefined ? {} : { title }),
    ...(section === undefined ? {} : { section }),
    ...(stated === undefined ? {} : { date: stated }),
    ...(sorted.authors.length > 0 ? { authors: sorted.authors } : {}),
    ...(sorted.agency === undefined ? {} : { source: { name: sorted.agency } }),
  };
  return {
    metadata,
    finished: finishParagraphs(sorted.paragraphs, [...opening, ...sorted.ledger]),
    evidence: [...sorted.evidence, ...evidenceIn(sorted.paragraphs)],
  };
}
