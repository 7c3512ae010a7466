/**
 * A source's text and what was made of it → where each of its words went: onto the article's page, into its headline and
 * other keys, or into the ledger of what was set aside. The words of the source are found without the parser that is being
 * checked (`source-words.ts`).
 */
import type { Body, Metadata, Parsed, TakenOut } from "../model/article.ts";
import { type SourceKind, sourceWords, statedWords, wordsIn } from "./source-words.ts";

export interface WordsOfSource {
  readonly total: number;
  readonly inText: number;
  /** As headline, section, author, source or date. */
  readonly inKeys: number;
  readonly setAside: Partial<Readonly<Record<TakenOut["why"], number>>>;
  /** Words that are nowhere, each as often as it is missing, in the order of the source. */
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

/** As our own serialiser writes them: attributes in double quotes, no < or > in what they hold. */
const TAG = /<[^<>]*>/g;
const SHOWN_ATTRIBUTES = /\s(?:alt|title)="[^"]*"/g;
const VALUE = /="([^"]*)"/g;

type Counts = Map<string, number>;
function countIn(counts: Counts, words: readonly string[]): Counts {
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
/** A word that emphasis cuts is one in the page and two in the source, or the other way round: either will do. */
function wordsOfPage({ html, plain }: Body, kind: SourceKind): Counts {
  const counts = countIn(new Map(), wordsIn(html.replace(TAG, " ")));
  const joined = countIn(new Map(), wordsIn(html.replace(TAG, "")));
  for (const [word, count] of joined) counts.set(word, Math.max(count, counts.get(word) ?? 0));
  // What is searched is what is shown: a raw page holds nothing but text.
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

/** Words run together where a browser joins them too, as between cells that stand in no row. */
const MOST_JOINED = 4;
function runTogether(words: readonly string[], from: number, places: readonly Counts[]): number {
  for (let count = 2; count <= MOST_JOINED && from + count <= words.length; count++) {
    const joined = words.slice(from, from + count).join("");
    if (places.some((counts) => take(counts, joined))) return count;
  }
  return 0;
}

/** What a page says of itself beside its text, its head's description and picture, is no place for a word of its text. */
const readInText = ({ summary: _, image: __, image_alt: ___, ...rest }: Metadata): Metadata => rest;

/** Counts every word as often as it stands in the source, so that a sentence lost is not hidden by one that is like it. */
export function whereWordsWent({ text, kind, parsed, body }: ReadSource): WordsOfSource {
  const page = wordsOfPage(body, kind);
  const { stated, words } = sourceWords(text, kind);
  const metadata = stated || kind === "markdown" ? parsed.metadata : readInText(parsed.metadata);
  const keys = countIn(new Map(), textsOf(metadata).flatMap(wordsIn));
  const aside = new Map<TakenOut["why"], Counts>();
  for (const { why, text: taken } of body.ledger)
    aside.set(why, countIn(aside.get(why) ?? new Map(), wordsIn(taken)));
  const setAside: Partial<Record<TakenOut["why"], number>> = {};
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

/** A sidecar → where its words went. @param text Decoded. @param metadata What was read of it. */
export function whereStatedWordsWent(text: string, metadata: Metadata): WordsOfSource {
  const keys = countIn(new Map(), textsOf(metadata).flatMap(wordsIn));
  const words = statedWords(text);
  const lost = words.filter((word) => !take(keys, word));
  return { total: words.length, inText: 0, inKeys: words.length - lost.length, setAside: {}, lost };
}
