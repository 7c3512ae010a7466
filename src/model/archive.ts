/** The articles grouped and sorted, as the input of the planner. Rebuilt at each build and immutable. */
import type { Card, Label } from "./article.ts";
import type { SourcePath } from "./brands.ts";
import type { TextLinks } from "./links/inline-link.ts";
import type { Pictures } from "./picture.ts";

/** The articles of one section, tag or author, oldest first, so that page 7 always holds the same articles. */
export interface Group {
  readonly label: Label;
  readonly articles: readonly Card[];
}

/** The articles of one calendar day, newest first. */
export interface Day {
  readonly day: number;
  readonly articles: readonly Card[];
}
export interface Month {
  readonly month: number;
  readonly count: number;
  /** Days that hold articles, ascending. */
  readonly days: readonly Day[];
}
export interface Year {
  readonly year: number;
  readonly count: number;
  /** Months that hold articles, ascending. */
  readonly months: readonly Month[];
}

/**
 * A related article and why it is shown: the hashes of two or three discriminative terms of both texts (the renderer
 * finds their words in the stored terms of the article), and the days between the two.
 */
export interface RelatedArticle {
  readonly card: Card;
  readonly terms: readonly number[];
  /** Days from this article to the other: negative when the other is older. Null where one is undated. */
  readonly days: number | null;
  /** 0 to 1. Not shown on any page, so a page does not change with it. */
  readonly score: number;
}
export interface Related {
  readonly similar: readonly RelatedArticle[];
  /** The same text published again: shown as «نُشر أيضًا», never as related. */
  readonly copies: readonly Card[];
}

export interface Archive {
  /** Dated articles, oldest first (date, time, id): the order of every list in here unless it says otherwise. */
  readonly dated: readonly Card[];
  /** Articles without a date, by title. They are never listed as new. */
  readonly undated: readonly Card[];
  /** Static pages, by title. */
  readonly staticPages: readonly Card[];
  /** In the order of the settings, then by name. */
  readonly sections: readonly Group[];
  /** By name, without the leading ال. */
  readonly tags: readonly Group[];
  readonly authors: readonly Group[];
  /** Newest first. */
  readonly years: readonly Year[];
  readonly relatedTo: (card: Card) => Related;
  /**
   * A checksum of what a page shows of `relatedTo`, cheaper to compute than that. Comparable between two archives if both
   * have it.
   */
  readonly relatedSum?: (card: Card) => readonly number[];
  readonly pictures: Pictures;
  /** The addresses for links of an article's text that name a source or a document by its file. */
  readonly linksIn: (source: SourcePath) => TextLinks;
}
