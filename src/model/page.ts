/**
 * One planned file of the site, as plain data that can be hashed and posted to a worker. A renderer is given a Page, its
 * stored inputs and the site chrome, nothing else; so these are all that the file depends on, and the page's key
 * determines whether it must be rendered again.
 */
import type { RelatedArticle } from "./archive.ts";
import type { Card, Label, Link, ShownCard, Stored } from "./article.ts";
import { fileFor, type OutputPath, type UrlPath } from "./brands.ts";
import type { CivilDate } from "./civil-date.ts";
import type { TextLinks } from "./links/inline-link.ts";
import type { TextPictures, Variant } from "./picture.ts";
import type { Colour, Locale, Theme } from "./site.ts";

/** The site chrome: what every page shows of the site. A change here changes every page. */
export interface SiteChrome {
  readonly title: string;
  readonly description: string;
  readonly origin: string;
  readonly base: string;
  readonly publisher: string;
  readonly footer: string | null;
  readonly locale: Locale;
  readonly theme: Theme;
  /** Whether each article has a picture at `share.png` beside its page. */
  readonly sharePictures: boolean;
  /** Whether any article is dated: without one there is no Atom feed. */
  readonly dated: boolean;
  /** The menu: sections, in order. */
  readonly menu: readonly Label[];
  /** Static pages, for the footer. */
  readonly staticPages: readonly { readonly url: UrlPath; readonly title: string }[];
  /** Addresses of the style sheets, scripts and fonts, within the site. */
  readonly assets: {
    readonly style: UrlPath;
    readonly scripts: readonly UrlPath[];
    readonly fonts: readonly UrlPath[];
    /** The site's icon (favicon). */
    readonly icon: UrlPath;
  };
}

/** Which slice of a list a page shows, newest first, and the addresses of the pages beside it. */
export interface Slice {
  /** Null on the unnumbered front. Page 1 holds the oldest articles. */
  readonly number: number | null;
  /** Addresses: towards newer articles, towards older ones. */
  readonly newer: UrlPath | null;
  readonly older: UrlPath | null;
  /** Articles in the whole list; null on numbered pages, so that an old page does not change with it. */
  readonly total: number | null;
}

export interface Count {
  readonly label: Label;
  readonly url: UrlPath;
  readonly count: number;
}

export interface MonthOfYear {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
}

/** `11-22`: month and day, whatever the year. */
export type DayOfYear = `${string}-${string}`;

/** The files and addresses for the pictures and links that the text of an article names. */
export interface NamedInText {
  readonly pictures: TextPictures;
  readonly links: TextLinks;
}

