/**
 * Reads the files of an index through a function that fetches one: the only part of the query side that knows file
 * names and article numbers.
 */
import type { FetchFile } from "./fetch-file.ts";
import { BLOCK, blockFile, type Run, SECTIONS_FILE, type SearchIndex, SLOT } from "./format.ts";
import { readRecord, readSections, type SearchRecord } from "./record.ts";
import { TermFiles } from "./term-files.ts";

/** Fetches each file once; one that failed is requested again by the next query. */
export class IndexReader {
  readonly index: SearchIndex;
  readonly terms: TermFiles;
  readonly #fetch: FetchFile;
  readonly #slots = new Map<number, Promise<Uint8Array | null>>();
  #sections: Promise<Uint8Array | null> | undefined;
  #incomplete = false;

  constructor(index: SearchIndex, fetchFile: FetchFile) {
    this.index = index;
    this.terms = new TermFiles(index, fetchFile);
    this.#fetch = fetchFile;
  }

  /** Whether a part could not be fetched since the last call of `forget`. */
  get incomplete(): boolean {
    return this.#incomplete || this.terms.incomplete;
  }
  forget(): void {
    this.#incomplete = false;
    this.terms.incomplete = false;
  }
  /** A part could not be had. */
  miss(): null {
    this.#incomplete = true;
    return null;
  }

  async sections(): Promise<Uint8Array | null> {
    this.#sections ??= this.#fetchSections();
    const places = await this.#sections;
    if (places === null) this.#sections = undefined;
    return places ?? this.miss();
  }

  async #fetchSections(): Promise<Uint8Array | null> {
    const { articles, sectionsStamp } = this.index;
    for (const fresh of [false, true]) {
      const got = await this.#fetch(SECTIONS_FILE, { fresh, version: sectionsStamp });
      const places = got && readSections(got.bytes);
      if (places?.length === articles) return places;
    }
    return null;
  }

  /** Null when it could not be fetched. */
  async record(article: number): Promise<SearchRecord | null> {
    const slot = await this.#slot(article);
    const record = slot && readRecord(slot);
    if (record === null) this.#slots.delete(article);
    return record ?? this.miss();
  }

  #slot(article: number): Promise<Uint8Array | null> {
    const known = this.#slots.get(article);
    if (known) return known;
    const { run, place } = placeOf(article, this.index);
    const from = (place % BLOCK) * SLOT;
    const name = blockFile(run.name, Math.floor(place / BLOCK));
    const bytes = this.#fetch(name, { range: { from, length: SLOT }, version: run.stamp }).then((got) =>
      got ? got.bytes.subarray(from - got.from, from - got.from + SLOT) : null,
    );
    this.#slots.set(article, bytes);
    return bytes;
  }
}

/** The run of an article, and its index in it. */
export function placeOf(
  article: number,
  { runs }: SearchIndex,
): { readonly run: Run; readonly place: number } {
  let place = article;
  for (const run of runs) {
    if (place < run.count) return { run, place };
    place -= run.count;
  }
  return { run: runs[0] as Run, place: 0 };
}
