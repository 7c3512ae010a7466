/** What is remembered of a build: its sources with their cards, its pictures, its pages with their files. */
import type { Card, Stored } from "../../model/article.ts";
import type { Digest, OutputPath, SourcePath } from "../../model/brands.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { NamedLink } from "../../model/inline-link.ts";
import type { NamedPicture, PictureFacts } from "../../model/picture.ts";

/** A file as it was when it was last read. */
export interface Stamp {
  readonly size: number;
  readonly modified: number;
  readonly digest: Digest;
}
/** What is remembered of one source. A source in error has no card; a draft has it apart from those that are published. */
export interface SourceRecord extends Stamp {
  readonly path: SourcePath;
  readonly sidecar: Stamp | null;
  readonly parsed: Stored | null;
  readonly card: Card | null;
  /** Null of what is no draft, and of one in error. */
  readonly draft: Card | null;
  /** Pictures of ours that it names: in its sidecar, in its metadata, in its text. */
  readonly pictures: readonly NamedPicture[];
  /** Other sources that its text links to by their files. */
  readonly links: readonly NamedLink[];
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
  /** The postings of pieces of runs of articles, by the key of what they were made of. */
  readonly runs: ReadonlyMap<string, readonly Stored[]>;
}

/** What lies on the disk of a record: the seal of its newest file, and how many files were added to the first one. */
export interface Written {
  readonly seal: string;
  readonly additions: number;
}