/** The props of each page kind, besides its cards. Small JSON. */
export interface PropsOf {
  /** One article: cards[0]; its body is stored[0]. */
  article: NamedInText & {
    readonly newer: Link | null;
    readonly older: Link | null;
    readonly newerInSection: Link | null;
    readonly olderInSection: Link | null;
    readonly related: readonly (Link & Pick<RelatedArticle, "terms" | "days">)[];
    readonly copies: readonly Link[];
  };
  /** A static page: cards[0]; its body is stored[0]. */
  standing: NamedInText;
  /** cards: the newest articles, then those of each block in turn (`from` to `to`). */
  home: {
    readonly latest: number;
    readonly blocks: readonly { readonly label: Label; readonly from: number; readonly to: number }[];
    readonly years: readonly { readonly year: number; readonly count: number }[];
    readonly total: number;
    /** Days of the year that have articles, from January on. */
    readonly days: readonly DayOfYear[];
  };
  section: {
    readonly label: Label;
    readonly description: string | null;
    readonly slice: Slice;
    /** Whether any of its articles is dated. */
    readonly dated: boolean;
  };
  tag: { readonly label: Label; readonly slice: Slice };
  author: { readonly label: Label; readonly slice: Slice };
  /** One page of all sections, tags or authors, in the order of their names. */
  index: {
    readonly of: "sections" | "tags" | "authors";
    readonly entries: readonly Count[];
    /** Null on the front. */
    readonly number: number | null;
    readonly previous: UrlPath | null;
    readonly next: UrlPath | null;
    /** For each initial letter, its page and the address of its first name. Empty where there is only one page. */
    readonly initials: readonly {
      readonly initial: string | null;
      readonly page: UrlPath;
      readonly first: UrlPath;
    }[];
  };
  undated: { readonly slice: Slice };
  /** All years, with their months. */
  archive: {
    readonly years: readonly {
      readonly year: number;
      readonly count: number;
      /** Twelve counts, January first. */
      readonly months: readonly number[];
    }[];
    readonly undated: number;
  };
  year: {
    readonly year: number;
    readonly count: number;
    /** Counts of each day: `[month][day]`, both from 0. */
    readonly days: readonly (readonly number[])[];
    readonly newer: number | null;
    readonly older: number | null;
  };
  /** A month: links to all its articles, by day, newest day first. */
  month: MonthOfYear & {
    readonly count: number;
    readonly days: readonly {
      readonly day: number;
      readonly count: number;
      readonly links: readonly Link[];
    }[];
    readonly newer: MonthOfYear | null;
    readonly older: MonthOfYear | null;
  };
  /** A day, or a page of one: the cards of its articles, newest first. */
  day: {
    readonly date: CivilDate;
    readonly slice: Slice;
    /** The nearest days that have articles; null on numbered pages, so that an old page does not change with them. */
    readonly newer: CivilDate | null;
    readonly older: CivilDate | null;
  };
  /** One day of all years that have articles on it, newest year first; `links` are the newest few of each. */
  "on-this-day": {
    readonly day: DayOfYear;
    readonly years: readonly {
      readonly year: number;
      readonly count: number;
      readonly links: readonly Link[];
    }[];
    /** The days before and after it that have articles. */
    readonly previous: DayOfYear | null;
    readonly next: DayOfYear | null;
  };
  /** Counts of each day over all years: `[month][day]`, both from 0; February has 29. */
  "days-of-year": { readonly counts: readonly (readonly number[])[] };
  /** Years that have articles, newest first. */
  "not-found": { readonly years: readonly number[] };
  search: { readonly sections: readonly Label[]; readonly years: readonly number[] };
  /** The parts of the search index, whose format is documented in docs/search-format.md. */
  "search-index": { readonly index: object };
  /** For each article by number, the index of its section plus one, or 0. */
  "search-sections": { readonly places: readonly number[] };
  /** Records of up to 36 articles; stored: their terms, in the same order. */
  "search-articles": {
    readonly entries: readonly {
      readonly url: UrlPath;
      readonly title: string;
      readonly published: CivilDate | null;
    }[];
  };
  /** The newest articles; stored: their terms, oldest first. */
  "search-open": { readonly stamp: number };
  /** Adjacent shards, a file each; stored: the postings of each piece of the closed runs. */
  "search-terms": {
    readonly stripe: number;
    readonly shardBits: number;
    /** Identifies the numbering of the closed runs. */
    readonly stamp: number;
    /** Number of articles in each piece. */
    readonly counts: readonly number[];
  };
  /** cards: the last 30, newest first; stored: their bodies, in the same order. Null label: the whole site. */
  feed: {
    readonly format: "rss" | "atom" | "json";
    readonly section: Label | null;
    /** Of each card. */
    readonly texts: readonly NamedInText[];
  };
  "sitemap-index": {
    readonly sitemaps: readonly { readonly url: UrlPath; readonly modified: CivilDate | null }[];
  };
  sitemap: { readonly entries: readonly { readonly url: UrlPath; readonly modified: CivilDate | null }[] };
  /** cards: the articles of the two days up to the newest, newest first. */
  "news-sitemap": Record<string, never>;
  robots: Record<string, never>;
  /** An old address of an article, which redirects to the new one. */
  redirect: { readonly to: UrlPath; readonly title: string };
  /** The style sheet: `sources` are the style files, in order; `digest` of their text. */
  style: { readonly sources: readonly string[]; readonly digest: string };
  /** The default icon (favicon), where the site has none of its own. */
  icon: { readonly colour: Colour };
  /** A file copied byte for byte: absolute path on disk and the digest of its bytes. */
  copy: { readonly from: string; readonly digest: string };
  /** A picture in all its widths and formats; `from` is relative to the root, `digest` is of its bytes. */
  picture: { readonly from: string; readonly digest: string; readonly variants: readonly Variant[] };
  /** The picture of an article for link previews; `accent` is a colour, null for the default. */
  "share-picture": {
    readonly title: string;
    readonly section: string | null;
    readonly date: string | null;
    readonly site: string;
    readonly accent: string | null;
  };
}
export type PageKind = keyof PropsOf;

/** The inputs of props: the cards they link to, in order, and in `rest` everything else, as 32-bit integers and texts. */
export interface PropsBasis {
  readonly links: readonly Pick<Card, "linkDigest">[];
  readonly rest: readonly (number | string)[];
}
interface PageBase<C> {
  readonly path: OutputPath;
  /** The cards it shows, in order. */
  readonly cards: readonly C[];
  /** Stored inputs: values to load for it. */
  readonly stored: readonly Stored[];
  /** The inputs of the props, where props are large and many: equal inputs give equal props. Both are computed on access. */
  readonly basis?: PropsBasis;
}
export type PageOf<K extends PageKind, C = Card> = PageBase<C> & {
  readonly kind: K;
  readonly props: PropsOf[K];
};
/** A page that shows no cards and needs no stored values: its props are all it is made of. */
export const plainPage = <K extends PageKind>(kind: K, url: UrlPath, props: PropsOf[K]): PageOf<K> => ({
  ...{ path: fileFor(url), kind, cards: [], stored: [], props },
});
export type Page<C = Card> = { [K in PageKind]: PageOf<K, C> }[PageKind];

/** A page whose cards have their details loaded, as a renderer is given it. */
export type ShownPage = Page<ShownCard>;
export type ShownPageOf<K extends PageKind> = PageOf<K, ShownCard>;
