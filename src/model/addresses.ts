/**
 * The address of every page that is not an article, and which addresses are reserved: no section, static page or old
 * address may take one of them. Pages are planned and links are printed by these, so a link leads to where its page is.
 */
import { type Slug, type UrlPath, urlPath } from "./brands.ts";
import type { CivilDate } from "./civil-date.ts";
import type { DayOfYear, PageKind, PropsOf } from "./page.ts";

const two = (n: number): string => String(n).padStart(2, "0");
const four = (n: number): string => String(n).padStart(4, "0");

export const home = urlPath("/");
export const sectionUrl = ({ slug }: { readonly slug: Slug }): UrlPath => urlPath(`/${slug}/`);
export const tagUrl = ({ slug }: { readonly slug: Slug }): UrlPath => urlPath(`/tags/${slug}/`);
export const authorUrl = ({ slug }: { readonly slug: Slug }): UrlPath => urlPath(`/authors/${slug}/`);
/** The page of all sections, tags or authors. */
export const indexUrl = (of: PropsOf["index"]["of"]): UrlPath => urlPath(`/${of}/`);
export const undatedUrl = urlPath("/undated/");
export const archiveUrl = urlPath("/archive/");
export const yearUrl = (year: number): UrlPath => urlPath(`/${four(year)}/`);
export const monthUrl = (year: number, month: number): UrlPath => urlPath(`/${four(year)}/${two(month)}/`);
export const dayUrl = (date: CivilDate): UrlPath => urlPath(`/${date.replaceAll("-", "/")}/`);
export const daysOfYearUrl = urlPath("/on-this-day/");
export const dayOfYearUrl = (day: DayOfYear): UrlPath => urlPath(`/on-this-day/${day}/`);
/** A page of a list: the front when `number` is null. */
export const listUrl = (front: UrlPath, number: number | null): UrlPath =>
  number === null ? front : urlPath(`${front}page/${number}/`);
/** The search page, and the folder of the search index. */
export const searchUrl = urlPath("/search/");
export const notFoundUrl = urlPath("/404.html");
export const robotsUrl = urlPath("/robots.txt");
export const iconUrl = urlPath("/favicon.svg");
export const sitemapIndexUrl = urlPath("/sitemap.xml");
export const sitemapUrl = (name: string): UrlPath => urlPath(`/sitemaps/${name}.xml`);
/** The names of feeds, in the folder of the list they are of. */
export const FEED_FILES = { rss: "feed.xml", atom: "atom.xml", json: "feed.json" } as const;
/** @param list The address of a section, or of the home page for the feeds of the whole site. */
export const feedUrl = (list: UrlPath, format: keyof typeof FEED_FILES): UrlPath =>
  urlPath(`${list}${FEED_FILES[format]}`);
/** The picture of an article for link previews. */
export const sharePictureUrl = (article: UrlPath): UrlPath => urlPath(`${article}share.png`);

/** An address and its numbered pages; `under`: everything below it, too. */
type Reserved = UrlPath | { readonly under: UrlPath };
const under = (url: UrlPath): Reserved => ({ under: url });

/**
 * The addresses that each kind of page reserves. None for what editors name, which is kept apart when addresses are
 * resolved; for the calendar, which is reserved by its form (every year, whether or not the archive has it); and for what
 * lies in the folder of another kind.
 */
const RESERVED: Readonly<Record<PageKind | "checksums", readonly Reserved[]>> = {
  ...{ article: [], standing: [], section: [], redirect: [], "share-picture": [], copy: [] },
  ...{ year: [], month: [], day: [], "days-of-year": [], "news-sitemap": [], picture: [] },
  ...{ "search-index": [], "search-sections": [], "search-articles": [], "search-open": [] },
  "search-terms": [],
  home: [urlPath("/index.html")],
  tag: [under(indexUrl("tags"))],
  author: [under(indexUrl("authors"))],
  index: [indexUrl("sections")],
  undated: [undatedUrl],
  archive: [archiveUrl],
  "on-this-day": [under(daysOfYearUrl)],
  "not-found": [notFoundUrl],
  search: [under(searchUrl)],
  feed: [feedUrl(home, "rss"), feedUrl(home, "atom"), feedUrl(home, "json")],
  "sitemap-index": [sitemapIndexUrl],
  sitemap: [under(urlPath("/sitemaps/"))],
  robots: [robotsUrl],
  style: [under(urlPath("/assets/"))],
  icon: [iconUrl],
  checksums: [urlPath("/manifest-sha256.txt")],
};
const stepOf = (url: UrlPath): string => url.replaceAll("/", "");
const reserved = Object.values(RESERVED).flat();
const alone = reserved.filter((one) => typeof one === "string");
/** Files at the top of the site. */
const FILES: ReadonlySet<string> = new Set(alone.filter((url) => !url.endsWith("/")).map(stepOf));
/** Folders that old addresses may lie in. */
const LISTS: ReadonlySet<string> = new Set(alone.filter((url) => url.endsWith("/")).map(stepOf));
/** Folders reserved with everything in them. */
const FOLDERS: ReadonlySet<string> = new Set(
  reserved.flatMap((one) => (typeof one === "string" ? [] : stepOf(one.under))),
);
const FEEDS: readonly string[] = Object.values(FEED_FILES);
const YEAR = /^\d{4}$/;
const CALENDAR = /^\d{4}(?:\/\d{2}){0,2}$/;
const DAY_PAGE = /^\d{4}\/\d{2}\/\d{2}\/page\/\d+$/;

/** Whether `/step/` is a page or folder of the site itself, ignoring case. Every year is, whether or not the archive has it. */
export function isReserved(step: string): boolean {
  const small = step.toLowerCase();
  return FILES.has(small) || FOLDERS.has(small) || LISTS.has(small) || YEAR.test(small);
}

/**
 * Whether an address belongs, or may later belong, to a page that the site generates, or lies below such a page's file.
 * @param address In lower case. @param sections The slugs of sections, in lower case.
 */
export function isOwnAddress(address: string, sections: ReadonlySet<string>): boolean {
  const steps = address.split("/").filter((step) => step !== "");
  const [first = "", second = "", third = ""] = steps;
  const page = steps.indexOf("index.html");
  if (page >= 0) return isOwnAddress(steps.slice(0, page).join("/"), sections);
  if (first === "" || FILES.has(first) || FOLDERS.has(first)) return true;
  const path = steps.join("/");
  if (CALENDAR.test(path) || DAY_PAGE.test(path)) return true;
  if (steps.length === 1) return isReserved(first) || sections.has(first);
  const isNumbered = steps.length === 3 && second === "page" && /^\d+$/.test(third);
  if (sections.has(first)) return isNumbered || FEEDS.includes(second);
  return isNumbered && LISTS.has(first);
}
