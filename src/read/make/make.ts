/**
 * The make of a page: what the pages of one outlet have in common, as `warraq learn` found it and an editor may mend it.
 * It is handed to the parser as data. Lines are compared by {@link lineKey}: figures do not matter.
 */

/** What a line may say of its article. */
export type FieldName = "headline" | "day" | "writer" | "section" | "title";

/** A line that is found by its place among the lines which all pages share, and what it says. */
export interface FieldLine {
  /** The shared line above it; null for the top of the page. Absent where it is found by the line below. */
  readonly below?: string | null;
  /** The shared line below it; null for the end of the page, "" for the first paragraph of the text. */
  readonly above?: string | null;
  /**
   * Which of the lines between that one and the next shared line, counted from there, from 1; over the text, which
   * of those that are not shared.
   */
  readonly line: number;
  /** Which of several such shared lines in a page, from 1. */
  readonly nth: number;
  /**
   * The line with `{headline}`, `{day}`, `{writer}`, `{section}`, `{title}` (of another article) or
   * `{other}` where pages differ.
   */
  readonly says: string;
}

export interface Make {
  /** Lines of the page and not of its article: those that stand over its first paragraph, and those further down. */
  readonly over: readonly string[];
  readonly under: readonly string[];
  /** Lines that are the page's only where they stand together in this order, as the names in a menu. */
  readonly together: readonly (readonly string[])[];
  /** How lines of the page begin that go on differently. */
  readonly beginnings: readonly string[];
  /** Shared lines over titles of other articles: those that follow are the page's, up to the next shared line. */
  readonly titles: readonly string[];
  /** Shared lines below which nothing is of the article. */
  readonly ends: readonly string[];
  /** In order: of two that say the same, the first that a page has. */
  readonly fields: readonly FieldLine[];
}

/** The makes of a folder's pages; a page is of the one most of whose lines it has. */
export interface Makes {
  readonly raw: readonly Make[];
}

/** A line as it is compared: spaces single, every number as 0. */
export const lineKey = (line: string): string =>
  line
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/g, "")
    .replace(/\p{Nd}+/gu, "0")
    .replace(/\s+/g, " ")
    .trim();
