/**
 * The records an article goes through: bytes → Parsed → Card, with its Body and Terms in the store. Cards are all in
 * memory, bodies never are.
 */
import {
  type ArticleId,
  articleId,
  type Digest,
  type Slug,
  type SourcePath,
  type UrlPath,
} from "./brands.ts";
import type { CivilDate, CivilTime } from "./civil-date.ts";
import type { NamedLink } from "./inline-link.ts";
import type { NamedPicture, PictureFile } from "./picture.ts";

/** One file under content/ as the scan found it. Times are in milliseconds since 1970, sizes in bytes. */
export interface SourceFile {
  readonly path: SourcePath;
  readonly size: number;
  readonly modified: number;
  /** When its bytes, its name or its times were last changed: nobody can set this one back. */
  readonly changed: number;
}

/** A name as the outlet prints it and the step of an address made of it: a section, a tag, an author. */
export interface Label {
  readonly name: string;
  readonly slug: Slug;
}

/** All that neighbours and related links show of another article. */
export interface Link {
  readonly url: UrlPath;
  readonly title: string;
  readonly published: CivilDate | null;
}

/**
 * A picture: `src` is as the source names it, a file of ours or a full address elsewhere; `alt` is "" where nobody wrote
 * one. `file` is null for a picture of another host, and for one that is not to be had.
 */
export interface Picture {
  readonly src: string;
  readonly alt: string;
  /** What an editor says below it; null where nothing is said. */
  readonly caption: string | null;
  readonly credit: string | null;
  readonly file: PictureFile | null;
}

/** Where the text came from: the outlet, its own address, and when it was captured. */
export interface Origin {
  readonly name: string | null;
  readonly url: string | null;
  readonly captured: CivilDate | null;
}

/** What was wrong in an article as it was first published, and when it was put right. */
export interface Correction {
  readonly date: CivilDate;
  readonly text: string;
}

/** What the text suggests of its date without stating it. `quote` stands so in the text. Shown to editors, never published. */
export interface DateEvidence {
  readonly kind: "weekday" | "day-month" | "day-of-this-month" | "printed";
  readonly quote: string;
}

/** One passage that is not in the article's body, and why: every word of a source is in its page or here. */
export interface TakenOut {
  readonly why:
    | "related-heading"
    | "related-title"
    | "button"
    | "share-label"
    | "navigation"
    | "advertisement"
    | "picture-name"
    | "script"
    | "comment"
    | "markup"
    | "view-count"
    | "control-character"
    | "byline"
    | "date-line"
    | "repeated-title";
  readonly text: string;
}

/**
 * What an editor may state about an article: the keys of front matter, of a sidecar, and what a reader finds in a page.
 * Dates are as stated (`2017-11-22` or an ISO 8601 instant, already known to exist); they become civil dates when the
 * outlet's time zone is known. A missing key is absent, never undefined.
 */
export interface Metadata {
  readonly title?: string;
  readonly date?: string;
  readonly date_estimate?: string;
  readonly updated?: string;
  readonly section?: string;
  readonly tags?: readonly string[];
  readonly authors?: readonly string[];
  readonly summary?: string;
  readonly image?: string;
  readonly image_alt?: string;
  readonly image_caption?: string;
  readonly image_credit?: string;
  readonly slug?: string;
  readonly aliases?: readonly string[];
  readonly source?: { readonly name?: string; readonly url?: string; readonly captured?: string };
  readonly corrections?: readonly { readonly date: string; readonly text: string }[];
  readonly draft?: boolean;
}

/** What the bytes of one source say by themselves: no path, no sidecar, no settings. */
export interface Parsed {
  readonly metadata: Metadata;
  /** The first words of the text, cut at a word to at most 240 characters; "" for an empty text. */
  readonly excerpt: string;
  readonly evidence: readonly DateEvidence[];
  /** Pictures of ours that the metadata and the text name, each once. */
  readonly pictures: readonly Omit<NamedPicture, "file">[];
  /** Links of the text that name another source by its file, each once. */
  readonly links: readonly NamedLink[];
  /** The day that the page prints, where what it states may be the day in UTC and not the outlet's own. */
  readonly dayPrinted?: CivilDate;
  /** No line is its headline: the title is the beginning of its first paragraph, which stands in the text as well. */
  readonly titleIsCut?: true;
}

/** What pages show of a text: in the store, loaded for its own page and for feeds. `html` is sanitised. */
export interface ShownBody {
  readonly html: string;
  readonly words: number;
}

/** The text itself. `plain` has a newline between blocks. */
export interface Body extends ShownBody {
  readonly plain: string;
  readonly ledger: readonly TakenOut[];
}

/** Where a stored value lies: pack number, byte offset, byte length. Its digest tells whether it is still what it was. */
export interface Stored {
  readonly digest: Digest;
  readonly pack: number;
  readonly offset: number;
  readonly length: number;
}

/** What of an article is asked for only by pages that show it, in a list or whole: in the store, loaded for those. */
export interface CardDetails {
  /** An editor's estimate for an undated article, `2017`, `2017-11` or `2017-11-22`: for readers alone. */
  readonly estimate: string | null;
  readonly excerpt: string;
  /** The editor's own summary; the excerpt is cut from the text where there is none. */
  readonly summary: string | null;
  readonly origin: Origin | null;
  /** Oldest first. */
  readonly corrections: readonly Correction[];
}

/** What arranges articles and links them. About half a kilobyte each, all of them in memory. */
export interface Card extends Link {
  readonly id: ArticleId;
  readonly source: SourcePath;
  readonly time: CivilTime | null;
  /**
   * The distance from UTC that its date was stated with, `+03:00`, where the settings state no time zone: its day and time
   * are reckoned by it. Null for a date without one.
   */
  readonly offset: string | null;
  readonly updated: CivilDate | null;
  readonly section: Label | null;
  readonly tags: readonly Label[];
  readonly authors: readonly Label[];
  readonly image: Picture | null;
  readonly aliases: readonly UrlPath[];
  /** Whether an editor stated the slug; one made of the headline may be given a suffix. */
  readonly slugStated: boolean;
  /** A standing page (`content/pages/about.md`): in the menu, not in lists, feeds or calendars. */
  readonly standing: boolean;
  readonly details: Stored;
  readonly body: Stored;
  readonly terms: Stored;
  /**
   * Of all the fields above but `body` and `terms`, and of the details themselves: an edit of the text alone leaves it
   * equal, save its excerpt.
   */
  readonly digest: Digest;
  /** Of its link alone: of all that pages show which only link to it. */
  readonly linkDigest: Digest;
}

/** What lists, feeds and an article's own page show of it. */
export type ShownCard = Omit<Card, "details"> & { readonly details: CardDetails };

/** What tells an article from others: its path without the extension. */
export const idOf = (source: SourcePath): ArticleId => articleId(source.replace(/\.[^./]+$/, ""));

/** The part of a card that other pages show as a link. */
export const linkTo = ({ url, title, published }: Card): Link => ({ url, title, published });

export const linkDigestOf = (card: Link, digestOf: (text: string) => Digest): Digest =>
  digestOf(JSON.stringify([card.url, card.title, card.published]));
