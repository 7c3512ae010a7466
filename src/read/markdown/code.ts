/** Where code stands in Markdown, in which a `<` means nothing (CommonMark, 4.5 Fenced code blocks and 6.1 Code spans). */

const RUN = /`+|~{3,}|\\[`<]/g;
const BEFORE_FENCE = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*$/;
const BLANK_LINE = /\n[ \t>]*(?=\n)/g;

interface Run {
  readonly index: number;
  readonly sign: string;
}
interface Span {
  readonly from: number;
  readonly to: number;
}

export class CodeSkipper {
  readonly #text: string;
  readonly #spans: readonly Span[];
  #fence: { readonly sign: string; readonly offset: number } | null = null;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#spans = this.#spansIn([...text.matchAll(RUN)].map(({ index, 0: sign }) => ({ index, sign })));
  }

  /** The end of the code that a place stands in; the place itself where it stands in none. Asked of places in order. @param isInHtml Whether a place stands in a block of HTML, where a backtick means nothing. */
  pastCode(place: number, isInHtml: (place: number) => boolean): number {
    let span = this.#spans[this.#at];
    while (span && span.to <= place) {
      this.#at += 1;
      span = this.#spans[this.#at];
    }
    if (!span || span.from > place) return place;
    return isInHtml(span.from) ? place : span.to;
  }

  /** A fence that is opened and never closed, with text below it. */
  openFence(): { readonly sign: string; readonly offset: number } | null {
    return this.#fence;
  }

  #spansIn(runs: readonly Run[]): readonly Span[] {
    const spans: Span[] = [];
    const nextOf = nextOfLength(runs);
    const blanks = [...this.#text.matchAll(BLANK_LINE)].map(({ index }) => index);
    let blank = 0;
    for (let i = 0; i < runs.length; i++) {
      const { index, sign } = runs[i] as Run;
      if (sign[0] === "\\") {
        spans.push({ from: index, to: index + 2 });
        continue;
      }
      while ((blanks[blank] ?? Number.POSITIVE_INFINITY) < index) blank += 1;
      if (sign.length >= 3 && this.#opensFence(index, sign)) {
        const close = this.#fenceEnd(runs, i);
        spans.push({ from: index, to: close?.to ?? this.#text.length });
        if (!close) {
          if (/\S/.test(this.#text.slice(this.#lineEnd(index)))) this.#fence = { sign, offset: index };
          return spans;
        }
        i = close.run;
        continue;
      }
      const close = sign[0] === "`" ? nextOf[i] : undefined;
      const run = close === undefined ? undefined : runs[close];
      if (close === undefined || !run || run.index > (blanks[blank] ?? Number.POSITIVE_INFINITY)) continue;
      spans.push({ from: index, to: run.index + sign.length });
      i = close;
    }
    return spans;
  }

  #lineEnd(index: number): number {
    const end = this.#text.indexOf("\n", index);
    return end < 0 ? this.#text.length : end;
  }
  #lineBegin = (index: number): number => this.#text.lastIndexOf("\n", index - 1) + 1;

  /** Nothing but marks of lists and quotations stands before it, and no backtick behind one of backticks. */
  #opensFence(index: number, sign: string): boolean {
    const begin = this.#lineBegin(index);
    if (index - begin > 40 || !BEFORE_FENCE.test(this.#text.slice(begin, index))) return false;
    return sign[0] === "~" || !this.#text.slice(index + sign.length, this.#lineEnd(index)).includes("`");
  }

  #fenceEnd(runs: readonly Run[], open: number): { readonly run: number; readonly to: number } | null {
    const { sign } = runs[open] as Run;
    for (let i = open + 1; i < runs.length; i++) {
      const run = runs[i] as Run;
      if (run.sign[0] !== sign[0] || run.sign.length < sign.length) continue;
      const begin = this.#lineBegin(run.index);
      const before = this.#text.slice(Math.max(begin, run.index - 40), run.index);
      const behind = this.#text.slice(run.index + run.sign.length, this.#lineEnd(run.index));
      if (/^[ \t>]*$/.test(before) && run.index - begin <= 40 && behind.trim() === "")
        return { run: i, to: run.index + run.sign.length };
    }
    return null;
  }
}

/** For each run of backticks the next one of the same length. */
function nextOfLength(runs: readonly Run[]): readonly (number | undefined)[] {
  const next: (number | undefined)[] = new Array(runs.length).fill(undefined);
  const last = new Map<number, number>();
  for (let i = runs.length - 1; i >= 0; i--) {
    const { sign } = runs[i] as Run;
    if (sign[0] !== "`") continue;
    next[i] = last.get(sign.length);
    last.set(sign.length, i);
  }
  return next;
}
