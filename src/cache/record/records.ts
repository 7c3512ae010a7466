/** Types of the record of a build: its sources with their cards, its pictures, its pages with their files. */
import type { Card, Stored } from "../../model/article.ts";
import type { Digest, OutputPath, SourcePath } from "../../model/brands.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { NamedLink } from "../../model/links/inline-link.ts";
import type { NamedPicture, PictureFacts } from "../../model/picture.ts";

/** Size in bytes, modification time in milliseconds and digest of a file when it was last read. */
export interface Stamp {
  readonly size: number;
  readonly modified: number;
  readonly digest: Digest;
}
/** The record of one source file. A source in error has no card; a draft has its card in a field of its own. */
export interface SourceRecord extends Stamp {
  readonly path: SourcePath;
  readonly sidecar: Stamp | null;
  /** Of what was known of the pages of its folder when it was read; null where nothing was. */
  readonly make: Digest | null;
  readonly parsed: Stored | null;
  readonly card: Card | null;
  /** Null unless the source is a draft without errors. */
  readonly draft: Card | null;
  /** Local pictures that it names: in its sidecar, its metadata or its text. */
  readonly pictures: readonly NamedPicture[];
  /** Links of its text to other sources, by file name. */
  readonly links: readonly NamedLink[];
  readonly diagnostics: readonly Diagnostic[];
}
/** The record of a picture that an article names; one that cannot be shown has a fault and no facts. */
export interface PictureRecord extends Stamp {
  /** Fingerprint of the code that read its size and colour. */
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
/** One planned page: its key and the files written for it (most have one; a search segment has many). */
export interface PageRecord {
  readonly key: string;
  readonly files: readonly FileRecord[];
}
export interface LastBuild {
  /** When the scan of its sources began, in milliseconds: a file modified at or after it may have changed again unnoticed. */
  readonly scanned: number;
  /** Digest of the program and settings that parsed the sources; where it differs they are parsed again. */
  readonly parseKey: Digest;
  readonly cardKey: Digest;
  /** Digest of all inputs of the pages but articles and pictures; null when the pages are of other articles. */
  readonly inputs: Digest | null;
  readonly sources: ReadonlyMap<SourcePath, SourceRecord>;
  /** By path below the root: `content/2017/a.jpg`, `public/images/a.jpg`. */
  readonly pictures: ReadonlyMap<string, PictureRecord>;
  readonly pages: ReadonlyMap<OutputPath, PageRecord>;
  /** When all those files had been written, by the clock of their disk, in milliseconds: a newer file was changed by others. */
  readonly made: number;
  /** The search postings of pieces of runs of articles, by the key of their inputs. */
  readonly runs: ReadonlyMap<string, readonly Stored[]>;
}

/** The record on disk: the seal of its newest file, and the number of files of changes after the first one. */
export interface Written {
  readonly seal: string;
  readonly additions: number;
}
