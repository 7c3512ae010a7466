/**
 * Converts the record of a build to the lines of its files and back. Each line holds many sources or pages, as rows
 * without field names, since every build reads all of them.
 */
import type { Stored } from "../../model/article.ts";
import type { Digest, OutputPath } from "../../model/brands.ts";
import { parsedLine } from "../store/sealed-lines.ts";
import type { LastBuild, PageRecord, PictureRecord, SourceRecord, Written } from "./records.ts";
import { RowReader, rowOf, type SourceRow } from "./source-rows.ts";

/** Sources or pages per line. */
const LINE = 256;
/** Where more than this share of the entries changed, the whole record is written. */
const MOST_NEW = 1 / 8;

export type Head = Omit<LastBuild, "sources" | "pictures" | "pages" | "runs">;
/** The program that wrote a file, and the seal of the file before it; null for the first one. */
interface Origin {
  readonly writer: Digest;
  readonly after: string | null;
}
type Kind = "source" | "picture" | "page" | "run";
/** A page and its files; a file whose path is null has the path of the page. */
type PageRow = readonly [OutputPath, key: string, ...(readonly [OutputPath | null, string, number])[]];
type Line =
  | readonly ["build", Origin, Head]
  | readonly ["sources", readonly SourceRow[]]
  | readonly ["pages", readonly PageRow[]]
  | readonly ["picture", string, PictureRecord]
  | readonly ["run", string, readonly Stored[]]
  | readonly ["gone", Kind, string];
export interface Tables {
  readonly source: Map<string, SourceRecord>;
  readonly picture: Map<string, PictureRecord>;
  readonly page: Map<string, PageRecord>;
  readonly run: Map<string, readonly Stored[]>;
}

const pageRow = (path: OutputPath, { key, files }: PageRecord): PageRow => [
  path,
  key,
  ...files.map((file) => [file.path === path ? null : file.path, file.sha256, file.size] as const),
];

/** Reads lines into the tables. */
export class LineTaker {
  readonly #tables: Tables;
  readonly #rows = new RowReader();

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  /** @param bytes Not kept after this returns. @returns The line where it is the head of a file, else null. */
  take(bytes: Buffer): (Line & readonly ["build", ...unknown[]]) | null {
    const line = parsedLine(bytes) as Line;
    if (line[0] === "build") return line;
    if (line[0] === "sources") this.#takeSources(line[1]);
    else if (line[0] === "pages") this.#takePages(line[1]);
    else if (line[0] === "gone") this.#tables[line[1]].delete(line[2]);
    else if (line[0] === "run") this.#tables.run.set(line[1], line[2]);
    else this.#tables.picture.set(line[1], line[2]);
    return null;
  }

  #takeSources(rows: readonly SourceRow[]): void {
    for (const row of rows) {
      const record = this.#rows.record(row);
      this.#tables.source.set(record.path, record);
    }
  }

  #takePages(rows: readonly PageRow[]): void {
    for (const [page, key, ...files] of rows)
      this.#tables.page.set(page, {
        key,
        files: files.map(([path, sha256, size]) => ({ path: path ?? page, sha256, size })),
      });
  }
}

const lineOf = (line: Line): string => JSON.stringify(line);

function headLine({ scanned, parseKey, cardKey, inputs, made }: LastBuild, origin: Origin): string {
  return lineOf(["build", origin, { scanned, parseKey, cardKey, inputs, made }]);
}

/** The entries of a build, or those that differ from another build. */
interface Entries {
  readonly sources: Iterable<SourceRecord>;
  readonly pages: Iterable<readonly [OutputPath, PageRecord]>;
  readonly pictures: Iterable<readonly [string, PictureRecord]>;
  readonly runs: Iterable<readonly [string, readonly Stored[]]>;
}

function* linesOf({ sources, pages, pictures, runs }: Entries): Generator<string> {
  for (const some of inBatches(sources)) yield lineOf(["sources", some.map(rowOf)]);
  for (const some of inBatches(pages))
    yield lineOf(["pages", some.map(([path, page]) => pageRow(path, page))]);
  for (const [name, picture] of pictures) yield lineOf(["picture", name, picture]);
  for (const [key, stored] of runs) yield lineOf(["run", key, stored]);
}

function* inBatches<T>(all: Iterable<T>): Generator<readonly T[]> {
  let batch: T[] = [];
  for (const one of all) {
    batch.push(one);
    if (batch.length < LINE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** The lines of a whole record. @param program Digest of the program that writes. */
export function* allLines(build: LastBuild, program: Digest): Generator<string> {
  yield headLine(build, { writer: program, after: null });
  yield* linesOf({ ...build, sources: build.sources.values() });
}

/** The lines for what differs from the record on disk; null where so much differs that it is better written whole. */
export function newLines(
  build: LastBuild,
  {
    last,
    written,
    program,
  }: { readonly last: LastBuild; readonly written: Written; readonly program: Digest },
): readonly string[] | null {
  const gone: string[] = [];
  let [all, changed] = [0, 0];
  const differing = <K extends string, V>(kind: Kind, now: ReadonlyMap<K, V>, then: ReadonlyMap<K, V>) => {
    const entries: (readonly [K, V])[] = [];
    let left = then.size;
    for (const [key, value] of now) {
      const before = then.get(key);
      if (before !== undefined) left -= 1;
      if (before !== value) entries.push([key, value]);
    }
    if (left > 0) for (const key of then.keys()) if (!now.has(key)) gone.push(lineOf(["gone", kind, key]));
    all += now.size;
    changed += entries.length;
    return entries;
  };
  const entries: Entries = {
    sources: differing("source", build.sources, last.sources).map(([, source]) => source),
    pages: differing("page", build.pages, last.pages),
    pictures: differing("picture", build.pictures, last.pictures),
    runs: differing("run", build.runs, last.runs),
  };
  if (changed + gone.length > all * MOST_NEW) return null;
  return [headLine(build, { writer: program, after: written.seal }), ...linesOf(entries), ...gone];
}
