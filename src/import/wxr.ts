/**
 * A WordPress export (WXR, versions 1.0 to 1.2: RSS with the namespaces `wp`, `content`, `excerpt` and `dc`) → its site
 * and its items, one at a time, however long it is. Exports are often damaged: what XML forbids is passed over, faults
 * are told and reading goes on, and an item that is cut short is left out.
 */
import { SaxesParser } from "saxes";

export interface WxrSite {
  readonly title: string;
  readonly description: string;
  /** The address of the old site, `https://example.org`. */
  readonly address: string;
  /** Names to be shown, by login. */
  readonly authors: ReadonlyMap<string, string>;
  /** Sections by their numbers. */
  readonly categories: ReadonlyMap<number, WxrCategory>;
}
export interface WxrCategory {
  readonly name: string;
  readonly nicename: string;
  /** The nicename of the one above it; "" for none. */
  readonly parent: string;
}
export interface WxrTerm {
  /** `category`, `post_tag`, `author` or a taxonomy of a plugin's. */
  readonly domain: string;
  readonly name: string;
  readonly nicename: string;
}
/** Texts are as WordPress stores them: titles and names with references to characters, content as HTML or nearly so. */
export interface WxrItem {
  readonly id: number;
  readonly parent: number;
  /** `post`, `page`, `attachment`, or a kind of a plugin's. */
  readonly type: string;
  readonly status: string;
  readonly title: string;
  readonly link: string;
  /** Percent-encoded where it is Arabic, and cut at 200 bytes in the middle of a letter. */
  readonly slug: string;
  /** `2017-11-22 14:30:00` on the site's own clock; zeros where nobody knows. */
  readonly date: string;
  readonly dateGmt: string;
  readonly modified: string;
  /** A login. */
  readonly creator: string;
  readonly content: string;
  readonly excerpt: string;
  readonly password: string;
  readonly attachmentUrl: string;
  readonly terms: readonly WxrTerm[];
  readonly meta: ReadonlyMap<string, string>;
  /** How many comments of readers were approved. */
  readonly comments: number;
}
/** What is wrong in the file. Line and column are counted from 1. */
export interface WxrFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** What no XML 1.0 document may hold (W3C, Extensible Markup Language, 2.2), and old databases do. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const IS_WXR = /<rss\b[^>]*\bxmlns:wp\s*=/;
const MOST_FAULTS = 20;

/** Whether a file begins as an export does. @param beginning Its first kilobytes. */
export const isWxr = (beginning: string): boolean => IS_WXR.test(beginning);

/** Texts of one element by the names of the elements within it; the first of a name counts. */
type Fields = Map<string, string>;
const textOf = (fields: Fields, name: string): string => fields.get(name)?.trim() ?? "";
const numberOf = (fields: Fields, name: string): number => Number(textOf(fields, name)) || 0;

/** What lies open while an item is read. */
interface Draft {
  readonly fields: Fields;
  readonly terms: WxrTerm[];
  readonly meta: Map<string, string>;
  comments: number;
}

function itemOf({ fields, terms, meta, comments }: Draft): WxrItem {
  const text = (name: string): string => textOf(fields, name);
  return {
    id: numberOf(fields, "wp:post_id"),
    parent: numberOf(fields, "wp:post_parent"),
    type: text("wp:post_type") || "post",
    status: text("wp:status") || "publish",
    title: text("title"),
    link: text("link"),
    slug: text("wp:post_name"),
    date: text("wp:post_date"),
    dateGmt: text("wp:post_date_gmt"),
    modified: text("wp:post_modified"),
    creator: text("dc:creator"),
    content: fields.get("content:encoded") ?? "",
    excerpt: text("excerpt:encoded"),
    password: text("wp:post_password"),
    attachmentUrl: text("wp:attachment_url"),
    terms,
    meta,
    comments,
  };
}

/** Elements with others inside them, whose texts are taken together when they end. */
const HOLDERS = new Set(["item", "wp:author", "wp:category", "wp:postmeta", "wp:comment"]);
const isComment = (fields: Fields): boolean =>
  textOf(fields, "wp:comment_approved") === "1" && !/back$/.test(textOf(fields, "wp:comment_type"));

