/** A file of postings → where a term stands. A file that was cut short gives fewer articles, and says so. */
import { CIRCLE, type Cursor, PLACE_BITS, PLACES, type Run, readVarint, weightOf } from "./format.ts";

const WEIGHTS = Float64Array.from({ length: 256 }, (_, level) => weightOf(level));
const MAGIC = [0x57, 0x51, 1] as const;

/** Where one term stands: parallel arrays over the articles, oldest first. */
export interface Postings {
  readonly articles: number[];
  readonly weights: number[];
  /** For each article its first places, up to eight, counted on a circle of 256. */
  readonly places: Uint8Array[];
}
export const noPostings = (): Postings => ({ articles: [], weights: [], places: [] });

/** The file is not one of ours: cut short at the head, or something else under its name. */
export class NotPostings extends Error {}
/** The file numbers articles otherwise than the index does: one of the two is from an older site. */
export class StalePostings extends Error {}

interface Part {
  readonly first: number;
  readonly from: number;
  readonly to: number;
}

/** The parts of a file, one for each run. @throws NotPostings, StalePostings */
function partsOf(bytes: Uint8Array, runs: readonly Run[]): Part[] {
  if (MAGIC.some((byte, i) => bytes[i] !== byte)) throw new NotPostings("no postings");
  const cursor: Cursor = { bytes, at: MAGIC.length };
  if (readVarint(cursor) !== runs.length) throw new StalePostings("another number of runs");
  const lengths = runs.map(({ stamp }) => {
    if (readVarint(cursor) !== stamp) throw new StalePostings("another numbering");
    return readVarint(cursor);
  });
  const parts: Part[] = [];
  let from = cursor.at;
  let first = 0;
  runs.forEach(({ count }, i) => {
    const to = from + (lengths[i] as number);
    parts.push({ first, from, to });
    from = to;
    first += count;
  });
  return parts;
}

/** Reads one part up to the term; adds where it stands. */
function readPart({ first, from, to }: Part, key: number, bytes: Uint8Array, found: Postings): void {
  const cursor: Cursor = { bytes: bytes.subarray(0, Math.min(to, bytes.length)), at: from };
  let here = 0;
  while (cursor.at < cursor.bytes.length) {
    here += readVarint(cursor);
    if (here > key) return;
    const length = readVarint(cursor);
    if (here === key) {
      readTerm({ bytes: cursor.bytes.subarray(0, cursor.at + length), at: cursor.at }, first, found);
      return;
    }
    cursor.at += length;
  }
}

function readTerm(cursor: Cursor, first: number, found: Postings): void {
  let article = first - 1;
  while (cursor.at < cursor.bytes.length) {
    const step = readVarint(cursor);
    const places = (step & (PLACES - 1)) + 1;
    article += (step >>> PLACE_BITS) + 1;
    found.articles.push(article);
    found.weights.push(WEIGHTS[cursor.bytes[cursor.at++] ?? 0] as number);
    found.places.push(cursor.bytes.subarray(cursor.at, cursor.at + places));
    cursor.at += places;
  }
}

/** A file of postings that was opened. */
export interface PostingsFile {
  /** False where bytes are missing at its end. */
  readonly whole: boolean;
  readonly postingsOf: (key: number) => Postings;
}

/** @param first The number of the first article of the first run. @throws NotPostings, StalePostings */
export function openPostings(bytes: Uint8Array, runs: readonly Run[], first: number): PostingsFile {
  const parts = partsOf(bytes, runs);
  return {
    whole: bytes.length >= (parts.at(-1)?.to ?? 0),
    postingsOf: (key) => {
      const found = noPostings();
      for (const part of parts) readPart({ ...part, first: part.first + first }, key, bytes, found);
      return found;
    },
  };
}

/** The places of those in `earlier` that a place in `later` follows at this distance. */
export const followedBy = (earlier: Iterable<number>, later: Uint8Array, distance: number): number[] =>
  [...earlier].filter((place) => later.includes((place + distance) % CIRCLE));

export { MAGIC };
