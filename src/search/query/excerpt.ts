/** A text and a query → the passage with most of the query terms, matched words marked. */
import { wordOf } from "../../arabic/terms/analyse.ts";
import { eachWord } from "../../arabic/terms/tokenise.ts";

/** Pieces in order; joined, they are the passage. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

const WIDTH = 220;

interface Match {
  readonly start: number;
  readonly end: number;
  readonly term: string;
}

function matchesIn(text: string, terms: ReadonlySet<string>): Match[] {
  const matches: Match[] = [];
  eachWord(text, (start, end) => {
    const { term } = wordOf(text.slice(start, end));
    if (term !== "" && terms.has(term)) matches.push({ start, end, term });
  });
  return matches;
}

function cut(text: string, matches: readonly Match[], from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  for (const { start, end } of matches) {
    if (start < from || end > to) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
    pieces.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < to) pieces.push({ text: text.slice(at, to), marked: false });
  return pieces;
}

/** The whole text with its matches marked: for titles. */
export function marked(text: string, terms: ReadonlySet<string>): Piece[] {
  return cut(text, matchesIn(text, terms), 0, text.length);
}

/**
 * At most about 220 characters, cut at words, around the densest matches; the beginning of the text where there are
 * none.
 */
export function excerptOf(source: string, terms: ReadonlySet<string>): Piece[] {
  const text = source.replace(/\s+/gu, " ").trim();
  const matches = matchesIn(text, terms);
  let best = 0;
  let most = 0;
  for (const [i, { start }] of matches.entries()) {
    const seen = new Set<string>();
    for (let j = i; j < matches.length && (matches[j] as Match).end <= start + WIDTH * 0.8; j++)
      seen.add((matches[j] as Match).term);
    if (seen.size > most) {
      most = seen.size;
      best = start;
    }
  }
  let from = best < WIDTH * 0.6 ? 0 : best - 40;
  if (from > 0) from = text.indexOf(" ", from) + 1;
  let to = Math.min(text.length, from + WIDTH);
  if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), from + 1);
  const pieces = cut(text, matches, from, to);
  if (from > 0) pieces.unshift({ text: "… ", marked: false });
  if (to < text.length) pieces.push({ text: " …", marked: false });
  return pieces;
}
