/** Every kind of page, in the order they are planned. */
import type { Page } from "../model/page.ts";
import { articles } from "./article.ts";
import { archivePage, days, months, years } from "./calendar.ts";
import type { Emitter } from "./emitter.ts";
import { feeds } from "./feeds.ts";
import { fixed } from "./fixed.ts";
import { homePage } from "./home.ts";
import { authors, indexes, sections, tags, undated } from "./lists.ts";
import { onThisDay } from "./on-this-day.ts";
import { pictures } from "./pictures.ts";
import { redirects } from "./redirects.ts";
import { sharePictures } from "./share-pictures.ts";
import { sitemaps } from "./sitemaps.ts";
import { standing } from "./standing.ts";

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

/** Every file of the site but its assets and checksums, one at a time. */
export const plan: (...input: Parameters<Emitter>) => Iterable<Page> = function* (archive, site) {
  for (const emitter of emitters) yield* emitter(archive, site);
};
