/** Items of an export → which of them become articles or pages, and with what metadata. */
import { toCivil } from "../../arabic/dates/zone.ts";
import { slugOf } from "../../arabic/letters/slug.ts";
import { isReserved } from "../../model/addresses.ts";
import type { FrontMatter } from "../front-matter.ts";
import { stepOf } from "../item-files.ts";
import { pathOf } from "../old-address.ts";
import { decodeReferences } from "./export-scanner.ts";
import type { Attachment } from "./shortcodes.ts";
import type { WxrItem, WxrSite } from "./wxr.ts";

/** Kinds of items without text for readers: menus, revisions, styles, forms and what was sent by them, data of plugins. */
const NO_TEXT =
  /^(?:attachment|revision|nav_menu_item|custom_css|customize_changeset|oembed_cache|user_request|wp_\w+|acf(?:-\w+)?|amn_\w+|elementor_\w+|e-landing-page|vc_grid_item|vc4_templates|templatera|td_nm_\w+|tdb_templates|et_\w+|fusion_\w+|wpcf7_contact_form|wpforms\w*|mc4wp-form|feedback|flamingo_\w+|ninja_forms?\w*|nf_sub|popup\w*|ml-slide\w*|tablepress_table|jp_\w+|scheduled-action|shop_\w+|safecss|spucpt|sidebar|bps?-\w+|postman_\w+|wprss_feed)$/;
const PUBLISHED = "publish";
/** WordPress's own states that the public does not see. */
const DRAFTS = new Set(["draft", "pending", "private", "future"]);
/** Deleted, never begun, or part of another item. */
const LEFT_OUT = new Set(["trash", "auto-draft", "inherit"]);
/** WordPress's name for the section of articles without one. */
const NO_SECTION = /^(?:uncategori[sz]ed|غير مصن[ّ]?ف[ةه]?|بدون تصنيف|عام غير مصنف)$/i;
/** Names that writers do not bear. */
const PLACEHOLDER_NAMES = /^(?:admin(?:istrator)?|root|webmaster|editor|المدير|مدير الموقع|ادمن|أدمن)$/i;

/** Whether a kind belongs to WordPress itself, not to a plugin. */
export const isOfWordPress = (type: string): boolean => type === "post" || type === "page";

/** The kind or the state for which an item is left out; null where it becomes an article or a page. */
export function leftOutFor({ type, status, title, content }: WxrItem): string | null {
  if (NO_TEXT.test(type)) return type;
  if (!isOfWordPress(type) && (title === "" || content.trim() === "")) return type;
  return LEFT_OUT.has(status) ? status : null;
}

/** A plugin's own state, or none: the item becomes a draft, since it may never have been public. */
export const isUnknownStatus = ({ status }: WxrItem): boolean =>
  status !== PUBLISHED && !DRAFTS.has(status) && !LEFT_OUT.has(status);

/** Why an item becomes a draft; null where the public saw it. */
export function draftReasonOf(item: Pick<WxrItem, "status" | "password">): string | null {
  if ((item.password ?? "") !== "") return "password";
  if (item.status === PUBLISHED) return null;
  return DRAFTS.has(item.status) ? item.status : "unknown state";
}

/** Removes markup and character references, which titles and names are stored with. */
export const plainText = (html: string): string =>
  decodeReferences(html.replace(/<[^>]*>/g, " "))
    .replace(/\s+/g, " ")
    .trim();

const DATED = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;
/** False for zeros, and for a day or a time that does not exist. */
const isKnown = (date: string): boolean => DATED.test(date) && toCivil(date, null) !== null;
const minutesOf = (date: string): number => Date.parse(`${date.replace(" ", "T")}Z`) / 60_000;

/** The moment on the old site's own clock, as its readers saw it (ISO 8601, without a zone). */
export const dateOf = ({ date }: Pick<WxrItem, "date">): string | undefined =>
  isKnown(date) ? date.replace(" ", "T") : undefined;

/** Minutes by which the old site's clock was ahead of UTC; null where either time is unknown, or no zone differs by so much. */
export function aheadOf({ date, dateGmt }: Pick<WxrItem, "date" | "dateGmt">): number | null {
  if (!isKnown(date) || !isKnown(dateGmt)) return null;
  const ahead = Math.round(minutesOf(date) - minutesOf(dateGmt));
  return Math.abs(ahead) <= 14 * 60 ? ahead : null;
}

/** Where SEO plugins store the number of a post's main category. */
const FIRST_CATEGORY = ["_yoast_wpseo_primary_category", "rank_math_primary_category"];

