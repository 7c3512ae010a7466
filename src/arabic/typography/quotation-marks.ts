/**
 * Finds which quotation marks of a paragraph open and which close. Typists use ” and “ and " regardless of direction,
 * so glyphs are ignored, except « and »: marks pair by order, and the spaces beside them must not contradict that.
 * Where they do, or where the count is odd, the paragraph keeps its marks.
 */

/** One mark and its correct glyph. `at` is its offset in UTF-16 units. */
export interface QuotationMark {
  readonly at: number;
  readonly opens: boolean;
  readonly glyph: "«" | "»" | "“" | "”";
  /** A space is on the wrong side of it: `قال" نعم"`. */
  readonly misplaced: boolean;
}
interface Turn {
  readonly at: number;
  readonly opens: boolean;
  /** 0 for the outermost quotation of its group. */
  readonly depth: number;
}
type Leaning = "opens" | "closes" | "either";

const ANY_MARKS = /["“”„‟＂«»]/g;
const ROWS_OF_MARKS = /["“”„‟＂«»]+/g;
const WORD = /[\p{L}\p{N}\p{M}%$€£]/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const LETTER = /\p{L}/u;
/** Includes tatweel, and signs shared with other scripts. */
const ARABIC = /\p{Script_Extensions=Arabic}/u;
const DIGIT = /[0-9\u0660-\u0669]/;
/** One-letter words joined to what follows, a quotation too: و«داعش». */
const PROCLITIC = "وفبلك";

const isWord = (text: string, at: number): boolean => WORD.test(text[at] ?? "");

/** What the characters on both sides of a run of marks suggest; the run ends before `end`. */
function leaningOfRow(text: string, start: number, end: number): Leaning {
  const left = start - 1;
  const joinsWhatFollows = PROCLITIC.includes(text[left] ?? " ") && !isWord(text, left - 1);
  const wordBefore = isWord(text, left) && !joinsWhatFollows;
  const wordAfter = isWord(text, end);
  if (wordBefore === wordAfter) return "either";
  return wordAfter ? "opens" : "closes";
}

/** A paragraph, and what the characters beside each mark suggest: the same for all marks of one run. */
interface Paragraph {
  readonly text: string;
  readonly leaningOf: (at: number) => Leaning;
}
function leaningsIn(text: string): ReadonlyMap<number, Leaning> {
  const leanings = new Map<number, Leaning>();
  for (const { 0: row, index } of text.matchAll(ROWS_OF_MARKS)) {
    const leaning = leaningOfRow(text, index, index + row.length);
    for (let i = 0; i < row.length; i++) leanings.set(index + i, leaning);
  }
  return leanings;
}
function paragraphOf(text: string): Paragraph {
  let leanings: ReadonlyMap<number, Leaning> | undefined;
  return {
    text,
    leaningOf: (at) => {
      leanings ??= leaningsIn(text);
      return leanings.get(at) ?? "either";
    },
  };
}

/** Inches, not a quotation: `شاشة 15"`. Checked only where no quotation is open. */
const isInch = (text: string, at: number): boolean => DIGIT.test(text[at - 1] ?? "") && !isWord(text, at + 1);

const contradicts = ({ leaningOf }: Paragraph, { at, opens }: Turn): boolean =>
  leaningOf(at) === (opens ? "closes" : "opens");

/** Alternates opening and closing, without marks of inches; null where one stays open. */
function inTurn(text: string, places: readonly number[]): Turn[] | null {
  const turns: Turn[] = [];
  for (const at of places) {
    const opens = turns.length % 2 === 0;
    if (!opens || !isInch(text, at)) turns.push({ at, opens, depth: 0 });
  }
  return turns.length % 2 === 0 ? turns : null;
}

/** Nests quotations as the spaces suggest; null where they do not balance. */
function nested({ text, leaningOf }: Paragraph, places: readonly number[]): Turn[] | null {
  const turns: Turn[] = [];
  let depth = 0;
  for (const at of places) {
    const leaning = leaningOf(at);
    if (depth === 0 && isInch(text, at)) continue;
    const opens = leaning === "opens" || (leaning === "either" && depth === 0);
    if (!opens && depth === 0) return null;
    turns.push({ at, opens, depth: opens ? depth : depth - 1 });
    depth += opens ? 1 : -1;
    if (depth > 2) return null;
  }
  return depth === 0 ? turns : null;
}

/** Whether one of the quotations holds no word. */
const isHollow = (text: string, turns: readonly Turn[]): boolean =>
  turns.some(({ at, opens }, i) => {
    const next = turns[i + 1];
    return opens && next?.opens === false && !LETTER_OR_DIGIT.test(text.slice(at + 1, next.at));
  });

/** Whether the spaces contradict both marks of some quotation: the pairing is off by one. */
const isOffByOne = (paragraph: Paragraph, turns: readonly Turn[]): boolean =>
  turns.some((turn, i) => {
    const next = turns[i + 1];
    return turn.opens && next !== undefined && contradicts(paragraph, turn) && contradicts(paragraph, next);
  });

/**
 * Pairs alternately if no space contradicts it, else nested if that balances, else alternately after all if that is
 * possible.
 */
function pairUp(paragraph: Paragraph, places: readonly number[]): readonly Turn[] | null {
  if (places.length === 0) return [];
  const { text } = paragraph;
  const turns = inTurn(text, places);
  if (turns !== null && !turns.some((turn) => contradicts(paragraph, turn)))
    return isHollow(text, turns) ? null : turns;
  const within = nested(paragraph, places);
  if (within !== null) return isHollow(text, within) ? null : within;
  return turns === null || isOffByOne(paragraph, turns) || isHollow(text, turns) ? null : turns;
}

interface Groups {
  /** Offsets of « and », alternating. */
  readonly edges: readonly number[];
  readonly outside: readonly number[];
  /** Marks between the first « and », the second, and so on. */
  readonly inside: readonly (readonly number[])[];
}

/** Groups the marks by the « » that are already in place; null where those are not balanced. */
function groupsOf(text: string): Groups | null {
  const edges: number[] = [];
  const outside: number[] = [];
  const inside: number[][] = [];
  for (const { 0: mark, index } of text.matchAll(ANY_MARKS)) {
    const within = edges.length % 2 === 1;
    if (mark !== "«" && mark !== "»") (within ? inside.at(-1) : outside)?.push(index);
    else if ((mark === "»") !== within) return null;
    else if (edges.push(index) % 2 === 1) inside.push([]);
  }
  return edges.length % 2 === 0 ? { edges, outside, inside } : null;
}

/** The nearest letter from `at` on, in direction `step`. */
function nearestLetter(text: string, at: number, step: 1 | -1): string | undefined {
  let next = at;
  while (next >= 0 && next < text.length && !LETTER.test(text[next] as string)) next += step;
  return text[next];
}

const isForeignLetter = (letter: string | undefined): boolean => letter !== undefined && !ARABIC.test(letter);

/**
 * Leaves out the marks of words in another script quoted within a sentence of that script: He said: "Cinema is memory."
 * @param turns In order of position.
 */
function withoutForeign(text: string, turns: readonly Turn[]): readonly Turn[] {
  const foreign = new Set<Turn>();
  const open: (Turn | undefined)[] = [];
  const before = new Map<Turn, string | undefined>();
  let letter: string | undefined;
  let from = 0;
  for (const turn of turns) {
    const between = text.slice(from, turn.at);
    letter = nearestLetter(between, between.length - 1, -1) ?? letter;
    from = turn.at + 1;
    before.set(turn, letter);
    const opening = open[turn.depth];
    open[turn.depth] = turn.opens ? turn : undefined;
    if (!opening || turn.opens) continue;
    const quoted = text.slice(opening.at + 1, turn.at);
    if (!LETTER.test(quoted) || ARABIC.test(quoted)) continue;
    if (isForeignLetter(before.get(opening) ?? nearestLetter(text, turn.at + 1, 1)))
      foreign.add(opening).add(turn);
  }
  return foreign.size === 0 ? turns : turns.filter((turn) => !foreign.has(turn));
}

/** How many of these quotations are open at each position. @param places Ascending, as `turns` are. */
function depthsAt(turns: readonly Turn[], places: readonly number[]): readonly number[] {
  let [depth, i] = [0, 0];
  return places.map((place) => {
    for (let turn = turns[i]; turn && turn.at <= place; turn = turns[++i]) depth += turn.opens ? 1 : -1;
    return depth;
  });
}

/**
 * The quotation marks of one paragraph, in order, with their correct glyphs: «…», within them “…”. Null where they do
 * not pair; signs of inches and the marks of foreign quotations are left out.
 */
export function pairQuotationMarks(text: string): readonly QuotationMark[] | null {
  const groups = groupsOf(text);
  if (groups === null) return null;
  const paragraph = paragraphOf(text);
  const outer = pairUp(paragraph, groups.outside);
  if (outer === null) return null;
  const depths = depthsAt(outer, groups.edges);
  const turns: Turn[] = [...outer];
  for (const [i, places] of groups.inside.entries()) {
    const [open = 0, close = 0] = groups.edges.slice(2 * i, 2 * i + 2);
    const [depth = 0, depthAtEnd = 0] = depths.slice(2 * i, 2 * i + 2);
    const inner = pairUp(paragraph, places);
    if (inner === null || depth !== depthAtEnd) return null;
    turns.push({ at: open, opens: true, depth }, { at: close, opens: false, depth });
    for (const turn of inner) turns.push({ ...turn, depth: turn.depth + depth + 1 });
  }
  if (turns.some(({ depth }) => depth > 1)) return null;
  const trusted = new Set(groups.edges);
  return withoutForeign(
    text,
    turns.sort((a, b) => a.at - b.at),
  ).map((turn) => ({
    at: turn.at,
    opens: turn.opens,
    glyph: turn.depth === 0 ? (turn.opens ? "«" : "»") : turn.opens ? "“" : "”",
    // A « that becomes “ is treated as any other mark when the paragraph is corrected again.
    misplaced: (turn.depth > 0 || !trusted.has(turn.at)) && contradicts(paragraph, turn),
  }));
}
