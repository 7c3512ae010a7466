/**
 * A source's text and its parse → where each of its words went: to the article's page, to its headline and other keys, or
 * to the removed text. The words of the source are found without the parser that is being checked (`source-words.ts`).
 */
import type { Body, Metadata, Parsed, Removed } from "../model/article.ts";
import { type SourceKind, sourceWords, statedWords, wordsIn } from "./source-words.ts";

export interface WordsOfSource {
  readonly total: number;
  readonly inText: number;
  /** Used as headline, section, author, source or date. */
  readonly inKeys: number;
  readonly setAside: Partial<Readonly<Record<Removed["why"], number>>>;
  /** Words found nowhere, each as often as it is missing, in the order of the source. */
  readonly lost: readonly string[];
}
export interface WordsOfFile extends WordsOfSource {
  /** Its name in diagnostics. */
  readonly file: string;
}
export interface ReadSource {
  /** Decoded: composed, lines ended by `\n`. */
  readonly text: string;
  readonly kind: SourceKind;
  readonly parsed: Parsed;
  readonly body: Body;
}

/** A tag as our own serialiser writes it: attributes in double quotes, without < or > in their values. */
const TAG = /<[^<>]*>/g;
const SHOWN_ATTRIBUTES = /\s(?:alt|title)="[^"]*"/g;
const VALUE = /="([^"]*)"/g;

type Counts = Map<string, number>;
function countIn(counts: Counts, words: readonly string[]): Counts {
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
/** A word split by emphasis is one in the page and two in the source, or the other way round: either is accepted. */
function wordsOfPage({ html, plain }: Body, kind: SourceKind): Counts {
  const counts = countIn(new Map(), wordsIn(html.replace(TAG, " ")));
  const joined = countIn(new Map(), wordsIn(html.replace(TAG, "")));
  for (const [word, count] of joined) counts.set(word, Math.max(count, counts.get(word) ?? 0));
  // Search covers what is shown: a raw page holds only text.
  const searched = kind === "raw" ? countIn(new Map(), wordsIn(plain)) : counts;
  for (const [word, count] of counts) counts.set(word, Math.min(count, searched.get(word) ?? 0));
  const tags = html.match(TAG) ?? [];
  // In Markdown the address of a link is written as text.
  const values = tags.flatMap((tag) => (kind === "markdown" ? [tag] : (tag.match(SHOWN_ATTRIBUTES) ?? [])));
  return countIn(counts, wordsIn(values.map(valuesOf).join(" ")));
}
const valuesOf = (tag: string): string => [...tag.matchAll(VALUE)].map(([, value]) => value).join(" ");

const textsOf = (value: unknown): string[] =>
  typeof value === "string" || typeof value === "boolean"
    ? [String(value)]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(textsOf)
      : [];

function take(counts: Counts, word: string): boolean {
  const count = counts.get(word) ?? 0;
  if (count === 0) return false;
  counts.set(word, count - 1);
  return true;
}

/** At most so many words are joined as a browser joins them, as between table cells outside a row. */
const MOST_JOINED = 4;
function runTogether(words: readonly string[], from: number, places: readonly Counts[]): number {
  for (let count = 2; count <= MOST_JOINED && from + count <= words.length; count++) {
    const joined = words.slice(from, from + count).join("");
    if (places.some((counts) => take(counts, joined))) return count;
  }
  return 0;
}

/** The metadata that may take up words of the text: not the description and picture of a page's head. */
const readInText = ({ summary: _, image: __, image_alt: ___, ...rest }: Metadata): Metadata => rest;

/** Counts every occurrence, so that a lost sentence is not hidden by one like it. */
export function whereWordsWent({ text, kind, parsed, body }: ReadSource): WordsOfSource {
  const page = wordsOfPage(body, kind);
  const { stated, words } = sourceWords(text, kind);
  const metadata = stated || kind === "markdown" ? parsed.metadata : readInText(parsed.metadata);
  const keys = countIn(new Map(), textsOf(metadata).flatMap(wordsIn));
  const aside = new Map<Removed["why"], Counts>();
  for (const { why, text: taken } of body.removed)
    aside.set(why, countIn(aside.get(why) ?? new Map(), wordsIn(taken)));
  const setAside: Partial<Record<Removed["why"], number>> = {};
  const lost: string[] = [];
  let inText = 0;
  let inKeys = 0;
  const places = [page, keys, ...aside.values()];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    if (take(page, word)) inText += 1;
    else if (take(keys, word)) inKeys += 1;
    else {
      const why = [...aside].find(([, counts]) => take(counts, word))?.[0];
      if (why) setAside[why] = (setAside[why] ?? 0) + 1;
      else {
        const run = runTogether(words, i, places);
        if (run === 0) lost.push(word);
        else inText += run;
        i += Math.max(0, run - 1);
      }
    }
  }
  return { total: words.length, inText, inKeys, setAside, lost };
}

/** A sidecar → where its words went. @param text Decoded. @param metadata What was parsed from it. */
export function whereStatedWordsWent(text: string, metadata: Metadata): WordsOfSource {
  const keys = countIn(new Map(), textsOf(metadata).flatMap(wordsIn));
  const words = statedWords(text);
  const lost = words.filter((word) => !take(keys, word));
  return { total: words.length, inText: 0, inKeys: words.length - lost.length, setAside: {}, lost };
}
