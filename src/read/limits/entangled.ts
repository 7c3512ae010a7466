/**
 * Bounds on what a parser is given: what it reads again and again until it is found not to end. micromark goes back over
 * the signs of a paragraph for each of them, and over its letters for each mark that is opened and never closed. Far from any text that
 * somebody wrote: what is met here was broken by a program. One pass over the text.
 */
import { type Diagnostic, placeAt } from "../../model/diagnostic.ts";
import { type Entanglement, textFault } from "../../model/diagnostics/texts.ts";

/** Signs of one paragraph at most; a page of footnotes and links has some hundreds. */
const MOST_SIGNS = 4_000;
/** Marks without an end, times the letters of their paragraph. */
const MOST_LOOKED_THROUGH = 20_000_000;
/** Lines that go on with a quotation or an item without its sign. */
const MOST_LAZY_LINES = 2_000;
/** Words in Latin letters, numbers and dashes between an opening bracket and its closing one. */
const MOST_IN_BRACKETS = 4_000;
/** Cells that a table's head asks for and its rows do not have. */
const MOST_ABSENT_CELLS = 200_000;

const SIGNS = /[*_~`]+|[[\]<]/g;
/** They end where their counterpart stands, and that is looked for as far as the paragraph goes. */
const OPENED = /`+|<[!?]/g;
/** Where an address may begin (GFM, 6.9): from each, micromark goes back to the bracket that it stands in. */
const IN_BRACKETS = /[[\]]|(?<![\w+.-])[\w+.-]/g;
const CONTAINERS = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
/** A list's item or a heading, which begins a paragraph of its own; other numbers than 1 do so only within a list. */
const BEGINS_ANEW = /^[ \t>]*(?:[-+*][ \t]+\S|1[.)][ \t]+\S|#{1,6}[ \t])/;
const NUMBERED_ITEM = /^[ \t>]*\d{1,9}[.)][ \t]+\S/;
const FENCE = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})(.*)/;
const DELIMITER = /^:?-+:?$/;
/** HTML that goes on to the next empty line or further, none of whose signs mean anything (CommonMark, 4.6). */
const HTML_BLOCK =
  /^[ \t>]{0,3}<(?:[!?]|\/?(?:address|article|aside|blockquote|body|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|iframe|li|link|main|menu|nav|ol|p|pre|script|section|style|summary|table|tbody|td|textarea|tfoot|th|thead|title|tr|track|ul)(?=[\s/>]|$)|\/?[a-z][^<>]*>[ \t]*$)/i;

interface Found {
  readonly at: number;
  readonly by: Entanglement;
  readonly count: number;
}

/** What was counted since the paragraph began. */
interface Paragraph {
  at: number;
  signs: number;
  opened: number;
  letters: number;
  lazy: number;
  /** How many brackets are open, and where an address may begin since the outermost was. */
  brackets: number;
  inBrackets: number;
  /** Columns of a table; 0 outside of one. */
  columns: number;
  inContainer: boolean;
  inNumberedList: boolean;
  isHtml: boolean;
}
const begun = (at: number): Paragraph => ({
  ...{ at, signs: 0, opened: 0, letters: 0, lazy: 0, brackets: 0, inBrackets: 0 },
  ...{ columns: 0, inContainer: false, inNumberedList: false, isHtml: false },
});

const countOf = (line: string, signs: RegExp): number => line.match(signs)?.length ?? 0;
const cellsOf = (line: string): readonly string[] => line.replace(/^[ \t>]*\||\|[ \t]*$/g, "").split("|");
const isDelimiters = (cells: readonly string[]): boolean =>
  cells.every((cell) => DELIMITER.test(cell.trim()));
/** The signs that begin a block of code, or end one; in the first row of a block begun with backticks there are no more. */
function fenceOf(line: string): string {
  const [, marker = "", rest = ""] = FENCE.exec(line) ?? [];
  return marker.startsWith("`") && rest.includes("`") ? "" : marker;
}

