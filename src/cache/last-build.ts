/**
 * What the last build knew: its sources with their cards, its files with their keys. One file of JSON lines under
 * `.warraq/`, written last and by rename, closed by a digest of all before it: a crash costs work, never truth, and a
 * truncated or garbled file reads as no last build at all.
 */
import { transcode } from "node:buffer";
import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { Card, Stored } from "../model/article.ts";
import type { Digest, OutputPath, SourcePath } from "../model/brands.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { NamedPicture, PictureFacts } from "../model/picture.ts";
import { roomsDigest } from "./rooms.ts";

/** A file as it was when it was last read. */
export interface Stamp {
  readonly size: number;
  readonly modified: number;
  readonly digest: Digest;
}
/** What is remembered of one source. A source in error has no card; a draft has none and no fault either. */
export interface SourceRecord extends Stamp {
  readonly path: SourcePath;
  readonly sidecar: Stamp | null;
  readonly parsed: Stored | null;
  readonly card: Card | null;
  /** Pictures of ours that it names: in its sidecar, in its metadata, in its text. */
  readonly pictures: readonly NamedPicture[];
  readonly diagnostics: readonly Diagnostic[];
}
/** What is remembered of a picture that an article names; one that cannot be shown has a fault and no facts. */
export interface PictureRecord extends Stamp {
  /** Digest of the program that looked at it. */
  readonly looker: Digest;
  readonly facts: PictureFacts | null;
  readonly fault: Diagnostic | null;
}
/** One published file: the SHA-256 of its bytes in hexadecimal, and their number. */
export interface FileRecord {
  readonly path: OutputPath;
  readonly sha256: string;
  readonly size: number;
}
/** One planned page: its key, and the files that were made of it (most make one; a search segment makes many). */
export interface PageRecord {
  readonly key: string;
  readonly files: readonly FileRecord[];
}
export interface LastBuild {
  /** When the scan of its sources began, in milliseconds: what is as young may have changed since unseen. */
  readonly scanned: number;
  /** Digest of the program and settings that read the sources: another one reads them again. */
  readonly parseKey: Digest;
  readonly placeKey: Digest;
  /** Digest of all but the articles and pictures that the pages were made of; null when they are of other articles. */
  readonly inputs: Digest | null;
  readonly sources: ReadonlyMap<SourcePath, SourceRecord>;
  /** By path below the root: `content/2017/a.jpg`, `public/images/a.jpg`. */
  readonly pictures: ReadonlyMap<string, PictureRecord>;
  readonly pages: ReadonlyMap<OutputPath, PageRecord>;
  /** When all those files had been made, by the clock of their disk, in milliseconds: a younger one is not ours. */
  readonly made: number;
  /** The postings of runs of articles, by the key of what they were made of. */
  readonly runs: ReadonlyMap<string, readonly Stored[]>;
}

/** `missing` on a first build; `damaged` when the file is there and is not what was written. */
export type Loaded =
  | { readonly last: LastBuild }
  | { readonly last: null; readonly why: "missing" | "damaged" };

/** The program that reads and writes this form. */
const writer = (): Digest => roomsDigest(["cache"]);

const CHUNK = 16 * 1024 * 1024;
const DIGEST_LINE = 65;

/** Lines of a file whose last line is the SHA-256 of all before it, many at once. @throws Error when it is not. */
function* checkedLines(file: number): Generator<string> {
  const sha = createHash("sha256");
  const buffer = Buffer.allocUnsafe(CHUNK);
  let rest = Buffer.alloc(0);
  for (;;) {
    const got = readSync(file, buffer, 0, CHUNK, null);
    if (got === 0) break;
    const bytes = Buffer.concat([rest, buffer.subarray(0, got)]);
    const end = bytes.lastIndexOf(10, bytes.length - DIGEST_LINE - 1) + 1;
    if (end > 0) {
      const whole = bytes.subarray(0, end);
      sha.update(whole);
      yield transcode(whole, "utf8", "utf16le").toString("utf16le");
    }
    rest = Buffer.from(bytes.subarray(end));
  }
  if (rest.toString("latin1") !== `${sha.digest("hex")}\n`) throw new Error("digest differs");
}

type Head = Omit<LastBuild, "sources" | "pictures" | "pages" | "runs">;
type Line =
  | readonly ["build", Head & { readonly writer: Digest }]
  | readonly ["source", SourceRecord]
  | readonly ["picture", string, PictureRecord]
  | readonly ["page", OutputPath, PageRecord]
  | readonly ["run", string, readonly Stored[]];

/** Never throws for what the file holds: a damaged one is said to be damaged, another program's is none. */
export function loadLastBuild(path: string): Loaded {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch {
    return { last: null, why: "missing" };
  }
  try {
    let head: Head | undefined;
    const sources = new Map<SourcePath, SourceRecord>();
    const pictures = new Map<string, PictureRecord>();
    const pages = new Map<OutputPath, PageRecord>();
    const runs = new Map<string, readonly Stored[]>();
    for (const lines of checkedLines(file)) {
      for (const line of JSON.parse(`[${lines.trimEnd().replaceAll("\n", ",")}]`) as Line[]) {
        if (line[0] === "source") sources.set(line[1].path, line[1]);
        else if (line[0] === "picture") pictures.set(line[1], line[2]);
        else if (line[0] === "page") pages.set(line[1], line[2]);
        else if (line[0] === "run") runs.set(line[1], line[2]);
        else if (line[1].writer !== writer()) return { last: null, why: "missing" };
        else head = line[1];
      }
    }
    if (!head) throw new Error("no head");
    return { last: { ...head, sources, pictures, pages, runs } };
  } catch {
    return { last: null, why: "damaged" };
  } finally {
    closeSync(file);
  }
}

function* linesOf(build: LastBuild): Generator<Line> {
  const { scanned, parseKey, placeKey, inputs, made } = build;
  yield ["build", { writer: writer(), scanned, parseKey, placeKey, inputs, made }];
  for (const record of build.sources.values()) yield ["source", record];
  for (const [path, record] of build.pictures) yield ["picture", path, record];
  for (const [path, record] of build.pages) yield ["page", path, record];
  for (const [key, stored] of build.runs) yield ["run", key, stored];
}

/**
 * Writes the whole record beside the one that stands. What comes back puts it in place, which takes no room on the disk.
 * @throws Error of the file system when the disk is full or the folder cannot be written.
 */
export function prepareLastBuild(path: string, build: LastBuild): () => void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.new`;
  const file = openSync(temporary, "w");
  try {
    const sha = createHash("sha256");
    let batch: string[] = [];
    const flush = () => {
      const bytes = Buffer.from(batch.join(""));
      sha.update(bytes);
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
      batch = [];
    };
    for (const line of linesOf(build)) {
      batch.push(`${JSON.stringify(line)}\n`);
      if (batch.length === 1024) flush();
    }
    flush();
    writeSync(file, `${sha.digest("hex")}\n`);
  } catch (fault) {
    rmSync(temporary, { force: true });
    throw fault;
  } finally {
    closeSync(file);
  }
  return () => renameSync(temporary, path);
}