/** Takes an export in pieces of any length. */
export class WxrReader {
  readonly faults: WxrFault[] = [];
  readonly #parser = new SaxesParser({ position: true, xmlns: false });
  readonly #authors = new Map<string, string>();
  readonly #categories = new Map<number, WxrCategory>();
  readonly #channel: Fields = new Map();
  /** Names of the elements that are open, and the texts of those that hold others. */
  readonly #open: string[] = [];
  readonly #holders: Fields[] = [];
  readonly #onItem: (item: WxrItem) => void;
  #draft: Draft | null = null;
  #term: Omit<WxrTerm, "name"> | null = null;
  #text = "";

  /** @param onItem Called for each item when it has ended. */
  constructor(onItem: (item: WxrItem) => void) {
    this.#onItem = onItem;
    this.#parser.on("error", ({ message }) => {
      const { line, column } = this.#parser;
      if (this.faults.length < MOST_FAULTS)
        this.faults.push({ line, column: column + 1, message: message.replace(/^[\d:]*\s*/, "") });
    });
    this.#parser.on("opentag", ({ name, attributes }) => this.#begin(name, attributes));
    this.#parser.on("closetag", ({ name }) => this.#end(name));
    const take = (text: string): void => {
      this.#text += text;
    };
    this.#parser.on("text", take);
    this.#parser.on("cdata", take);
  }

  write(text: string): void {
    this.#parser.write(text.replace(FORBIDDEN, ""));
  }

  /** What it says of its site. Whether it ends in the middle of an item stands in `faults`. */
  end(): WxrSite {
    const isCut = this.#draft !== null;
    this.#draft = null;
    this.#parser.close();
    const { line, column } = this.#parser;
    if (isCut) this.faults.unshift({ line, column, message: "the file ends in the middle of an item" });
    const text = (name: string): string => textOf(this.#channel, name);
    return {
      title: text("title"),
      description: text("description"),
      address: text("wp:base_blog_url") || text("link"),
      authors: this.#authors,
      categories: this.#categories,
    };
  }

  #begin(name: string, attributes: Readonly<Record<string, unknown>>): void {
    this.#open.push(name);
    this.#text = "";
    if (HOLDERS.has(name)) this.#holders.push(new Map());
    if (name === "item")
      this.#draft = { fields: this.#holders[0] as Fields, terms: [], meta: new Map(), comments: 0 };
    if (name === "category" && this.#draft)
      this.#term = { domain: String(attributes.domain ?? ""), nicename: String(attributes.nicename ?? "") };
  }

  #end(name: string): void {
    this.#open.pop();
    const text = this.#text;
    this.#text = "";
    if (HOLDERS.has(name)) {
      this.#take(name, this.#holders.pop() ?? new Map());
      return;
    }
    if (this.#term && name === "category") {
      this.#draft?.terms.push({ ...this.#term, name: text.trim() });
      this.#term = null;
      return;
    }
    const above = this.#open.at(-1) ?? "";
    const into = above === "channel" ? this.#channel : HOLDERS.has(above) ? this.#holders.at(-1) : undefined;
    if (into && !into.has(name)) into.set(name, text);
  }

  /** An element that holds others has ended. */
  #take(name: string, fields: Fields): void {
    const draft = this.#draft;
    if (name === "wp:author")
      this.#authors.set(textOf(fields, "wp:author_login"), textOf(fields, "wp:author_display_name"));
    if (name === "wp:category")
      this.#categories.set(numberOf(fields, "wp:term_id"), {
        name: textOf(fields, "wp:cat_name"),
        nicename: textOf(fields, "wp:category_nicename"),
        parent: textOf(fields, "wp:category_parent"),
      });
    if (name === "wp:postmeta")
      draft?.meta.set(textOf(fields, "wp:meta_key"), fields.get("wp:meta_value") ?? "");
    if (name === "wp:comment" && draft && isComment(fields)) draft.comments += 1;
    if (name !== "item" || !draft) return;
    this.#draft = null;
    this.#onItem(itemOf(draft));
  }
}