const parentsBySite = new WeakMap<WxrSite["categories"], ReadonlyMap<string, readonly string[]>>();
/** Nicenames of the parents of categories, by their own; computed once for a site. */
function parentsOf(categories: WxrSite["categories"]): ReadonlyMap<string, readonly string[]> {
  const known = parentsBySite.get(categories);
  if (known) return known;
  const parents = new Map<string, string[]>();
  for (const { nicename, parent } of categories.values()) {
    const same = parents.get(nicename);
    if (same) same.push(parent);
    else parents.set(nicename, [parent]);
  }
  parentsBySite.set(categories, parents);
  return parents;
}

/** The section is the category that a plugin calls the main one, else a parent of another, else the first; the others become tags. */
function labelsOf(
  { terms, meta }: WxrItem,
  { categories }: WxrSite,
): { section: string | undefined; tags: readonly string[] } {
  const own = terms.filter(({ domain, name }) => domain === "category" && !NO_SECTION.test(plainText(name)));
  const stated = FIRST_CATEGORY.map((key) => categories.get(Number(meta.get(key)))?.nicename).find(Boolean);
  const parents = parentsOf(categories);
  const above = new Set(own.flatMap(({ nicename }) => parents.get(nicename) ?? []));
  const main =
    own.find(({ nicename }) => nicename === stated) ??
    own.find(({ nicename }) => above.has(nicename)) ??
    own[0];
  const section = main && plainText(main.name);
  const tags = [
    ...own.filter((one) => one !== main),
    ...terms.filter(({ domain }) => domain === "post_tag"),
  ].map(({ name }) => plainText(name));
  return { section, tags: [...new Set(tags)].filter((name) => name !== "" && name !== section) };
}

/** The writers that a plugin for several writers names, else the user who owns the post. */
function authorsOf({ terms, creator }: WxrItem, { authors }: WxrSite): readonly string[] {
  const named = terms
    .filter(({ domain }) => domain === "author")
    .map(({ name, nicename }) => {
      const login = nicename.replace(/^cap-/, "");
      return plainText(authors.get(login) || name);
    });
  const all = named.length > 0 ? named : [plainText(authors.get(creator) || creator)];
  return [...new Set(all)].filter((name) => name !== "" && !PLACEHOLDER_NAMES.test(name));
}

export interface Titled {
  readonly title: string;
  /** Whether it has one of its own. */
  readonly isStated: boolean;
}
const WORDS = 8;

/** @param text The post as plain text: its first words replace a missing headline. */
export function titleOf({ title, id }: WxrItem, text: string): Titled {
  const stated = plainText(title);
  if (stated !== "") return { title: stated, isStated: true };
  const words = text.split(/\s+/).filter((word) => word !== "");
  const first = words.slice(0, WORDS).join(" ");
  if (first === "") return { title: `بلا عنوان ${id}`, isStated: false };
  return { title: words.length > WORDS ? `${first}…` : first, isStated: false };
}

export interface PostParts {
  readonly site: WxrSite;
  readonly file: string;
  readonly title: string;
  readonly summary: string;
  readonly image: (Attachment & { readonly address: string }) | undefined;
}

/** The front matter of an article, but for `draft`. */
export function metadataOf(item: WxrItem, { site, file, title, summary, image }: PostParts): FrontMatter {
  const date = dateOf(item);
  const { section, tags } = labelsOf(item, site);
  const isPage = item.type === "page";
  const step = stepOf(item.slug);
  const name = /([^/]+)\.md$/.exec(file)?.[1] ?? "";
  const slug = isPage && step !== null && isReserved(step) ? `${step}-1` : step === null ? undefined : name;
  const ownPath = isPage || !date ? null : `/${date.slice(0, 10).replaceAll("-", "/")}/${slug}`;
  const path = pathOf(item.link);
  const isPublic = draftReasonOf(item) === null;
  const day = date?.slice(0, 10) ?? "";
  return {
    title,
    date: isPage ? undefined : date,
    updated:
      day !== "" && isKnown(item.modified) && item.modified.slice(0, 10) > day
        ? item.modified.slice(0, 10)
        : undefined,
    section: isPage ? undefined : section,
    tags,
    authors: isPage ? [] : authorsOf(item, site),
    summary,
    image: image?.address,
    image_alt: image?.alt,
    image_caption: image && plainText(image.caption),
    slug: slug !== undefined && slug !== slugOf(title, "arabic") ? slug : undefined,
    aliases: path !== null && isPublic && path !== ownPath && path !== `/${slug}` ? [`${path}/`] : [],
  };
}