function tooMuch(paragraph: Paragraph): Found | null {
  const { at, signs, opened, letters, lazy, inBrackets } = paragraph;
  if (signs > MOST_SIGNS) return { at, by: "signs", count: MOST_SIGNS };
  if (opened * letters > MOST_LOOKED_THROUGH) return { at, by: "opened", count: opened };
  if (inBrackets > MOST_IN_BRACKETS) return { at, by: "in-brackets", count: MOST_IN_BRACKETS };
  if (lazy > MOST_LAZY_LINES) return { at, by: "lazy-lines", count: MOST_LAZY_LINES };
  return null;
}

function countInBrackets(line: string, paragraph: Paragraph): void {
  if (paragraph.brackets === 0 && !line.includes("[")) return;
  for (const [sign] of line.matchAll(IN_BRACKETS)) {
    if (sign === "[") paragraph.brackets += 1;
    else if (sign === "]") paragraph.brackets = Math.max(0, paragraph.brackets - 1);
    else if (paragraph.brackets > 0) paragraph.inBrackets += 1;
    if (paragraph.brackets === 0) paragraph.inBrackets = 0;
    if (paragraph.inBrackets > MOST_IN_BRACKETS) return;
  }
}

/** Adds what a line holds to what was counted of its paragraph, which it may begin. */
function read(line: string, at: number, before: Paragraph): Paragraph {
  const containers = CONTAINERS.test(line);
  const isNumbered =
    NUMBERED_ITEM.test(line) && (before.inNumberedList || before.signs + before.letters === 0);
  const isRow = before.columns > 0;
  const beginsAnew = BEGINS_ANEW.test(line) || isNumbered || isRow;
  const paragraph = beginsAnew ? { ...begun(at), columns: before.columns, lazy: before.lazy } : before;
  if (paragraph.letters === 0) paragraph.isHtml = before.letters === 0 && HTML_BLOCK.test(line);
  paragraph.inNumberedList = before.inNumberedList || isNumbered || /^[ \t>]*1[.)][ \t]/.test(line);
  paragraph.inContainer = before.inContainer || containers;
  if (paragraph.inContainer && !containers && !/^[ \t]/.test(line)) paragraph.lazy += 1;
  paragraph.letters += line.length + 1;
  if (paragraph.isHtml) return paragraph;
  paragraph.signs += countOf(line, SIGNS);
  paragraph.opened += countOf(line, OPENED);
  countInBrackets(line, paragraph);
  return paragraph;
}

function entanglementOf(text: string): Found | null {
  let paragraph = begun(0);
  let fence = "";
  let before = "";
  let absent = 0;
  for (let at = 0, end = 0; at < text.length; at = end + 1) {
    end = text.indexOf("\n", at);
    if (end < 0) end = text.length;
    const line = text.slice(at, end);
    const marker = fenceOf(line);
    if (fence !== "") {
      if (marker.startsWith(fence)) fence = "";
    } else if (marker !== "") {
      fence = marker;
      paragraph = begun(end + 1);
    } else if (/^[ \t>]*$/.test(line)) paragraph = begun(end + 1);
    else {
      paragraph = read(line, at, paragraph);
      const cells = before.includes("|") || paragraph.columns > 0 ? cellsOf(line) : [];
      if (paragraph.columns > 0) absent += Math.max(0, paragraph.columns - cells.length);
      else if (cells.length > 0 && isDelimiters(cells) && cellsOf(before).length === cells.length)
        paragraph.columns = cells.length;
      if (absent > MOST_ABSENT_CELLS) return { at, by: "cells", count: MOST_ABSENT_CELLS };
      const found = tooMuch(paragraph);
      if (found) return found;
    }
    before = line;
  }
  return null;
}

/**
 * @param text Markdown, as the whole file ends with it.
 * @returns Why it is not given to the parser; null where it may be.
 */
export function entangledMarkdown(text: string, whole: string, file: string): Diagnostic | null {
  const found = entanglementOf(text);
  if (!found) return null;
  const { at, ...values } = found;
  const place = placeAt(whole, whole.length - text.length + at);
  return textFault("too-entangled", { file, place }, values);
}
