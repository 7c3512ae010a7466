/**
 * The text of an article → its terms in order, shared by search, related articles and their reasons. A term is
 * identified by its hash: two with one hash are one term, here as in the index.
 */
import { eachWord } from "./tokenise.ts";
import { Vocabulary } from "./vocabulary.ts";

export interface TermList {
  /** `termHash` of each distinct term (stem), in order of first appearance. Never a stop word. */
  readonly hashes: Uint32Array;
  /** The shortest word of each term, as written: بيروت rather than وبيروت; the first of equal length. */
  readonly surfaces: readonly string[];
  /** Title and text as sequences of indices into `hashes` plus one; 0 is a stop word. */
  readonly title: Uint32Array;
  readonly body: Uint32Array;
  /** The same for authors and tags, which only search uses. */
  readonly names: Uint32Array;
}

/** A word of the title counts as this many words of the text. */
const TITLE_WEIGHT = 3;
/** Cache size: some 40 bytes a spelling. When full, it is emptied. */
const REMEMBERED = 400_000;

let vocabulary = new Vocabulary();
/** By term number: the list it last occurred in, and its index there plus one. */
let metIn: number[] = [];
let placeOf: number[] = [];
let lists = 0;

function forget(): void {
  vocabulary = new Vocabulary();
  metIn = [];
  placeOf = [];
}

/** @param plain The text with a newline between blocks. @param names Authors and tags. */
export function termListOf(title: string, plain: string, names: readonly string[] = []): TermList {
  if (vocabulary.size > REMEMBERED) forget();
  const list = ++lists;
  const hashes: number[] = [];
  const surfaces: string[] = [];
  const sequenceOf = (text: string): Uint32Array => {
    const sequence: number[] = [];
    eachWord(text, (start, end) => {
      const term = vocabulary.termAt(text, start, end);
      if (term !== 0 && metIn[term] !== list) {
        metIn[term] = list;
        placeOf[term] = surfaces.push(text.slice(start, end));
        hashes.push(vocabulary.hashOf(term));
      } else if (term !== 0) {
        const place = (placeOf[term] as number) - 1;
        if (end - start < (surfaces[place] as string).length) surfaces[place] = text.slice(start, end);
      }
      sequence.push(term === 0 ? 0 : (placeOf[term] as number));
    });
    return Uint32Array.from(sequence);
  };
  const inTitle = sequenceOf(title);
  const inBody = sequenceOf(plain);
  const inNames = sequenceOf(names.join("\n"));
  return { hashes: Uint32Array.from(hashes), surfaces, title: inTitle, body: inBody, names: inNames };
}

/**
 * Pairs of term hash and weighted count (1 to 255; a word of the title counts three times), by hash. Names do not
 * count: articles are not related by their author.
 */
export function vectorOf({ hashes, title, body }: Omit<TermList, "surfaces" | "names">): Uint32Array {
  const counts = new Uint32Array(hashes.length + 1);
  for (let i = 0; i < title.length; i++) {
    const term = title[i] as number;
    counts[term] = (counts[term] as number) + TITLE_WEIGHT;
  }
  for (let i = 0; i < body.length; i++) {
    const term = body[i] as number;
    counts[term] = (counts[term] as number) + 1;
  }
  const keys = new Float64Array(hashes.length);
  let used = 0;
  for (let i = 0; i < keys.length; i++) {
    const count = counts[i + 1] as number;
    if (count > 0) keys[used++] = (hashes[i] as number) * 256 + Math.min(255, count);
  }
  const sorted = keys.subarray(0, used).sort();
  const pairs = new Uint32Array(used * 2);
  for (let i = 0; i < used; i++) {
    const key = sorted[i] as number;
    const times = key % 256;
    pairs[2 * i] = (key - times) / 256;
    pairs[2 * i + 1] = times;
  }
  return pairs;
}
