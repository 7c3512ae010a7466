/**
 * Display mending (W3C, Arabic & Persian Layout Requirements; Arabic printing practice): quotation marks become «…»,
 * within them “…”, spaces before ، ؛ ؟ . : go. Words are never touched: no letter or digit is added, dropped or altered.
 *
 * A raw page uses ” and “ without regard to direction, so the glyph says nothing. Marks are paired by alternation within
 * a paragraph; where their count is odd, or where a pairing would open a quotation before a space and close it before a
 * word throughout, the paragraph keeps the marks it has.
 */
const MENDABLE = /["“”„‟«»]|[ \u00a0][،؛؟.:!]/;
const MARK = /["“”„‟]/g;
const ANY_MARK = /["“”„‟«»]/g;
/** Spaces before a mark that closes; a full stop that opens a number (.5) or an ellipsis keeps its space. */
const SPACE_BEFORE = /(?<=\S)[ \u00a0]+(?=[،؛؟](?:\s|$|\S)|[.:!](?:\s|$|[»”"“)\]]))/g;

const isSpace = (text: string, at: number): boolean => {
  const character = text[at];
  return character === undefined || /[\s\u00a0]/.test(character);
};

/** A sign of inches or a stray within a Latin run or number (`5"`) is no quotation mark. */
const isInch = (text: string, at: number): boolean =>
  text[at] === '"' && /[0-9٠-٩]/.test(text[at - 1] ?? "") && isSpace(text, at + 1);

interface Mark {
  readonly at: number;
  readonly opens: boolean;
}

/** The marks of a paragraph, opening and closing in turn, or null where they do not pair. */
function pairs(text: string): Mark[] | null {
  const marks: Mark[] = [];
  for (const { index: at } of text.matchAll(MARK)) marks.push({ at, opens: marks.length % 2 === 0 });
  if (marks.length === 0) return marks;
  if (marks.length % 2 === 1) {
    const inches = marks.filter(({ at }) => isInch(text, at));
    if (inches.length !== 1) return null;
    const rest = marks.filter(({ at }) => !isInch(text, at));
    return rest.map(({ at }, i) => ({ at, opens: i % 2 === 0 }));
  }
  return marks;
}

/** A pair must hold something, and must not sit the wrong way round: `كلمة” كلمة “كلمة` is a pairing off by one. */
function isPlausible(text: string, marks: readonly Mark[]): boolean {
  let wrong = 0;
  for (let i = 0; i + 1 < marks.length; i += 2) {
    const open = (marks[i] as Mark).at;
    const close = (marks[i + 1] as Mark).at;
    if (text.slice(open + 1, close).trim() === "") return false;
    const glued = !isSpace(text, open - 1) && isSpace(text, open + 1);
    const loose =
      isSpace(text, close - 1) && !isSpace(text, close + 1) && !/[\p{P}]/u.test(text[close + 1] ?? " ");
    if (glued && loose) wrong += 1;
  }
  return wrong === 0;
}

/** Whether «…» already stands around a position: then marks within are “…”. */
function depthsOf(text: string): (at: number) => boolean {
  const edges = [...text.matchAll(/[«»]/g)].map(({ index, 0: mark }) => ({
    index,
    step: mark === "«" ? 1 : -1,
  }));
  if (edges.length === 0) return () => false;
  return (at) => edges.filter(({ index }) => index < at).reduce((sum, { step }) => sum + step, 0) > 0;
}

/**
 * The paragraph as it is set. Pieces of text in a row (a paragraph cut by links and emphasis) are mended as one and
 * given back as pieces.
 */
export function mendRuns(texts: readonly string[]): readonly string[] {
  const whole = texts.join("");
  if (!MENDABLE.test(whole)) return texts;
  const replaced = new Map<number, string>();
  const dropped = new Set<number>();
  const dropSpaces = (from: number, step: 1 | -1): void => {
    for (let at = from; at >= 0 && at < whole.length && /[ \u00a0]/.test(whole[at] as string); at += step)
      dropped.add(at);
  };
  const marks = pairs(whole);
  if (marks && marks.length > 0 && isPlausible(whole, marks)) {
    const within = depthsOf(whole);
    for (const { at, opens } of marks) {
      const inner = within(at);
      replaced.set(at, opens ? (inner ? "“" : "«") : inner ? "”" : "»");
      if (opens) dropSpaces(at + 1, 1);
      else dropSpaces(at - 1, -1);
    }
  }
  for (const match of whole.matchAll(ANY_MARK)) {
    const { index } = match;
    if (match[0] === "«") dropSpaces(index + 1, 1);
    else if (match[0] === "»") dropSpaces(index - 1, -1);
  }
  for (const { index, 0: spaces } of whole.matchAll(SPACE_BEFORE))
    for (let i = 0; i < spaces.length; i++) dropped.add(index + i);
  if (replaced.size === 0 && dropped.size === 0) return texts;
  return rebuild(texts, replaced, dropped);
}

function rebuild(
  texts: readonly string[],
  replaced: ReadonlyMap<number, string>,
  dropped: ReadonlySet<number>,
): string[] {
  let at = 0;
  return texts.map((text) => {
    let made = "";
    for (let i = 0; i < text.length; i++, at++) {
      if (dropped.has(at)) continue;
      made += replaced.get(at) ?? text[i];
    }
    return made;
  });
}

/** One paragraph. Returns the same string where there is nothing to mend. */
export const mendTypography = (paragraph: string): string =>
  MENDABLE.test(paragraph) ? (mendRuns([paragraph])[0] as string) : paragraph;
