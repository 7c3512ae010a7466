/**
 * Which quotation marks of a paragraph open and which close. Typists take ” and “ and " without regard to direction, so
 * the glyph says nothing: marks pair by their order, and the spaces beside them must not speak against it. Where they
 * do, or where the count is odd, nothing is said and the paragraph keeps the marks it has. Only « and » are believed.
 */

/** One mark as it is to be set. `at` is its offset in UTF-16 units. */
export interface QuotationMark {
  readonly at: number;
  readonly opens: boolean;
  readonly glyph: "«" | "»" | "“" | "”";
  /** The writer's space stands on the wrong side of it: `قال" نعم"`. */
  readonly misplaced: boolean;
}
interface Turn {
  readonly at: number;
  readonly opens: boolean;
  /** 0 for the outermost quotation of its group. */
  readonly depth: number;
}
type Leaning = "opens" | "closes" | "either";

const ANY_MARK = /["“”„‟＂«»]/;
const ANY_MARKS = new RegExp(ANY_MARK, "g");
const WORD = /[\p{L}\p{N}\p{M}%$€£]/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const LETTER = /\p{L}/u;
/** With the tatweel, and the signs that other scripts have too. */
const ARABIC = /\p{Script_Extensions=Arabic}/u;
const DIGIT = /[0-9\u0660-\u0669]/;
/** Words of one letter that are written together with what follows, a quotation too: و«داعش». */
const PROCLITIC = "وفبلك";

const isWord = (text: string, at: number): boolean => WORD.test(text[at] ?? "");

/** The nearest place, going by `step`, that is no quotation mark. */
function beside(text: string, at: number, step: 1 | -1): number {
  let next = at + step;
  while (ANY_MARK.test(text[next] ?? "")) next += step;
  return next;
}

/** What the characters on both sides of a mark suggest. */
function leaningOf(text: string, at: number): Leaning {
  const left = beside(text, at, -1);
  const joinsWhatFollows = PROCLITIC.includes(text[left] ?? " ") && !isWord(text, left - 1);
  const wordBefore = isWord(text, left) && !joinsWhatFollows;
  const wordAfter = isWord(text, beside(text, at, 1));
  if (wordBefore === wordAfter) return "either";
  return wordAfter ? "opens" : "closes";
}

/** Inches, not a quotation: `شاشة 15"`. Asked only where no quotation is open. */
const isInch = (text: string, at: number): boolean => DIGIT.test(text[at - 1] ?? "") && !isWord(text, at + 1);

const contradicts = (text: string, { at, opens }: Turn): boolean =>
  leaningOf(text, at) === (opens ? "closes" : "opens");

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

/** Opening and closing in turn, marks of inches left out; null where one stays open. */
function inTurn(text: string, places: readonly number[]): Turn[] | null {
  const turns: Turn[] = [];
  for (const at of places) {
    const opens = turns.length % 2 === 0;
    if (!opens || !isInch(text, at)) turns.push({ at, opens, depth: 0 });
  }
  return turns.length % 2 === 0 ? turns : null;
}

/** A quotation within a quotation, as the spaces say; null where they do not come out even. */
function nested(text: string, places: readonly number[]): Turn[] | null {
  const turns: Turn[] = [];
  let depth = 0;
  for (const at of places) {
    const leaning = leaningOf(text, at);
    if (depth === 0 && isInch(text, at)) continue;
    const opens = leaning === "opens" || (leaning === "either" && depth === 0);
    if (!opens && depth === 0) return null;
    turns.push({ at, opens, depth: opens ? depth : depth - 1 });
    depth += opens ? 1 : -1;
    if (depth > 2) return null;
  }
  return depth === 0 ? turns : null;
}

/** A quotation with no word in it is none. */
const isHollow = (text: string, turns: readonly Turn[]): boolean =>
  turns.some(({ at, opens }, i) => {
    const next = turns[i + 1];
    return opens && next?.opens === false && !LETTER_OR_DIGIT.test(text.slice(at + 1, next.at));
  });

/** Whether in some quotation the spaces speak against both of its marks: the pairing is off by one. */
const isOffByOne = (text: string, turns: readonly Turn[]): boolean =>
  turns.some((turn, i) => {
    const next = turns[i + 1];
    return turn.opens && next !== undefined && contradicts(text, turn) && contradicts(text, next);
  });

/** In turn if nothing speaks against it, else nested if that comes out even, else in turn all the same if it may be. */
function pairUp(text: string, places: readonly number[]): readonly Turn[] | null {
  if (places.length === 0) return [];
  const turns = inTurn(text, places);
  if (turns !== null && !turns.some((turn) => contradicts(text, turn)))
    return isHollow(text, turns) ? null : turns;
  const within = nested(text, places);
  if (within !== null) return isHollow(text, within) ? null : within;
  return turns === null || isOffByOne(text, turns) || isHollow(text, turns) ? null : turns;
}

interface Groups {
  /** Offsets of « and » in turn. */
  readonly edges: readonly number[];
  readonly outside: readonly number[];
  /** Marks between the first « and », the second, and so on. */
  readonly inside: readonly (readonly number[])[];
}

/** The marks parted by the « » that stand already; null where those are not balanced. */
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

/** The nearest letter, going by `step`. */
function letterBeside(text: string, at: number, step: 1 | -1): string | undefined {
  let next = at + step;
  while (next >= 0 && next < text.length && !LETTER.test(text[next] as string)) next += step;
  return text[next];
}

/** Words of another script quoted within a sentence of that script: He said: "Cinema is memory." Its marks are its own. */
function isForeign(text: string, open: number, close: number): boolean {
  const quoted = text.slice(open + 1, close);
  const outside = letterBeside(text, open, -1) ?? letterBeside(text, close, 1);
  return LETTER.test(quoted) && !ARABIC.test(quoted) && outside !== undefined && !ARABIC.test(outside);
}

/** Without the marks of foreign quotations. @param turns In order of place. */
function withoutForeign(text: string, turns: readonly Turn[]): readonly Turn[] {
  const foreign = new Set<Turn>();
  turns.forEach((turn, i) => {
    const close = turn.opens && turns.slice(i + 1).find(({ depth }) => depth === turn.depth);
    if (close && isForeign(text, turn.at, close.at)) foreign.add(turn).add(close);
  });
  return foreign.size === 0 ? turns : turns.filter((turn) => !foreign.has(turn));
}

/** How many of these quotations are open at a place. */
const depthAt = (turns: readonly Turn[], place: number): number =>
  sum(turns.map(({ at, opens }) => (at > place ? 0 : opens ? 1 : -1)));

/**
 * The quotation marks of one paragraph, in order, as they are to be set: «…», within them “…”. Null where they do not
 * pair; marks that are none (inches), and those of another script's own quotations, are left out.
 */
export function pairQuotationMarks(text: string): readonly QuotationMark[] | null {
  const groups = groupsOf(text);
  if (groups === null) return null;
  const outer = pairUp(text, groups.outside);
  if (outer === null) return null;
  const turns: Turn[] = [...outer];
  for (const [i, places] of groups.inside.entries()) {
    const [open = 0, close = 0] = groups.edges.slice(2 * i, 2 * i + 2);
    const depth = depthAt(outer, open);
    const inner = pairUp(text, places);
    if (inner === null || depth !== depthAt(outer, close)) return null;
    turns.push({ at: open, opens: true, depth }, { at: close, opens: false, depth });
    turns.push(...inner.map((turn) => ({ ...turn, depth: turn.depth + depth + 1 })));
  }
  if (turns.some(({ depth }) => depth > 1)) return null;
  const believed = new Set(groups.edges);
  return withoutForeign(
    text,
    turns.sort((a, b) => a.at - b.at),
  ).map((turn) => ({
    at: turn.at,
    opens: turn.opens,
    glyph: turn.depth === 0 ? (turn.opens ? "«" : "»") : turn.opens ? "“" : "”",
    // A « that becomes “ is as any other mark to whoever mends the paragraph again.
    misplaced: (turn.depth > 0 || !believed.has(turn.at)) && contradicts(text, turn),
  }));
}
