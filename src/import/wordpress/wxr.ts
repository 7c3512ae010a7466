/**
 * A WordPress export (WXR, versions 1.0 to 1.2: RSS with the namespaces `wp`, `content`, `excerpt` and `dc`) → its site
 * and its items, one at a time, so that any length can be read. Exports are often damaged: faults are reported and reading
 * goes on. An item that the end of the file cuts short is not returned.
 */
import { type ClosedBy, type ExportFault, ExportScanner } from "./export-scanner.ts";

export interface WxrSite {
  readonly title: string;
  readonly description: string;
  /** The address of the old site, `https://example.org`. */
  readonly address: string;
  /** Names to be shown, by login. */
  readonly authors: ReadonlyMap<string, string>;
  /** Categories by number. */
  readonly categories: ReadonlyMap<number, WxrCategory>;
}
export interface WxrCategory {
  readonly name: string;
  readonly nicename: string;
  /** The nicename of its parent; "" for none. */
  readonly parent: string;
}
export interface WxrTerm {
  /** `category`, `post_tag`, `author` or a plugin's taxonomy. */
  readonly domain: string;
  readonly name: string;
  readonly nicename: string;
}
/** Where an item begins in its file; the offset distinguishes two on one line. */
export interface ItemPlace {
  readonly line: number;
  /** Of its tag, in UTF-16 units of the text. */
  readonly offset: number;
}
/** Texts as WordPress stores them: titles and names with character references, content in HTML or nearly so. */
export interface WxrItem {
  readonly id: number;
  readonly parent: number;
  /** `post`, `page`, `attachment`, or a plugin's kind. */
  readonly type: string;
  /** "" where it is missing or unreadable. */
  readonly status: string;
  readonly title: string;
  readonly link: string;
  /** Percent-encoded where it is Arabic, and cut at 200 bytes in the middle of a letter. */
  readonly slug: string;
  /** `2017-11-22 14:30:00` on the site's own clock; zeros where it is unknown. */
  readonly date: string;
  readonly dateGmt: string;
  readonly modified: string;
  /** A login. */
  readonly creator: string;
  readonly content: string;
  readonly excerpt: string;
  /** Null where the field is missing, "" where it is empty. */
  readonly password: string | null;
  readonly attachmentUrl: string;
  readonly terms: readonly WxrTerm[];
  readonly meta: ReadonlyMap<string, string>;
  /** How many comments of readers were approved. */
  readonly comments: number;
  readonly place: ItemPlace;
}

/** An item of the export whose beginning is damaged. */
export interface StrayItem extends ItemPlace {
  /** "" where it was not found. */
  readonly title: string;
  readonly address: string;
}

const IS_WXR = /<rss\b[^>]*\bxmlns:wp\s*=/;
const MOST_FAULTS = 20;

/** Whether a file begins as an export does. @param beginning Its first kilobytes. */
export const isWxr = (beginning: string): boolean => IS_WXR.test(beginning);

/** Texts of the elements within one, by name; of several with one name, the first. */
type Fields = Map<string, string>;
const textOf = (fields: Fields, name: string): string => fields.get(name)?.trim() ?? "";
const numberOf = (fields: Fields, name: string): number => Number(textOf(fields, name)) || 0;

/** An item that is being read. */
interface OpenItem {
  readonly place: ItemPlace;
  readonly fields: Fields;
  readonly terms: WxrTerm[];
  readonly meta: Map<string, string>;
  comments: number;
  /** Whether the fields that say if the public saw it are damaged, or may belong to another item. */
  isUnsure: boolean;
}

/** Fields that say whether the public saw an item; WordPress writes each once. */
const DECISIVE = /^wp:(?:status|post_type|post_password)$/;
/** Fields that identify an item: two different values come from two items. */
const OWN = /^(?:title|link|guid|wp:post_name|wp:post_date)$/;
/** A link that holds the number of its item. */
const NUMBERED_LINK = /[?&](?:p|page_id|attachment_id)=(\d+)/;

function itemOf({ fields, terms, meta, comments, place, isUnsure }: OpenItem): WxrItem {
  const text = (name: string): string => textOf(fields, name);
  const id = numberOf(fields, "wp:post_id");
  const linked = NUMBERED_LINK.exec(text("link"))?.[1];
  // Where a piece of the file is missing, the beginning of one item and the end of another are read as one.
  const isMixed = linked !== undefined && Number(linked) !== id;
  return {
    id,
    parent: numberOf(fields, "wp:post_parent"),
    type: text("wp:post_type") || "post",
    status: isUnsure || isMixed ? "" : text("wp:status"),
    title: text("title"),
    link: text("link"),
    slug: text("wp:post_name"),
    date: text("wp:post_date"),
    dateGmt: text("wp:post_date_gmt"),
    modified: text("wp:post_modified"),
    creator: text("dc:creator"),
    content: fields.get("content:encoded") ?? "",
    excerpt: text("excerpt:encoded"),
    password: fields.has("wp:post_password") ? text("wp:post_password") : null,
    attachmentUrl: text("wp:attachment_url"),
    terms,
    meta,
    comments,
    place,
  };
}

/** Elements that hold others; their texts are collected until they end. */
const HOLDERS = new Set(["item", "wp:author", "wp:category", "wp:postmeta", "wp:comment"]);
const isComment = (fields: Fields): boolean =>
  textOf(fields, "wp:comment_approved") === "1" && !/back$/.test(textOf(fields, "wp:comment_type"));

