/**
 * Articles in order of time → runs: periods that are numbered and indexed separately, so that an edit affects one of
 * them only. The borders follow the calendar. The newest hundred or so articles are the open run, in a file of their
 * own: a new article rewrites only that and the last file of records.
 */
import { termHash } from "../arabic/terms/term-hash.ts";
import type { Archive } from "../model/archive.ts";
import type { Card } from "../model/article.ts";

/** The open run holds between half and one and a half times this many articles, plus the rest of a day. */
const STEP = 128;
/** A year with more articles is cut into parts of equal months that hold no more than this on average. */
const MOST = 6000;

export interface ArticleRun {
  readonly cards: readonly Card[];
  /** `2018-3`: the year and its part; `undated`; `open`. */
  readonly name: string;
  readonly year: number | null;
  /** Differs with the numbering. */
  readonly stamp: number;
}
export interface Runs {
  /** Undated articles first, then oldest first. */
  readonly closed: readonly ArticleRun[];
  readonly open: ArticleRun;
}

/** A run is inverted and its postings are stored in pieces of at least LEAST_OF_PIECE articles, some 768 on average. */
const LEAST_OF_PIECE = 512;
const MEAN_MORE = 256;

/**
 * Cuts a run into pieces, so that an edit re-inverts one of them. A piece ends at an article chosen by a hash of its
 * id, so an added or removed article moves only the cuts beside it. The cuts do not affect the files.
 */
export function piecesOf({ cards }: Pick<ArticleRun, "cards">): readonly (readonly Card[])[] {
  const pieces: (readonly Card[])[] = [];
  let from = 0;
  cards.forEach(({ id }, i) => {
    const isLast = i === cards.length - 1;
    if (!isLast && (i + 1 - from < LEAST_OF_PIECE || termHash(id) % MEAN_MORE !== 0)) return;
    pieces.push(cards.slice(from, i + 1));
    from = i + 1;
  });
  return pieces;
}

const runOf = (name: string, year: number | null, cards: readonly Card[]): ArticleRun => ({
  ...{ name, year, cards },
  stamp: termHash(cards.map(({ url }) => url).join("\n")) >>> 4,
});

/** Months per part: 12 for a year that is not large, down to 1. */
function monthsOfPart(count: number): number {
  for (const months of [12, 6, 3, 2]) if ((count * months) / 12 <= MOST) return months;
  return 1;
}

const yearOf = (card: Card): number => Number(card.published?.slice(0, 4));
const monthOf = (card: Card): number => Number(card.published?.slice(5, 7));

function closedRuns(dated: readonly Card[]): ArticleRun[] {
  const years = new Map<number, Card[]>();
  for (const card of dated) {
    const year = yearOf(card);
    const list = years.get(year);
    if (list) list.push(card);
    else years.set(year, [card]);
  }
  return [...years].flatMap(([year, cards]) => {
    const months = monthsOfPart(cards.length);
    const parts = new Map<number, Card[]>();
    for (const card of cards) {
      const part = Math.ceil(monthOf(card) / months);
      const list = parts.get(part);
      if (list) list.push(card);
      else parts.set(part, [card]);
    }
    return [...parts].map(([part, list]) => runOf(`${year}-${part}`, year, list));
  });
}

/** The open run never spans two years, so that a run has one year. */
export function runsOf({ dated, undated }: Pick<Archive, "dated" | "undated">): Runs {
  const border = dated[Math.max(0, Math.floor(dated.length / STEP) * STEP - STEP / 2)];
  const last = dated.at(-1);
  const day = border?.published ?? "";
  const newest = last ? yearOf(last) : 0;
  const isOpen = (card: Card): boolean => (card.published ?? "") >= day && yearOf(card) === newest;
  const firstOpen = dated.findIndex(isOpen);
  const cut = firstOpen < 0 ? dated.length : firstOpen;
  const closed = closedRuns(dated.slice(0, cut));
  return {
    closed: undated.length > 0 ? [runOf("undated", null, undated), ...closed] : closed,
    open: runOf("open", last ? newest : null, dated.slice(cut)),
  };
}

/** Shards of the closed runs, as a power of two near 6.5 √n: files grow in number and in size alike. */
export const shardBitsFor = (articles: number): number =>
  Math.max(0, Math.round(Math.log2(6.5 * Math.sqrt(Math.max(1, articles)))));
