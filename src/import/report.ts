/** The report of an import: what was written, what was left out, what was lost. */
import type { Diagnostic } from "../model/diagnostic.ts";

export interface ImportReport {
  articles: number;
  pages: number;
  drafts: number;
  /** How many of them for each reason. */
  readonly draftReasons: Map<string, number>;
  /** Files that were written, below content/. */
  readonly written: string[];
  /** How many were there already, with the same text. */
  unchanged: number;
  /** Those that were there already and differ: left as they are. */
  readonly kept: string[];
  /** Comments of readers, which have no place in the archive. */
  comments: number;
  /** Articles of kinds that plugins and themes made, by kind. */
  readonly kinds: Map<string, number>;
  /** Items that hold no article, by kind or state. */
  readonly passedOver: Map<string, number>;
  /** Unknown shortcodes, and how often each was removed. */
  readonly shortcodes: Map<string, number>;
  /** Files that had no headline and were given their first words. */
  readonly untitled: string[];
  /** Files of the folder of uploads that are used, and addresses on the old site of those that are not in it. */
  readonly uploads: Set<string>;
  readonly elsewhere: Set<string>;
  /** Items that hold an article, or may, and were not written. */
  readonly lost: { title: string; address: string; file: string; line: number }[];
  readonly diagnostics: Diagnostic[];
}

export const emptyReport = (): ImportReport => ({
  ...{ articles: 0, pages: 0, drafts: 0, unchanged: 0, comments: 0 },
  ...{ written: [], kept: [], untitled: [], lost: [], diagnostics: [] },
  ...{
    draftReasons: new Map(),
    kinds: new Map(),
    passedOver: new Map(),
    shortcodes: new Map(),
    uploads: new Set(),
    elsewhere: new Set(),
  },
});
