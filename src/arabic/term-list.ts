/**
 * An article's text → its terms in order, the stored value that search, related articles and their reasons share.
 * Stored are the spellings and the sequence; forms and terms are worked out again when read, since the analyser
 * remembers them, which makes the value small and reading it quick.
 */
import { wordOf } from "./analyse.ts";
import { eachWord } from "./tokenise.ts";

export interface TermList {
  /** Distinct terms (stems), in order of first appearance. Never a stop word. */
  readonly terms: readonly string[];
  /** The first word of each term, as it stands in the text. */
  readonly surfaces: readonly string[];
  /** Distinct folded words, in order of first appearance. */
  readonly forms: readonly string[];
  /** The first spelling of each form in the text. */
  readonly spellings: readonly string[];
  /** For each form, the index of its term. */
  readonly termOf: Uint32Array;
  /** The title and the text as sequences: a form's index plus one; 0 stands for a stop word. */
  readonly title: Uint32Array;
  readonly body: Uint32Array;
}

/** How many words of the text a word of the title counts for in a vector. */
const TITLE_WEIGHT = 3;

/** A text as TermList has it; forms met for the first time are added to `indexOf` and `spellings`. */
function sequenceOf(text: string, indexOf: Map<string, number>, spellings: string[]): Uint32Array {
  const sequence: number[] = [];
  eachWord(text, (start, end) => {
    const surface = text.slice(start, end);
    const { form, term } = wordOf(surface);
    let index = term === "" ? 0 : indexOf.get(form);
    if (index === undefined) {
      index = spellings.push(surface);
      indexOf.set(form, index);
    }
    sequence.push(index);
  });
  return Uint32Array.from(sequence);
}

function listOf(spellings: readonly string[], title: Uint32Array, body: Uint32Array): TermList {
  const terms: string[] = [];
  const surfaces: string[] = [];
  const forms: string[] = [];
  const termOf = new Uint32Array(spellings.length);
  const indexOf = new Map<string, number>();
  for (let i = 0; i < spellings.length; i++) {
    const surface = spellings[i] as string;
    const { form, term } = wordOf(surface);
    let index = indexOf.get(term);
    if (index === undefined) {
      index = terms.length;
      indexOf.set(term, index);
      terms.push(term);
      surfaces.push(surface);
    }
    forms.push(form);
    termOf[i] = index;
  }
  return { terms, surfaces, forms, spellings, termOf, title, body };
}

/** @param plain The text with a newline between blocks. */
export function termListOf(title: string, plain: string): TermList {
  const indexOf = new Map<string, number>();
  const spellings: string[] = [];
  const inTitle = sequenceOf(title, indexOf, spellings);
  const inBody = sequenceOf(plain, indexOf, spellings);
  return listOf(spellings, inTitle, inBody);
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function putVarint(bytes: Uint8Array, at: number, value: number): number {
  let rest = value;
  let next = at;
  while (rest > 127) {
    bytes[next++] = (rest & 127) | 128;
    rest >>>= 7;
  }
  bytes[next++] = rest;
  return next;
}

/** Characters of the text that are kept beside its terms: what a search result can show of it. */
const OPENING = 800;

function putText(bytes: Uint8Array, at: number, text: string): number {
  const { written } = encoder.encodeInto(text, bytes.subarray(at + 5));
  const start = putVarint(bytes, at, written);
  bytes.copyWithin(start, at + 5, at + 5 + written);
  return start + written;
}

/**
 * The opening of the text and the spellings (as lines), each in UTF-8 after its length; then the two sequences. Every
 * number is a varint.
 * @param plain The text that the list was made of.
 */
export function encodeTermList(list: TermList, plain: string): Uint8Array {
  const opening = plain.slice(0, OPENING);
  const text = list.spellings.join("\n");
  const bytes = new Uint8Array(
    20 + (opening.length + text.length) * 3 + (list.title.length + list.body.length) * 5,
  );
  let at = putText(bytes, putText(bytes, 0, opening), text);
  for (const sequence of [list.title, list.body]) {
    at = putVarint(bytes, at, sequence.length);
    for (let i = 0; i < sequence.length; i++) at = putVarint(bytes, at, sequence[i] as number);
  }
  return bytes.slice(0, at);
}

/** The number at a place, and the place after it. */
function varintAt(bytes: Uint8Array, from: number): [value: number, next: number] {
  let value = 0;
  let at = from;
  for (let shift = 0; at < bytes.length; shift += 7) {
    const byte = bytes[at++] as number;
    value |= (byte & 127) << shift;
    if (byte < 128) break;
  }
  return [value >>> 0, at];
}

/** The first 800 characters of the text, of the value of `encodeTermList`. */
export function openingOf(bytes: Uint8Array): string {
  const [length, from] = varintAt(bytes, 0);
  return decoder.decode(bytes.subarray(from, from + length));
}

/** The value of `encodeTermList`. Bytes that are no such value give a list that means nothing; digests tell those apart. */
export function decodeTermList(bytes: Uint8Array): TermList {
  let at = 0;
  const varint = (): number => {
    const [value, next] = varintAt(bytes, at);
    at = next;
    return value;
  };
  const openingLength = varint();
  at += openingLength;
  const textLength = varint();
  const text = decoder.decode(bytes.subarray(at, at + textLength));
  at += textLength;
  const sequence = (): Uint32Array => Uint32Array.from({ length: Math.min(varint(), bytes.length) }, varint);
  const title = sequence();
  const body = sequence();
  return listOf(text === "" ? [] : text.split("\n"), title, body);
}

/** FNV-1a over UTF-16 units, mixed once more: 32 bits, the same everywhere and for ever. */
export function termHash(term: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < term.length; i++) hash = Math.imul(hash ^ term.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** The first word of each term, as it stands in the text, by the term's hash. */
export const surfacesOf = ({ terms, surfaces }: TermList): Map<number, string> =>
  new Map(terms.map((term, i) => [termHash(term), surfaces[i] as string]));

/** Pairs of term hash and weighed count (1 to 255; a word of the title counts three times), by hash. */
export function vectorOf({ terms, termOf, title, body }: TermList): Uint32Array {
  const counts = new Uint32Array(terms.length);
  const count = (sequence: Uint32Array, weight: number): void => {
    for (let i = 0; i < sequence.length; i++) {
      const form = sequence[i] as number;
      if (form === 0) continue;
      const term = termOf[form - 1] as number;
      counts[term] = (counts[term] as number) + weight;
    }
  };
  count(title, TITLE_WEIGHT);
  count(body, 1);
  const keys = Float64Array.from(
    terms,
    (term, i) => termHash(term) * 256 + Math.min(255, counts[i] as number),
  );
  keys.sort();
  const pairs = new Uint32Array(keys.length * 2);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number;
    const times = key % 256;
    pairs[2 * i] = (key - times) / 256;
    pairs[2 * i + 1] = times;
  }
  return pairs;
}
