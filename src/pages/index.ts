/** The emitters of all page kinds, in the order of the plan. */
import type { Page } from "../model/page.ts";
import { articles } from "./articles/article.ts";
import { standing } from "./articles/static-page.ts";
import { archivePage, days, months, years } from "./calendar/calendar.ts";
import { onThisDay } from "./calendar/on-this-day.ts";
import type { Emitter } from "./emitter.ts";
import { feeds } from "./files/feeds.ts";
import { fixed } from "./files/fixed.ts";
import { pictures } from "./files/pictures.ts";
import { redirects } from "./files/redirects.ts";
import { sharePictures } from "./files/share-pictures.ts";
import { sitemaps } from "./files/sitemaps.ts";
import { homePage } from "./lists/home.ts";
import { authors, indexes, sections, tags, undated } from "./lists/lists.ts";

export const emitters: readonly Emitter[] = [
  articles,
  standing,
  homePage,
  sections,
  tags,
  authors,
  undated,
  indexes,
  archivePage,
  years,
  months,
  days,
  onThisDay,
  fixed,
  feeds,
  sitemaps,
  redirects,
  pictures,
  sharePictures,
];

/** Plans every file of the site except assets, the search index and checksums, one at a time. */
export const plan: (...input: Parameters<Emitter>) => Iterable<Page> = function* (archive, site) {
  for (const emitter of emitters) yield* emitter(archive, site);
};
