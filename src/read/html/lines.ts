/** A saved page's markup → the lines that a reader sees in it, and the things apart that stand in one of them. */
import type { ElementContent } from "hast";
import { plainOf } from "../finish.ts";
import { emptyRead, isProse, type PageRead, rowOf, takeCredits } from "../lines/line.ts";
import { printedDate } from "../lines/printed-date.ts";

/** Side by side, these are boxes of a row; other inline elements emphasise words of one text. */
const BOX = /^(?:a|span|time|abbr|bdi|label|li)$/;
/** Says what stands in the next box: `كتب:`, `بقلم`. */
const LABEL = /(?:[:：]|^(?:بقلم|بواسطة|كتبت?|by))$/iu;
/** Between things that surely stand apart in one line. */
export const BETWEEN = /\s*[|•·]\s*/u;
/** Nothing, or a sign between two boxes. */
const BLANK = /^[\s|•·/\\،,–—-]*$/u;
/** What `rowOf` cuts a row at. */
const GAP = "   ";

/** More words are no name. */
const NAME_WORDS = 4;

const isBox = (node: ElementContent | undefined): boolean =>
  node?.type === "element" && BOX.test(node.tagName);

/** Inline content cut at every `<br>`, however deep it stands: what is around it stands around each line. */
export function cutAtBreaks(nodes: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === "element" && node.tagName === "br") lines.push([]);
    else if (node.type !== "element") lines.at(-1)?.push(node);
    else {
      const [first = [], ...more] = cutAtBreaks(node.children);
      lines.at(-1)?.push(more.length === 0 ? node : { ...node, children: first });
      for (const children of more) lines.push([{ ...node, children }]);
    }
  }
  return lines;
}

/**
 * `<span>كتب: فلان</span><span>14 فبراير 2014</span>` → its two texts. Words beside a box belong to it, a label to the box
 * after it, and a date whose day, month and year have a box each is one text.
 */
export function partsOf(line: readonly ElementContent[]): readonly string[] {
  const parts: string[] = [];
  let before: ElementContent | undefined;
  for (const node of line) {
    if (node.type === "text" && BLANK.test(node.value) && isBox(before)) continue;
    const [first = "", ...more] =
      node.type === "element" ? partsOf(node.children) : [node.type === "text" ? node.value : ""];
    const last = parts.at(-1);
    const isApart = last === undefined || (isBox(before) && isBox(node) && !LABEL.test(last.trim()));
    if (isApart) parts.push(first);
    else parts[parts.length - 1] = isBox(before) && isBox(node) ? `${last} ${first}` : last + first;
    for (const added of more) parts.push(added);
    before = node;
  }
  const texts = parts.map((part) => part.replace(/\s+/g, " ").trim()).filter((part) => part !== "");
  const whole = texts.join(" ");
  return texts.length > 1 && printedDate(whole) ? [whole] : texts;
}

/** The text of a block; where a date stands in it in a box of its own, with a gap between it and what is beside it. */
export function rowText(block: Extract<ElementContent, { type: "element" }>): string {
  const plain = plainOf(block);
  if (plain.length > 150 || plain.includes("\n")) return plain;
  const parts = partsOf(block.children);
  return parts.length > 1 && parts.some(printedDate) ? parts.join(GAP) : plain;
}

/** `كتبها فلان الفلاني`, as Joomla writes: a verse may begin so, but never a line between headline and text. */
const WRITTEN_BY = /^كتب(?:ه|ها)\s+:?\s*(?=\p{L})/u;

function takeWritten(line: string, read: PageRead): boolean {
  if (!WRITTEN_BY.test(line) || rowOf(line)) return false;
  const said = emptyRead();
  takeCredits(line.replace(WRITTEN_BY, "بقلم: "), said);
  if (said.authors.length === 0 || said.authors.some((name) => name.split(" ").length > NAME_WORDS))
    return false;
  for (const added of said.authors.filter((name) => !read.authors.includes(name))) read.authors.push(added);
  read.removed.push({ why: "byline", text: line });
  return true;
}

/** What a line between the headline and the text says: as a row, else part by part. It is noted where it says anything. */
export function takeParts(parts: readonly string[], read: PageRead): void {
  const row = parts.join(GAP);
  if (parts.length > 1 && isProse(parts.join(" "))) return;
  const lines = parts.length > 1 && rowOf(row) ? [row] : parts;
  for (const line of lines)
    for (const one of rowOf(line) ? [line] : line.split(BETWEEN))
      takeWritten(one, read) || takeCredits(one, read);
}
