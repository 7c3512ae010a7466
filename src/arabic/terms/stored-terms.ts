/**
 * A term list and the opening of its text ⇄ their stored value. Readers need parts of it: search the hashes and
 * sequences, a page the words of a few terms, a record the opening. So each part can be read alone without analysing
 * text again, and text is stored in UTF-16, as in the engine: converting it to UTF-8 and back takes far longer.
 */
import type { TermList } from "./term-list.ts";

/** Characters of the text stored with its terms: the most a search result can show. */
const OPENING = 800;
/**
 * 32-bit numbers in the header: terms, characters of the opening and of the words, lengths of title, body and names.
 */
const COUNTS = 6;

/** @param plain The text of the list. */
export function encodeTermList(list: TermList, plain: string): Uint8Array {
  const { hashes, surfaces, title, body, names } = list;
  const opening = plain.slice(0, OPENING);
  const words = surfaces.join("\n");
  const sequences = [title, body, names];
  const lengths = sequences.map(({ length }) => length);
  const counts = [hashes.length, opening.length, words.length, ...lengths];
  const fixed = (COUNTS + hashes.length) * 4 + (opening.length + words.length) * 2;
  const bytes = Buffer.allocUnsafe(fixed + (title.length + body.length + names.length) * 5);
  bytes.set(new Uint8Array(Uint32Array.from(counts).buffer));
  bytes.set(new Uint8Array(hashes.buffer, hashes.byteOffset, hashes.byteLength), COUNTS * 4);
  let at = (COUNTS + hashes.length) * 4;
  at += bytes.write(opening, at, "utf16le");
  at += bytes.write(words, at, "utf16le");
  for (const sequence of sequences) at = putVarints(bytes, at, sequence);
  return bytes.subarray(0, at);
}

function putVarints(bytes: Uint8Array, from: number, values: Uint32Array): number {
  let at = from;
  for (let i = 0; i < values.length; i++) {
    let rest = values[i] as number;
    while (rest > 127) {
      bytes[at++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    bytes[at++] = rest;
  }
  return at;
}

interface Parts {
  readonly value: Buffer;
  readonly terms: number;
  /** Where each part begins. */
  readonly opening: number;
  readonly words: number;
  readonly sequences: number;
  readonly title: number;
  readonly body: number;
  readonly names: number;
}

/** Other bytes than those of `encodeTermList` give meaningless parts; digests are checked before. */
function partsOf(bytes: Uint8Array): Parts {
  const value = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const countAt = (i: number): number => value.readUInt32LE(i * 4);
  const terms = countAt(0);
  const opening = (COUNTS + terms) * 4;
  const words = opening + countAt(1) * 2;
  const sequences = words + countAt(2) * 2;
  const [title, body, names] = [countAt(3), countAt(4), countAt(5)];
  return { value, terms, opening, words, sequences, title, body, names };
}

function hashesIn({ value, terms }: Parts): Uint32Array {
  const hashes = new Uint32Array(terms);
  new Uint8Array(hashes.buffer).set(value.subarray(COUNTS * 4, (COUNTS + terms) * 4));
  return hashes;
}

/** Decodes all but the words, which counting and indexing do not need. */
export function decodeTermList(bytes: Uint8Array): Omit<TermList, "surfaces"> {
  const parts = partsOf(bytes);
  const { value, sequences } = parts;
  let at = sequences;
  const sequence = (length: number): Uint32Array => {
    const values = new Uint32Array(length);
    for (let i = 0; i < length; i++) {
      let byte = value[at++] as number;
      let number = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = value[at++] as number;
        number |= (byte & 127) << shift;
      }
      values[i] = number;
    }
    return values;
  };
  const [title, body, names] = [sequence(parts.title), sequence(parts.body), sequence(parts.names)];
  return { hashes: hashesIn(parts), title, body, names };
}

/** The first 800 characters of the text. */
export function openingOf(bytes: Uint8Array): string {
  const { value, opening, words } = partsOf(bytes);
  return value.toString("utf16le", opening, words);
}

/** Returns a function that finds the shortest word of a term, as written, by its hash. */
export function surfaceFinder(bytes: Uint8Array): (hash: number) => string | undefined {
  const parts = partsOf(bytes);
  const hashes = hashesIn(parts);
  const surfaces = parts.value.toString("utf16le", parts.words, parts.sequences).split("\n");
  return (hash) => surfaces[hashes.indexOf(hash)];
}
