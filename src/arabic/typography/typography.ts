/**
 * Corrects the typography of a paragraph: quotation marks «…» and within them “…”, no space inside them, no space
 * before ، ؛ ؟ : . ! (W3C, Arabic & Persian Layout Requirements; Arabic printing practice). Only spaces and quotation
 * marks change, never a letter, a digit or another sign.
 */
import type { QuotationMark } from "./quotation-marks.ts";
import { pairQuotationMarks } from "./quotation-marks.ts";

/** Replaces the characters from `start` to `end` by `text`. Offsets in UTF-16 units. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const MENDABLE = /["“”„‟＂]|«\s|\s[»،؛؟:.!]/;
const MARK = /["“”„‟＂«»]/;
const ARABIC = /\p{Script=Arabic}/u;
const ARABIC_LETTER = /[\u0620-\u064A\u066E-\u06D3]/;
const WORD = /[\p{L}\p{N}]/u;
const DIGIT = /[0-9\u0660-\u0669]/;
const SPACE = /\s/;
/** Matches from the first space of a run: starting at each space would take quadratic time on long runs. */
const SPACES_BEFORE_SIGN = /(?<!\s)\s+[،؛؟:.!]/g;
const ENDS_SENTENCE = /[\s،؛؟!)\]]/;

const isSpace = (character: string | undefined): boolean => character !== undefined && SPACE.test(character);

/** The end of the run of spaces at `at`, in direction `step`. */
function spacesFrom(text: string, at: number, step: 1 | -1): number {
  let end = at;
  while (isSpace(text[end])) end += step;
  return end;
}

/** Replaces a mark by its glyph, removes the spaces inside it and moves a misplaced space to the other side. */
function setMark(text: string, mark: QuotationMark, edits: Edit[]): void {
  const { at, opens, glyph, misplaced } = mark;
  const outside = misplaced && WORD.test(text[opens ? at - 1 : at + 1] ?? "") ? " " : "";
  const set = opens ? outside + glyph : glyph + outside;
  if (set !== text[at]) edits.push({ start: at, end: at + 1, text: set });
  const edge = opens ? spacesFrom(text, at + 1, 1) : spacesFrom(text, at - 1, -1);
  const [start, end] = opens ? [at + 1, edge] : [edge + 1, at];
  if (start < end) edits.push({ start, end, text: "" });
}

/** What follows a sign: the end of the sentence, a new word, or something to leave alone. */
function follows(text: string, sign: number, opening: ReadonlySet<number>): "end" | "word" | "other" {
  const next = text[sign + 1];
  if (next === undefined) return "end";
  if (MARK.test(next)) return opening.has(sign + 1) ? "word" : "end";
  if (ARABIC_LETTER.test(next)) return "word";
  const surelyArabic = "،؛؟".includes(text[sign] ?? " ");
  if (surelyArabic) return WORD.test(next) ? "word" : "end";
  // `:)`, `.NET`, `.5`, ` ...` keep their space.
  return ENDS_SENTENCE.test(next) && !(text[sign] === ":" && next === ")") ? "end" : "other";
}

/** Removes spaces before a sign; where the sign is joined to the next word (`نعم ،ثم`), the space moves after it. */
function setSign(
  text: string,
  spaces: number,
  sign: number,
  opening: ReadonlySet<number>,
  edits: Edit[],
): void {
  if (spaces === 0) return;
  const after = text[spacesFrom(text, sign + 1, 1)];
  if (DIGIT.test(text[spaces - 1] ?? "") && DIGIT.test(after ?? "")) return;
  const what = follows(text, sign, opening);
  if (what === "other") return;
  edits.push({ start: spaces, end: sign, text: "" });
  if (what === "word") edits.push({ start: sign, end: sign + 1, text: `${text[sign]} ` });
}

/** All edits, in order of position. */
function editsOf(text: string): readonly Edit[] {
  const edits: Edit[] = [];
  const marks = pairQuotationMarks(text) ?? [];
  for (const mark of marks) setMark(text, mark, edits);
  const opening = new Set(marks.filter(({ opens }) => opens).map(({ at }) => at));
  for (const { 0: found, index } of text.matchAll(SPACES_BEFORE_SIGN))
    setSign(text, index, index + found.length - 1, opening, edits);
  return edits.sort((a, b) => a.start - b.start || a.end - b.end);
}

interface Part {
  readonly from: number;
  readonly to: number;
  /** Edits before this one end before the part begins. */
  readonly firstEdit: number;
}

/** A part of the text with the edits applied that begin in it or extend into it. */
function apply(text: string, edits: readonly Edit[], { from, to, firstEdit }: Part): string {
  let result = "";
  let at = from;
  for (let i = firstEdit; i < edits.length; i++) {
    const { start, end, text: instead } = edits[i] as Edit;
    if (start >= to) break;
    if (end <= at) continue;
    result += text.slice(at, Math.max(at, start)) + (start >= from ? instead : "");
    at = Math.min(end, to);
  }
  return result + text.slice(at, to);
}

/** Corrects one paragraph. Returns the same string where nothing is to be corrected or nothing is Arabic. */
export function mendTypography(paragraph: string): string {
  if (!MENDABLE.test(paragraph) || !ARABIC.test(paragraph)) return paragraph;
  const edits = editsOf(paragraph);
  return edits.length === 0
    ? paragraph
    : apply(paragraph, edits, { from: 0, to: paragraph.length, firstEdit: 0 });
}

/**
 * Corrects one paragraph that links and emphasis cut into pieces, as a whole, and returns the same number of pieces in
 * order; the same array where nothing is to be corrected.
 */
export function mendRuns(texts: readonly string[]): readonly string[] {
  const whole = texts.length === 1 ? (texts[0] ?? "") : texts.join("");
  if (!MENDABLE.test(whole) || !ARABIC.test(whole)) return texts;
  const edits = editsOf(whole);
  if (edits.length === 0) return texts;
  let from = 0;
  let firstEdit = 0;
  return texts.map((text) => {
    while (firstEdit < edits.length && (edits[firstEdit] as Edit).end <= from) firstEdit++;
    const piece = apply(whole, edits, { from, to: from + text.length, firstEdit });
    from += text.length;
    return piece;
  });
}
