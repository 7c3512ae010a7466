/** Every kind of page, in the order of the plan: the one place where a kind is registered. */
import type { PageKind } from "../model/page.ts";
import { article } from "./articles/article.ts";
import { redirect } from "./articles/redirect.ts";
import { staticPage } from "./articles/static-page.ts";
import { archivePage } from "./calendar/archive-page.ts";
import { day } from "./calendar/day.ts";
import { month } from "./calendar/month.ts";
import { daysOfYear, onThisDay } from "./calendar/on-this-day.ts";
import { year } from "./calendar/year.ts";
import { copy, icon, style } from "./files/assets.ts";
import { feed } from "./files/feeds.ts";
import { picture } from "./files/pictures.ts";
import { searchFile } from "./files/search-file.ts";
import { sharePicture } from "./files/share-pictures.ts";
import { newsSitemap, robots, sitemap, sitemapIndex } from "./files/sitemaps.ts";
import { home } from "./home.ts";
import type { Emitter, Kind } from "./kind.ts";
import { author, section, tag, undated } from "./lists/lists.ts";
import { nameIndex } from "./lists/name-index.ts";
import { notFound } from "./not-found.ts";
import { search } from "./search-page.ts";

export const KINDS: { readonly [K in PageKind]: Kind<K> } = {
  article,
  standing: staticPage,
  home,
  section,
  tag,
  author,
  undated,
  index: nameIndex,
  archive: archivePage,
  year,
  month,
  day,
  "on-this-day": onThisDay,
  "days-of-year": daysOfYear,
  "not-found": notFound,
  search,
  robots,
  feed,
  sitemap,
  "news-sitemap": newsSitemap,
  "sitemap-index": sitemapIndex,
  redirect,
  picture,
  "share-picture": sharePicture,
  style,
  icon,
  copy,
  "search-index": searchFile,
  "search-sections": searchFile,
  "search-articles": searchFile,
  "search-open": searchFile,
  "search-terms": searchFile,
};

/** The template that a kind is rendered through; undefined for kinds that are no HTML. */
export function templateOf(kind: PageKind): string | undefined {
  const rendering = KINDS[kind];
  return "template" in rendering ? rendering.template : undefined;
}

/** The templates that pages are rendered through, each once. */
export const TEMPLATES: readonly string[] = [
  ...new Set((Object.keys(KINDS) as PageKind[]).flatMap((kind) => templateOf(kind) ?? [])),
];

/** Plans every file of the site except assets, the search index and checksums, one at a time. */
export const plan: Emitter = function* (archive, site) {
  for (const emitter of new Set(Object.values(KINDS).map((kind) => kind.plan)))
    if (emitter) yield* emitter(archive, site);
};
