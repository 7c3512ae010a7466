/**
 * The types of an article through the build: bytes → Parsed → Card, with its Body and Terms in the store. All cards are
 * held in memory, bodies are loaded when needed.
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
import type { NamedLink } from "./links/inline-link.ts";
import type { NamedPicture, PictureFile } from "./picture.ts";

/** One file under content/, from the scan. Times are in milliseconds since 1970, sizes in bytes. */
export interface SourceFile {
  readonly path: SourcePath;
  readonly size: number;
  readonly modified: number;
  /** Change time of the inode (ctime): when content, name or times were last changed. It cannot be set by a program. */
  readonly changed: number;
}

/** A section, a tag or an author: its name as the outlet prints it, and the step of its address. */
export interface Label {
  readonly name: string;
  readonly slug: Slug;
}

/** What a page shows of an article it links to. */
export interface Link {
  readonly url: UrlPath;
  readonly title: string;
  readonly published: CivilDate | null;
}

/**
 * A picture: `src` is as the source names it, a local file or an address on another host; `alt` is "" where none is
 * stated. `file` is null for a picture of another host, and for a missing one.
 */
export interface Picture {
  readonly src: string;
  readonly alt: string;
  /** The editor's caption, or null. */
  readonly caption: string | null;
  readonly credit: string | null;
  readonly file: PictureFile | null;
}

/** Where the text came from: the outlet, its original address, and when it was captured. */
export interface Origin {
  readonly name: string | null;
  readonly url: string | null;
  readonly captured: CivilDate | null;
}

/** A published correction: what was wrong in the article, and when it was corrected. */
export interface Correction {
  readonly date: CivilDate;
  readonly text: string;
}

/** A hint at the date in the text, which is not a statement. `quote` is verbatim. Shown to editors, never published. */
export interface DateEvidence {
  readonly kind: "weekday" | "day-month" | "day-of-this-month" | "printed";
  readonly quote: string;
}

/** One passage removed from the article's body, and why: every word of a source is in its page or here. */
export interface Removed {
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
 * What an editor may state about an article: the keys of front matter and of a sidecar, or what is read from an HTML page.
 * Dates are as stated (`2017-11-22` or an ISO 8601 instant, already checked to exist); they become civil dates when the
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

/** One parsed source; independent of path, sidecar and settings. */
export interface Parsed {
  readonly metadata: Metadata;
  /** The first words of the text, cut at a word to at most 240 characters; "" for an empty text. */
  readonly excerpt: string;
  readonly evidence: readonly DateEvidence[];
  /** Local pictures that the metadata and the text name, each once. */
  readonly pictures: readonly Omit<NamedPicture, "file">[];
  /** Links of the text that name a source or a document by its file, each once. */
  readonly links: readonly NamedLink[];
  /** The day printed in the page, where its metadata may state the day in UTC and not in the outlet's zone. */
  readonly dayPrinted?: CivilDate;
  /** The text has no headline: the title is the beginning of its first paragraph, which is kept in the text. */
  readonly titleIsCut?: true;
}

/** The text as pages show it: in the store, loaded for its own page and for feeds. `html` is sanitised. */
export interface ShownBody {
  readonly html: string;
  readonly words: number;
}

/** The text itself. `plain` has a newline between blocks. */
export interface Body extends ShownBody {
  readonly plain: string;
  readonly removed: readonly Removed[];
}

/** The address of a stored value: pack number, offset and length in bytes; and its digest, by which damage is detected. */
export interface Stored {
  readonly digest: Digest;
  readonly pack: number;
  readonly offset: number;
  readonly length: number;
}

/** Fields that only pages showing the article need, in a list or whole: in the store, loaded for those. */
export interface CardDetails {
  /** An editor's estimate for an undated article, `2017`, `2017-11` or `2017-11-22`. Shown, but not used as its date. */
  readonly estimate: string | null;
  readonly excerpt: string;
  /** The editor's own summary, or null. */
  readonly summary: string | null;
  readonly origin: Origin | null;
  /** Oldest first. */
  readonly corrections: readonly Correction[];
}

/** What is needed to sort, group and link articles. About half a kilobyte each, all of them in memory. */
export interface Card extends Link {
  readonly id: ArticleId;
  readonly source: SourcePath;
  readonly time: CivilTime | null;
  /**
   * The UTC offset stated with its date, `+03:00`, where the settings state no time zone: its day and time are local to
   * it. Null for a date without one.
   */
  readonly offset: string | null;
  readonly updated: CivilDate | null;
  readonly section: Label | null;
  readonly tags: readonly Label[];
  readonly authors: readonly Label[];
  readonly image: Picture | null;
  readonly aliases: readonly UrlPath[];
  /** Whether an editor stated the slug; one derived from the headline may be given a suffix. */
  readonly slugStated: boolean;
  /** A static page (`content/pages/about.md`): linked from every page, not in lists, feeds or calendars. */
  readonly isStatic: boolean;
  readonly details: Stored;
  readonly body: Stored;
  readonly terms: Stored;
  /**
   * Of all the fields above except `body` and `terms`, and of the details. An edit of the text changes it only where the
   * excerpt changes.
   */
  readonly digest: Digest;
  /** Of its `Link` only: of what pages show that link to it. */
  readonly linkDigest: Digest;
}

/** A card with its details loaded, for lists, feeds and the article's own page. */
export type ShownCard = Omit<Card, "details"> & { readonly details: CardDetails };

/** The id of an article: its path without the extension. */
export const idOf = (source: SourcePath): ArticleId => articleId(source.replace(/\.[^./]+$/, ""));

/** The part of a card that other pages show as a link. */
export const linkTo = ({ url, title, published }: Card): Link => ({ url, title, published });

export const linkDigestOf = (card: Link, digestOf: (text: string) => Digest): Digest =>
  digestOf(JSON.stringify([card.url, card.title, card.published]));
