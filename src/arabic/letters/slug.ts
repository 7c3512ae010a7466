/**
 * A title → one segment of an address. Arabic slugs are the letters of the title: normalised, without marks, tatweel
 * and controls, hamzas and taa marbuta as written, words joined with `-`, at most 120 bytes of UTF-8, because a segment
 * is a folder and a file name holds 255 bytes. Latin slugs are a readable transliteration.
 */
import type { Slug } from "../../model/brands.ts";
import { slug } from "../../model/brands.ts";
import { readBack, transliterate } from "./transliterate.ts";

export type SlugStyle = "arabic" | "latin";

/** The most bytes of UTF-8 a slug may take. */
export const SLUG_BYTES = 120;

// Controls and joiners occur inside words and must neither split them nor keep a mark from composing with its letter;
// presentation forms of lone marks would decompose into a space and a mark.
const INVISIBLE =
  /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFC5E-\uFC63\uFCF2-\uFCF4\uFE70-\uFE7F]/;
const INVISIBLES = new RegExp(INVISIBLE, "g");
/** Harakat, Quranic marks, tatweel, combining accents without a composed letter. */
const MARK = /[\u0300-\u036F\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06ED\u08CA-\u08FF]/;
const MARKS = new RegExp(MARK, "g");
const APOSTROPHE = /(?<=\p{Script=Latin})['’](?=\p{Script=Latin})/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** Lower case, composed, without marks and controls: the same text for all ways to type a name. */
function bareOf(title: string): string {
  const visible = INVISIBLE.test(title) ? title.replace(INVISIBLES, "") : title;
  const lower = visible.normalize("NFKC").toLowerCase();
  return MARK.test(lower) ? lower.replace(MARKS, "") : lower;
}

/** The words of a title as in an address: lower case, no marks, no punctuation. */
function wordsOf(title: string): readonly string[] {
  const bare = bareOf(title);
  const joined = bare.includes("'") || bare.includes("’") ? bare.replace(APOSTROPHE, "") : bare;
  return joined.match(WORD) ?? [];
}

/** UTF-8 bytes of the code unit at `index`; two per half of a surrogate pair. */
function bytesAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (unit < 0x80) return 1;
  if (unit < 0x800 || (unit >= 0xd800 && unit < 0xe000)) return 2;
  return 3;
}

function byteLength(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i += 1) bytes += bytesAt(text, i);
  return bytes;
}

/** As many whole characters of one word as fit in SLUG_BYTES. */
function cutWord(word: string): string {
  let cut = "";
  let bytes = 0;
  for (const character of word) {
    bytes += byteLength(character);
    if (bytes > SLUG_BYTES) break;
    cut += character;
  }
  return cut;
}

/** The words joined, as many as fit; a first word that is too long is cut at a character. */
function join(words: readonly string[]): string {
  const [first = ""] = words;
  let bytes = byteLength(first);
  if (bytes > SLUG_BYTES) return cutWord(first);
  let joined = first;
  for (const word of words.slice(1)) {
    bytes += 1 + byteLength(word);
    if (bytes > SLUG_BYTES) break;
    joined += `-${word}`;
  }
  return joined;
}

/**
 * The slug of a title, or null when no letter or digit is left (for `latin`: none that the table knows). In `arabic`
 * letters of every script are kept; `latin` gives only a–z, 0–9 and `-`. The slug of a slug is itself.
 */
export function slugOf(title: string, style: SlugStyle): Slug | null {
  const words = wordsOf(title);
  const written = style === "arabic" ? words : words.map(transliterate).filter((word) => word !== "");
  const joined = join(written);
  return joined === "" ? null : slug(joined);
}

/** Signs that are pronounced, as in C#, C++, 50% and .NET, unlike the hyphens and dots between words. */
const SPOKEN = /[#%٪&*\p{Sm}\p{Sc}\p{So}]|(?<![^\s])\.(?=\p{L})/u;
const UNSPOKEN = /(?<=[^\s])\.|\.(?!\p{L})|[^\p{L}\p{N}\p{M}#%٪&*.\p{Sm}\p{Sc}\p{So}]/gu;

/**
 * What distinguishes a name from others with the same slug (C# and C++ both become `c`; سورة and صورة, in Latin
 * letters, `sura`), or null when the slug alone identifies it. The same for all ways to type the name; the sign of a
 * hashtag is ignored.
 */
export function toldApartBy(name: string, style: SlugStyle): string | null {
  const bare = bareOf(name).replace(/^\s*[#@]/, "");
  const words = wordsOf(name);
  const isCut = byteLength(words.join("-")) > SLUG_BYTES;
  if (isCut || SPOKEN.test(bare)) return bare.replace(UNSPOKEN, "");
  const isRead = style === "arabic" || words.every((word) => readBack(transliterate(word)) === word);
  return isRead ? null : words.join("-");
}
