/**
 * A source's text and what was made of it → where each of its words went: into the article's text, its headline and
 * other keys, or the ledger of what was set aside. The source is read here by plain rules of its own, not by the parser
 * that is being checked; what markup consists of (tags, code of scripts, numbers of lists) is no word.
 */
import { decodeNamedCharacterReference } from "decode-named-character-reference";
import type { Body, Parsed, TakenOut } from "../model/article.ts";

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
  readonly kind: "markdown" | "raw" | "html";
  readonly parsed: Parsed;
  readonly body: Body;
}

/** Letters, the marks on them, and digits. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const TAG = /<\/?[a-z][a-z0-9:-]*(?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?\/?>/giu;
const UNSEEN = /<!--[\s\S]*?(?:-->|$)|<!doctype[^>]*>|<(script|style|template)\b[\s\S]*?(?:<\/\1\s*>|$)/giu;
const HEAD = /<head\b[\s\S]*?<\/head\s*>|<title\b[\s\S]*?<\/title\s*>/giu;
/** From the first line on; below empty lines, or with what cannot be seen beside its hyphens, only where a key follows. */
const FRONT_MATTER =
  /^(?:---\n|[\s\p{Cf}]*---(?:[^\S\n]|\p{Cf})*\n(?=(?:[ \t]*(?:#.*)?\n)*\p{Cf}*[\p{L}_]+[ \t\p{Cf}]*:))[\s\S]*?\n\p{Cf}*(?:---|\.\.\.)(?:[^\S\n]|\p{Cf})*(?:\n|$)/u;
/** Of a file that is no Markdown. */
const KEYS_ABOVE =
  /^[\s\p{Cf}]*---(?:[^\S\n]|\p{Cf})*\n(?=\p{Cf}*[a-z_]+[ \t]*:)[\s\S]*?\n\p{Cf}*(?:---|\.\.\.)(?:[^\S\n]|\p{Cf})*(?:\n|$)/iu;
/** Numbers of lists, boxes of tasks, words after a fence, labels of links that are defined elsewhere, and of notes. */
const MARKDOWN_SIGNS =
  /^[ \t>*+\p{Cf}-]*\d{1,9}[.)](?=\s|$)|^[ \t>\p{Cf}]*[*+-][ \t]+\[[ xX]\]|^[ \t>]*(?:```|~~~).*$|^ {0,3}\[\^?[^\]\n]+\]:|(?<=\])\[[^\]\n]*\]|\[\^[^\]\n]+\]/gmu;
const CONTROLS = /[\ufeff\u200b\u2060\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

/** Twice, since what was escaped twice on its way is read as it was written. */
function withoutReferences(text: string): string {
  let bare = text;
  for (let pass = 0; pass < 2 && bare.includes("&"); pass++)
    bare = bare.replace(
      /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,31}));/giu,
      (whole, decimal, hex, name) => {
        if (name) return decodeNamedCharacterReference(name as string) || whole;
        const code = decimal ? Number(decimal) : Number.parseInt(hex as string, 16);
        return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
          ? String.fromCodePoint(code)
          : whole;
      },
    );
  return bare;
}

const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
};
/** Addresses are percent-encoded on their way into a page. */
const withoutPercents = (text: string): string =>
  text.includes("%") ? text.replace(/(?:%[\da-f]{2})+/giu, decoded) : text;

const wordsIn = (text: string): string[] =>
  withoutPercents(withoutReferences(text)).replace(CONTROLS, "").normalize("NFC").match(WORD) ?? [];

/** The words a reader of the source sees. */
function sourceWords(source: string, kind: ReadSource["kind"]): string[] {
  const text = kind === "markdown" ? source : source.replace(KEYS_ABOVE, "");
  // Below keys a text is read as Markdown, whatever its file is called.
  if (kind === "raw" && text === source) return wordsIn(text);
  if (kind === "html") return wordsIn(text.replace(UNSEEN, " ").replace(HEAD, " ").replace(TAG, " "));
  const bare = text.replace(FRONT_MATTER, "");
  return wordsIn(bare.replace(UNSEEN, " ").replace(TAG, " ").replace(MARKDOWN_SIGNS, " "));
}

type Counts = Map<string, number>;
function countIn(counts: Counts, words: readonly string[]): Counts {
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
/** A word that emphasis cuts is one in the page and two in the source, or the other way round: either will do. */
function wordsOfPage({ html, plain }: Body, kind: ReadSource["kind"]): Counts {
  if (kind === "raw") return countIn(new Map(), wordsIn(plain));
  const counts = countIn(new Map(), wordsIn(html.replace(TAG, " ")));
  if (!html.includes("<", html.startsWith("<p>") ? 3 : 0)) return counts;
  const joined = countIn(new Map(), wordsIn(html.replace(TAG, "")));
  // Addresses and descriptions of pictures stand in attributes.
  const attributes = (html.match(TAG) ?? []).filter((tag) => tag.includes("=")).join(" ");
  for (const [word, count] of joined) counts.set(word, Math.max(count, counts.get(word) ?? 0));
  return kind === "markdown" ? countIn(counts, wordsIn(attributes)) : counts;
}

const textsOf = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(textsOf)
      : [];

function take(counts: Counts, word: string): boolean {
  const count = counts.get(word) ?? 0;
  if (count === 0) return false;
  counts.set(word, count - 1);
  return true;
}

/** Counts every word as often as it stands in the source, so that a sentence lost is not hidden by one that is like it. */
export function whereWordsWent({ text, kind, parsed, body }: ReadSource): WordsOfSource {
  const page = wordsOfPage(body, kind);
  const keys = countIn(new Map(), textsOf(parsed.metadata).flatMap(wordsIn));
  const aside = new Map<TakenOut["why"], Counts>();
  for (const { why, text: taken } of body.ledger)
    aside.set(why, countIn(aside.get(why) ?? new Map(), wordsIn(taken)));
  const words = sourceWords(text, kind);
  const setAside: Partial<Record<TakenOut["why"], number>> = {};
  const lost: string[] = [];
  let inText = 0;
  let inKeys = 0;
  for (const word of words) {
    if (take(page, word)) inText += 1;
    else if (take(keys, word)) inKeys += 1;
    else {
      const why = [...aside].find(([, counts]) => take(counts, word))?.[0];
      if (why) setAside[why] = (setAside[why] ?? 0) + 1;
      else lost.push(word);
    }
  }
  return { total: words.length, inText, inKeys, setAside, lost };
}
