/** The settings of a site: `content/site.yaml`, validated, with every default filled in. */
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

/** A section that the settings name, in the order of the menu. */
export interface SectionSettings extends Label {
  readonly description: string | null;
}

/** `newspaper` has its own fonts and a light and a dark scheme; `plain` is text in the reader's own fonts. */
export type ThemeName = "newspaper" | "plain";
/** A validated CSS colour for the light scheme and one for the dark. */
export interface Colour {
  readonly light: string;
  readonly dark: string;
}
/** The default accent of `newspaper`, as in its style sheet. */
export const OWN_ACCENT: Colour = { light: "#8a2f22", dark: "#e59a83" };
export interface Theme {
  readonly name: ThemeName;
  readonly colours: Readonly<Record<"accent" | "paper" | "ink", Colour | null>>;
  /** Font files of public/, as addresses within the site. Null keeps the theme's own font. */
  readonly fonts: Readonly<Record<"text" | "headings", string | null>>;
  /** A picture in public/, as an address within the site. */
  readonly logo: string | null;
}

/** The maximum number of entries on one page. */
export interface PageSizes {
  /** Articles of a section, a tag, an author, or of the undated. */
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
  /** The base path of the site; begins and ends with a slash. */
  readonly base: string;
  readonly locale: Locale;
  /** How slugs are derived from titles. */
  readonly slugs: "arabic" | "id" | "latin";
  readonly sections: readonly SectionSettings[];
  /** The name of the outlet that published the articles, for feeds and structured data. */
  readonly publisher: string;
  /** A line in the footer, or null. */
  readonly footer: string | null;
  readonly pageSizes: PageSizes;
  /** The maximum number of related links of an article. */
  readonly related: number;
  /** Whether there is a sitemap of the newest articles for news search. */
  readonly newsSitemap: boolean;
  readonly theme: Theme;
  /** Whether a picture is drawn for the link preview of each article. */
  readonly sharePictures: boolean;
}
