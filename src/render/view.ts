/**
 * Builds the parts of views that templates print: dates in the site's own words, addresses under its base path, counts
 * with their noun. Fields whose names end in `Html` are markup already.
 */

import { formatDate, formatDistance, formatMonth, formatYear } from "../arabic/dates/format-date.ts";
import { countOf, type Noun } from "../arabic/grammar/plural.ts";
import { printDigits, printNumber } from "../arabic/letters/digits.ts";
import { foreignRuns } from "../arabic/typography/bidi.ts";
import { shortened } from "../arabic/typography/shorten.ts";
import { sectionUrl } from "../model/addresses.ts";
import type { Link, Picture, ShownBody, ShownCard } from "../model/article.ts";
import { type UrlPath, urlPath } from "../model/brands.ts";
import type { CivilDate } from "../model/civil-date.ts";
import { hrefOf } from "../model/links/href.ts";
import type { NamedInText, SiteChrome, Slice } from "../model/page.ts";
import { type PictureView, pictureView, type TextPieceView, textView } from "./picture-view.ts";
import { strings } from "./strings.ts";

/** The stored inputs loaded for a page. */
export interface Loaded {
  readonly bodies: readonly ShownBody[];
  /** The word for a term of this article, as spelled in its text. */
  readonly words: (termHash: number) => string | undefined;
}

export interface LinkView {
  readonly href: string;
  readonly titleHtml: string;
  readonly date: string | null;
  readonly datetime: string | null;
}
export interface NamedLink {
  readonly href: string;
  readonly name: string;
  readonly nameHtml: string;
}
export interface CardView extends LinkView {
  readonly section: NamedLink | null;
  readonly excerptHtml: string;
  /** Null also where its file is missing. */
  readonly picture: PictureView | null;
}
export interface PagingView {
  readonly newer: string | null;
  readonly older: string | null;
  readonly label: string | null;
}

const ENTITY: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
export const escapeHtml = (text: string): string =>
  /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (c) => ENTITY[c] as string) : text;

/** Escapes text as markup, with each foreign run in `<bdi>` (W3C, inline bidirectional markup). */
export function bdiHtml(text: string): string {
  const runs = foreignRuns(text);
  if (runs.length === 0) return escapeHtml(text);
  let html = "";
  let at = 0;
  for (const { start, end } of runs) {
    html += `${escapeHtml(text.slice(at, start))}<bdi>${escapeHtml(text.slice(start, end))}</bdi>`;
    at = end;
  }
  return html + escapeHtml(text.slice(at));
}

/** Adds the base path to the links of an article's text that lead to pages of the site. */
const withBase = (html: string, { base }: SiteChrome): string =>
  base === "/" ? html : html.replace(/(<a\b[^>]*?\shref=")\/(?!\/)/g, `$1${encodeURI(base)}`);

/** Characters of an excerpt in a list: two or three lines. */
const ON_A_CARD = 130;

/** The shade of a cell, 0 to 4, relative to the largest count `most`; where that is below four, one step per article. */
export const heat = (count: number, most: number): number =>
  count === 0 ? 0 : Math.ceil((count / Math.max(4, most)) * 4);

/** Builds views for one site; what follows from the site chrome alone is computed once. */
export class Viewer {
  readonly chrome: SiteChrome;
  readonly menu: readonly NamedLink[];
  readonly standing: readonly NamedLink[];
  /** Cache of printed dates: the pages of one batch have few different days. */
  readonly #days = new Map<CivilDate, string>();

  constructor(chrome: SiteChrome) {
    this.chrome = chrome;
    this.menu = chrome.menu.map((label) => this.named(label.name, sectionUrl(label)));
    this.standing = chrome.staticPages.map(({ url, title }) => this.named(title, url));
  }

  href(url: UrlPath): string {
    return hrefOf(url, this.chrome.base);
  }

  /** The address with scheme and host where the settings state them: for canonical links and link previews. */
  absolute(url: UrlPath): string {
    return this.chrome.origin + this.href(url);
  }

  /** Prints an address that an editor wrote; one within the site gets the base path. */
  address(written: string): string {
    return /^[a-z]+:/i.test(written) ? written : this.href(urlPath(written));
  }

  named(name: string, url: UrlPath): NamedLink {
    return { href: this.href(url), name, nameHtml: bdiHtml(name) };
  }

  date(date: CivilDate): string {
    const known = this.#days.get(date);
    if (known !== undefined) return known;
    const printed = formatDate(date, this.chrome.locale, { hijri: false });
    this.#days.set(date, printed);
    return printed;
  }

  /** «تاريخ تقديري: تشرين الثاني/نوفمبر 2017», for a year, a month or a day. Not used in metadata. */
  estimate(of: string): string {
    const [year = 0, month, day] = of.split("-").map(Number);
    const { locale } = this.chrome;
    const said = day
      ? this.date(of as CivilDate)
      : month
        ? formatMonth(year, month, locale)
        : formatYear(year, locale.digits);
    return `${strings.estimate}: ${said}`;
  }

  count(n: number, noun: Noun): string {
    return countOf(n, noun, this.chrome.locale.digits);
  }

  number(n: number): string {
    return printNumber(n, this.chrome.locale.digits);
  }

  /** Prints years and days in the site's digits, without grouping. */
  digits(n: number): string {
    return printDigits(String(n), this.chrome.locale.digits);
  }

  distance(days: number): string {
    return formatDistance(days, this.chrome.locale.digits);
  }

  link({ url, title, published }: Link): LinkView {
    return {
      href: this.href(url),
      titleHtml: bdiHtml(title),
      date: published ? this.date(published) : null,
      datetime: published,
    };
  }

  picture(picture: Picture): PictureView {
    return pictureView(picture, (url) => this.href(url));
  }

  /** A text split at its pictures, with the base path in its links. */
  text(
    html: string,
    named: NamedInText,
  ): readonly (TextPieceView & { readonly captionHtml: string | null })[] {
    return textView(html, named, (url) => this.href(url)).map((piece) =>
      piece.html === null
        ? { ...piece, captionHtml: piece.caption && bdiHtml(piece.caption) }
        : { ...piece, html: withBase(piece.html, this.chrome), captionHtml: null },
    );
  }

  /** @param most Characters shown of its summary or excerpt. */
  card(card: ShownCard, most = ON_A_CARD): CardView {
    const picture = card.image && this.picture(card.image);
    return {
      ...this.link(card),
      section: card.section ? this.named(card.section.name, sectionUrl(card.section)) : null,
      excerptHtml: bdiHtml(shortened(card.details.summary ?? card.details.excerpt, most)),
      picture: picture === null || picture.missing !== null ? null : picture,
    };
  }

  paging({ number, newer, older }: Slice): PagingView {
    return {
      newer: newer ? this.href(newer) : null,
      older: older ? this.href(older) : null,
      label: this.pageLabel(number),
    };
  }

  /** «الصفحة 7»; null for the front, which has no number. */
  pageLabel(number: number | null): string | null {
    return number === null ? null : `${strings.pageNumber} ${this.number(number)}`;
  }

  /** `4 دقائق`, at 200 words a minute. */
  readingTime(words: number): string {
    const minutes = Math.round(words / 200);
    return minutes < 1 ? strings.lessThanAMinute : this.count(minutes, "minute");
  }
}