/** Takes an export in pieces of any length. */
export class WxrReader {
  /** The first faults that lose text, and the first others; `faultCount` counts all. */
  readonly faults: ExportFault[] = [];
  faultCount = 0;
  lossCount = 0;
  /** Whether the file ends before the export does. */
  isCut = false;
  readonly #scanner: ExportScanner;
  readonly #authors = new Map<string, string>();
  readonly #categories = new Map<number, WxrCategory>();
  readonly #channel: Fields = new Map();
  /** Names of the open elements, and the texts of those that hold others. */
  readonly #open: string[] = [];
  readonly #holders: Fields[] = [];
  readonly #onItem: (item: WxrItem, until: number) => void;
  readonly #onStray: (item: StrayItem, within: number) => void;
  #item: OpenItem | null = null;
  #term: Omit<WxrTerm, "name"> | null = null;
  #text = "";
  #numberPlace: ItemPlace = { line: 1, offset: 0 };
  /** The headline and the address read last. */
  #named = { title: "", address: "" };

  /**
   * @param onItem Called for each item when it has ended, with the offset of its end.
   * @param onStray Called for each item without a beginning, at its number, with the offset of the item it ran into, or -1.
   */
  constructor(
    onItem: (item: WxrItem, until: number) => void,
    onStray = (_: StrayItem, _within: number): void => {},
  ) {
    this.#onItem = onItem;
    this.#onStray = onStray;
    this.#scanner = new ExportScanner({
      open: (name, attributes, offset, line) => this.#begin(name, attributes, { offset, line }),
      close: (name, by, offset) => this.#end(name, by, offset),
      text: (text) => {
        this.#text += text;
      },
      fault: (fault) => {
        this.faultCount += 1;
        if (fault.isLoss) this.lossCount += 1;
        const same = fault.isLoss ? this.lossCount : this.faultCount - this.lossCount;
        if (same <= MOST_FAULTS) this.faults.push(fault);
      },
    });
  }

  write(text: string): void {
    this.#scanner.write(text);
  }

  /** To be called after the last piece. @returns What the export says of its site. */
  end(): WxrSite {
    this.isCut = !this.#scanner.end();
    const text = (name: string): string => textOf(this.#channel, name);
    return {
      title: text("title"),
      description: text("description"),
      address: text("wp:base_blog_url") || text("link"),
      authors: this.#authors,
      categories: this.#categories,
    };
  }

  #begin(name: string, attributes: ReadonlyMap<string, string>, place: ItemPlace): void {
    this.#open.push(name);
    this.#text = "";
    if (HOLDERS.has(name)) this.#holders.push(new Map());
    if (name === "item")
      this.#item = {
        place,
        fields: this.#holders.at(-1) as Fields,
        terms: [],
        meta: new Map(),
        comments: 0,
        isUnsure: false,
      };
    if (name === "wp:post_id") this.#numberPlace = place;
    if (name === "category" && this.#item)
      this.#term = { domain: attributes.get("domain") ?? "", nicename: attributes.get("nicename") ?? "" };
  }

  #end(name: string, by: ClosedBy, offset: number): void {
    this.#open.pop();
    const text = this.#text;
    this.#text = "";
    if (HOLDERS.has(name)) {
      this.#take(name, this.#holders.pop() ?? new Map(), by, offset);
      return;
    }
    if (this.#term && name === "category") {
      this.#item?.terms.push({ ...this.#term, name: text.trim() });
      this.#term = null;
      return;
    }
    const above = this.#open.at(-1) ?? "";
    if (name === "title") this.#named = { ...this.#named, title: text.trim() };
    if (name === "link") this.#named = { ...this.#named, address: text.trim() };
    if (name === "wp:post_id" && above !== "item") this.#stray();
    const into = above === "channel" ? this.#channel : HOLDERS.has(above) ? this.#holders.at(-1) : undefined;
    if (!into) return;
    const before = into.get(name);
    if (before === undefined) into.set(name, text);
    if (this.#item && above === "item")
      this.#compare(name, by, before !== undefined && before.trim() !== text.trim());
  }

  /** @param isOther Whether the item has a field of that name with another value already. */
  #compare(name: string, by: ClosedBy, isOther: boolean): void {
    const item = this.#item as OpenItem;
    // Either of two may be the item's, and one whose end is damaged may not be whole.
    if (DECISIVE.test(name) && (by !== "itself" || isOther)) item.isUnsure = true;
    if (OWN.test(name) && isOther) item.isUnsure = true;
    if (name === "wp:post_type" && isOther) item.fields.set(name, "post");
    // Another item without a beginning follows within this one.
    if (name !== "wp:post_id" || !isOther) return;
    item.isUnsure = true;
    this.#stray();
  }

  #stray(): void {
    this.#onStray({ ...this.#numberPlace, ...this.#named }, this.#item?.place.offset ?? -1);
    this.#named = { title: "", address: "" };
  }

  /** An element that holds others has ended. */
  #take(name: string, fields: Fields, by: ClosedBy, offset: number): void {
    const item = this.#item;
    if (name === "wp:author")
      this.#authors.set(textOf(fields, "wp:author_login"), textOf(fields, "wp:author_display_name"));
    if (name === "wp:category")
      this.#categories.set(numberOf(fields, "wp:term_id"), {
        name: textOf(fields, "wp:cat_name"),
        nicename: textOf(fields, "wp:category_nicename"),
        parent: textOf(fields, "wp:category_parent"),
      });
    if (name === "wp:postmeta")
      item?.meta.set(textOf(fields, "wp:meta_key"), fields.get("wp:meta_value") ?? "");
    if (name === "wp:comment" && item && isComment(fields)) item.comments += 1;
    if (name !== "item" || !item) return;
    this.#item = null;
    this.#named = { title: "", address: "" };
    // Any part of its text may be missing.
    if (by === "end") return;
    this.#onItem(itemOf(item), offset);
  }
}
