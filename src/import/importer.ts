/**
 * What a form of old archives brings along: how it is recognised, its items one at a time, and an account of the whole.
 * All else is the same for every form: `source/recognise.ts` finds the form, `item-files.ts` names files, `sink.ts` writes
 * them, `report.ts` holds what became of each item. `registry.ts` lists the forms.
 */
import type { Diagnostic } from "../model/diagnostic.ts";
import type { FrontMatter } from "./front-matter.ts";
import type { ItemFiles } from "./item-files.ts";

/** The beginning of a source, which tells its form whatever its name. */
export interface Sample {
  /** Names in it where it is a folder, else null. */
  readonly names: readonly string[] | null;
  /** The first 64 KB of a file, unpacked where it is packed with gzip. */
  readonly bytes: Uint8Array;
  /** The same decoded, with lines ended by `\n`; "" of what is packed otherwise or is no text. */
  readonly text: string;
}

export interface ImportContext {
  readonly files: ItemFiles;
  /** Whether a file, by its path, lies in the folder of uploads; false where no such folder is named. */
  readonly isUploaded: (path: string) => boolean;
}

export interface Importer {
  /** As its folder is called. */
  readonly name: string;
  readonly detect: (sample: Sample) => boolean;
  /**
   * Goes through the sources once, so that each item has its file before any is converted and links can lead there.
   * @param sources Paths of one form, which are one old site. @throws Error of the file system.
   */
  readonly open: (sources: readonly string[], context: ImportContext) => Promise<OldArchive>;
}

export interface OldArchive {
  readonly account: Account;
  /** In an order that depends on the sources alone; each is let go of before the next is read. */
  readonly items: () => AsyncIterable<ImportItem>;
}

export interface Account {
  readonly site: OldSite;
  /** Damage of the sources, and what else is to be said of more than one item. */
  readonly diagnostics: readonly Diagnostic[];
}
export interface OldSite {
  readonly title: string;
  readonly description: string;
  /** Of its clock before UTC; 0 where that is not known. */
  readonly minutesAhead: number;
}

/** How an item is found again: in its source, and on the old site. */
export interface ItemOrigin {
  readonly title: string;
  /** On the old site; "" where it is not known. */
  readonly address: string;
  readonly source: string;
  /** From 1. */
  readonly line: number;
}
export interface ImportItem extends ItemOrigin {
  /** Whatever it throws loses this item alone. */
  readonly convert: () => Converted;
}

/** What becomes of an item: a file, which may be a draft; nothing, by a rule; or nothing, and it is lost. */
export type Converted = ItemText | LeftOut | Lost;
export interface ItemText {
  readonly outcome: "text";
  /** Below content/, as {@link ItemFiles} gave it. */
  readonly file: string;
  /** All keys but `draft`. */
  readonly metadata: FrontMatter;
  readonly markdown: string;
  /** Why it is not published; null where the public saw it. */
  readonly draft: string | null;
  readonly isPage: boolean;
  /** The kind of a plugin that it is of; null for the system's own articles and pages. */
  readonly pluginKind: string | null;
  /** Whether it had no headline, and was given its first words. */
  readonly isUntitled: boolean;
  /** Unknown shortcodes, which were removed. */
  readonly shortcodes: readonly string[];
  /** Comments of readers, which have no place in the archive. */
  readonly comments: number;
  /** Files of the folder of uploads that it shows or links to, and addresses on the old site of those that are not there. */
  readonly uploads: readonly string[];
  readonly elsewhere: readonly string[];
}
export interface LeftOut {
  readonly outcome: "left-out";
  /** Its kind or its state, by which it is counted. */
  readonly rule: string;
}
export interface Lost {
  readonly outcome: "lost";
  /** An error of the source, wherever in it. */
  readonly why: Diagnostic;
}
