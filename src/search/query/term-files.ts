/**
 * Fetches postings from a host that supports ranges or sends whole files. The first request for a shard gets its head:
 * the directory and the postings of its rarer terms; those of a common term take a second request for exactly their
 * bytes.
 */
import type { FetchFile, FileRequest } from "./fetch-file.ts";
import { keyOf, OPEN_FILE, type Run, type SearchIndex, shardFile, shardOf, stampOf } from "./format.ts";
import {
  type Directory,
  type Entry,
  NotPostings,
  noPostings,
  type Postings,
  readDirectory,
  readPostings,
  StalePostings,
} from "./postings.ts";

/** Bytes of the first request for a shard: its directory and most of its terms, since most are rare. */
const HEAD = 2048;

/** The fetched beginning of a file. */
interface Opened {
  bytes: Uint8Array;
  /** The file ends with `bytes`. */
  whole: boolean;
  readonly directory: Directory;
}
/** A file of postings, and the number of the first article in it. */
interface TermFile {
  readonly name: string;
  readonly key: number;
  readonly first: number;
  readonly stamp: number;
}

export class TermFiles {
  /** A part could not be fetched: there may be more. */
  incomplete = false;
  readonly #index: SearchIndex;
  readonly #fetch: FetchFile;
  readonly #opened = new Map<string, Promise<Opened | null>>();
  readonly #postings = new Map<number, Promise<Postings>>();
  readonly #closedStamp: number;
  readonly #openStamp: number;
  readonly #firstOpen: number;

  constructor(index: SearchIndex, fetchFile: FetchFile) {
    this.#index = index;
    this.#fetch = fetchFile;
    const closed: readonly Run[] = index.runs.slice(0, -1);
    this.#closedStamp = stampOf(closed.map(({ stamp }) => stamp));
    this.#openStamp = stampOf(index.runs.slice(-1).map(({ stamp }) => stamp));
    this.#firstOpen = closed.reduce((sum, { count }) => sum + count, 0);
  }

  /** Size in bytes of the postings of a term in its shard. */
  async sizeOf(hash: number): Promise<number> {
    return (await this.#entry(this.#shardOf(hash)))?.length ?? 0;
  }

  /** Count of articles with a term, from the heads of the files. */
  async countOf(hash: number): Promise<number> {
    const entries = await Promise.all([this.#entry(this.#shardOf(hash)), this.#entry(this.#current(hash))]);
    return entries.reduce((sum, entry) => sum + (entry?.articles ?? 0), 0);
  }

  /** Postings of a term in the closed runs, then in the open one. A failed part is requested again next time. */
  postings(hash: number): Promise<Postings> {
    const known = this.#postings.get(hash);
    if (known) return known;
    const read = this.#both(hash);
    this.#postings.set(hash, read);
    return read;
  }

  async #both(hash: number): Promise<Postings> {
    const shard = this.#shardOf(hash);
    const current = { name: OPEN_FILE, key: keyOf(hash, 0), first: this.#firstOpen, stamp: this.#openStamp };
    const found = await Promise.all([shard === null ? noPostings() : this.#read(shard), this.#read(current)]);
    if (found.includes(null)) {
      this.incomplete = true;
      this.#postings.delete(hash);
    }
    const [a, b] = found.map((one) => one ?? noPostings()) as [Postings, Postings];
    return {
      articles: a.articles.concat(b.articles),
      weights: a.weights.concat(b.weights),
      places: a.places.concat(b.places),
    };
  }

  async #entry(file: TermFile | null): Promise<Entry | undefined> {
    return file ? (await this.#open(file, false))?.directory.entries.get(file.key) : undefined;
  }

  #current(hash: number): TermFile {
    return { name: OPEN_FILE, key: keyOf(hash, 0), first: this.#firstOpen, stamp: this.#openStamp };
  }

  #shardOf(hash: number): TermFile | null {
    const { shardBits } = this.#index;
    if (this.#firstOpen === 0) return null;
    const name = shardFile(shardOf(hash, shardBits));
    return { name, key: keyOf(hash, shardBits), first: 0, stamp: this.#closedStamp };
  }

  /** A file that is damaged, stale or missing is requested once more, bypassing the browser's cache. */
  async #read(file: TermFile): Promise<Postings | null> {
    for (const fresh of [false, true]) {
      const opened = await this.#open(file, fresh);
      if (!opened) continue;
      const entry = opened.directory.entries.get(file.key);
      if (!entry) return noPostings();
      const bytes = await this.#bytes(file, opened, { ...entry, fresh });
      const found = bytes && readPostings(bytes, entry, file.first);
      if (found) return found;
    }
    return null;
  }

  #open(file: TermFile, fresh: boolean): Promise<Opened | null> {
    const known = this.#opened.get(file.name);
    if (known && !fresh) return known;
    const opened = this.#fetchHead(file, fresh).catch((fault: unknown) => {
      if (fault instanceof NotPostings || fault instanceof StalePostings) return null;
      throw fault;
    });
    this.#opened.set(file.name, opened);
    return opened;
  }

  /** @throws NotPostings, StalePostings */
  async #fetchHead({ name, stamp }: TermFile, fresh: boolean): Promise<Opened | null> {
    // The open run is small and needed by every query: fetched whole.
    const request: FileRequest = { fresh, version: stamp };
    if (name === OPEN_FILE) {
      const got = await this.#fetch(name, request);
      return got && opened(got.bytes, true, readDirectory(got.bytes, stamp));
    }
    const got = await this.#fetch(name, { ...request, range: { from: 0, length: HEAD } });
    if (!got) return null;
    const directory = readDirectory(got.bytes, stamp);
    const whole = got.bytes.length !== HEAD;
    if (typeof directory !== "number" || whole) return opened(got.bytes, whole, directory);
    const more = await this.#fetch(name, { ...request, range: { from: 0, length: directory } });
    return more && opened(more.bytes, more.bytes.length !== directory, readDirectory(more.bytes, stamp));
  }

  async #bytes(
    { name, stamp }: TermFile,
    opened: Opened,
    { from, length, fresh }: { readonly from: number; readonly length: number; readonly fresh: boolean },
  ): Promise<Uint8Array | null> {
    if (opened.whole || from + length <= opened.bytes.length)
      return opened.bytes.subarray(from, from + length);
    const got = await this.#fetch(name, { fresh, version: stamp, range: { from, length } });
    if (!got) return null;
    if (got.from === from) return got.bytes.subarray(0, length);
    // The host ignores ranges: it sent the whole file.
    opened.bytes = got.bytes;
    opened.whole = true;
    return got.bytes.subarray(from, from + length);
  }
}

function opened(bytes: Uint8Array, whole: boolean, directory: Directory | number): Opened | null {
  return typeof directory === "number" ? null : { bytes, whole, directory };
}
