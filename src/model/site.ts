/** The settings of a site, checked and complete: what `content/site.yaml` says, with every default filled in. */
import type { Label } from "./article.ts";

/** Month names: `levant` (تشرين الثاني), `egypt` (نوفمبر), `maghreb` (جانفي), `morocco` (غشت), `dual` (تشرين الثاني/نوفمبر). */
export type MonthNames = "levant" | "egypt" | "maghreb" | "morocco" | "dual";
/** `latn` prints 2017, `arab` prints ٢٠١٧. */
export type Digits = "latn" | "arab";

export interface Locale {
  readonly months: MonthNames;
  readonly digits: Digits;
  /** Whether dates are printed with their Hijri day beside them. */
  readonly hijri: boolean;
  /** IANA name of the outlet's own time zone: instants become civil dates in it. Null where the settings state none. */
  readonly timeZone: string | null;
}

/** A section the settings name: its place in the menu is its place in the list. */
export interface SectionSettings extends Label {
  readonly description: string | null;
}

/** `newspaper` has its own fonts and both schemes; `plain` is text alone, with whatever fonts the reader has. */
export type ThemeName = "newspaper" | "plain";
/** A CSS colour, checked, for the light scheme and for the dark one. Null keeps the style sheet's own. */
export interface Colour {
  readonly light: string;
  readonly dark: string;
}
/** The accent of `newspaper` where the settings state none: the style sheet's own. */
export const OWN_ACCENT: Colour = { light: "#8a2f22", dark: "#e59a83" };
export interface Theme {
  readonly name: ThemeName;
  readonly colours: Readonly<Record<"accent" | "paper" | "ink", Colour | null>>;
  /** Files of public/, as addresses within the site. Null keeps the theme's own font. */
  readonly fonts: Readonly<Record<"text" | "headings", string | null>>;
  /** A picture in public/, as an address within the site. */
  readonly logo: string | null;
}

/** Rows a page holds before there is another one. */
export interface PageSizes {
  /** Articles of a section, tag or author, and of those without a date. */
  readonly list: number;
  /** Articles of one day. */
  readonly day: number;
  /** Names of an index: all sections, tags or authors. */
  readonly index: number;
}

export interface Site {
  readonly title: string;
  readonly description: string;
  /** `https://archive.example.org`, without a slash at its end. */
  readonly origin: string;
  /** The path the site lives under; begins and ends with a slash. */
  readonly base: string;
  readonly locale: Locale;
  /** How addresses are made of titles. */
  readonly slugs: "arabic" | "id" | "latin";
  readonly sections: readonly SectionSettings[];
  /** The name of the outlet that published the articles, for feeds and structured data. */
  readonly publisher: string;
  /** A line in the footer, or null. */
  readonly footer: string | null;
  readonly pageSizes: PageSizes;
  /** Related links an article shows at most. */
  readonly related: number;
  /** Whether there is a sitemap of the newest articles for news search. */
  readonly newsSitemap: boolean;
  readonly theme: Theme;
  /** Whether a picture is drawn for each article, for where its link is shared. */
  readonly sharePictures: boolean;
}
