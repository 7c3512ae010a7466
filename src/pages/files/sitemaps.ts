/**
 * `robots.txt` and sitemaps (sitemaps.org: at most 50,000 addresses a file): one per month, so that a new article changes only one
 * of them, one of all lists, one of undated articles, and their index.
 */

import {
  archiveUrl,
  authorUrl,
  dayUrl,
  home,
  indexUrl,
  monthUrl,
  robotsUrl,
  sectionUrl,
  sitemapIndexUrl,
  sitemapUrl,
  tagUrl,
  undatedUrl,
  yearUrl,
} from "../../model/addresses.ts";
import type { Archive, Month } from "../../model/archive.ts";
import type { Card } from "../../model/article.ts";
import { fileFor, type UrlPath } from "../../model/brands.ts";
import { type CivilDate, civilDate, dayNumber } from "../../model/civil-date.ts";
import { type PropsOf, plainPage } from "../../model/page.ts";
import { newsSitemapText, robotsText, sitemapIndexText, sitemapText } from "../../render/feeds/sitemap.ts";
import type { Emitter, Kind } from "../kind.ts";

/** Below the protocol's limit, so that a file stays well under its 50 MB with long Arabic addresses too. */
const MOST = 40_000;

type Entry = PropsOf["sitemap"]["entries"][number];
const entryOf = (card: Card): Entry => ({ url: card.url, modified: card.updated ?? card.published });
const newest = (entries: readonly Entry[]): CivilDate | null =>
  entries.reduce<CivilDate | null>(
    (last, { modified }) => (modified && (!last || modified > last) ? modified : last),
    null,
  );

interface Named {
  readonly name: string;
  readonly entries: readonly Entry[];
}

function* parts({ name, entries }: Named): Generator<Named> {
  for (let i = 0; i < entries.length; i += MOST)
    yield { name: i === 0 ? name : `${name}-${i / MOST + 1}`, entries: entries.slice(i, i + MOST) };
}

const undatedEntry = (url: UrlPath): Entry => ({ url, modified: null });

/** Lists have no date, since they change with every article: their sitemap would change with every build. */
function listEntries(archive: Archive): readonly Entry[] {
  const { sections, tags, authors, years, undated } = archive;
  const urls: UrlPath[] = [
    ...[home, archiveUrl, indexUrl("sections"), indexUrl("tags"), indexUrl("authors")],
    ...sections.map(({ label }) => sectionUrl(label)),
    ...tags.map(({ label }) => tagUrl(label)),
    ...authors.map(({ label }) => authorUrl(label)),
    ...years.map(({ year }) => yearUrl(year)),
    ...(undated.length > 0 ? [undatedUrl] : []),
  ];
  return [...archive.staticPages.map(entryOf), ...urls.map(undatedEntry)];
}

/** A month: its own page, the pages of its days, and its articles, each in order of time. */
function monthEntries(year: number, { month, days }: Month): Named {
  const calendar = days.flatMap(({ day }) => civilDate(year, month, day) ?? []).map(dayUrl);
  const articles = days.flatMap(({ articles: ofDay }) => ofDay.toReversed().map(entryOf));
  return {
    name: monthUrl(year, month).slice(1, -1).replace("/", "-"),
    entries: [...[monthUrl(year, month), ...calendar].map(undatedEntry), ...articles],
  };
}

/** The newest article and those of the two days before it, at most 1,000: the limits of Google's news sitemaps. */
const NEWS_DAYS = 2;
const MOST_NEWS = 1000;
function latestNews({ dated }: Archive): readonly Card[] {
  const last = dated.at(-1)?.published;
  if (!last) return [];
  const from = dayNumber(last) - NEWS_DAYS;
  return dated
    .slice(-MOST_NEWS)
    .filter(({ published }) => published !== null && dayNumber(published) >= from)
    .reverse();
}

const newsUrl = sitemapUrl("news");

/** None where the settings state no origin, since the protocol requires absolute addresses. */
const plan: Emitter = function* (archive, site) {
  if (site.origin === "") return;
  const named: readonly Named[] = [
    { name: "lists", entries: listEntries(archive) },
    ...archive.years.flatMap(({ year, months }) => months.map((month) => monthEntries(year, month))),
    { name: "undated", entries: archive.undated.map(entryOf) },
  ];
  const files = named.flatMap((one) => [...parts(one)]);
  for (const file of files) yield plainPage("sitemap", sitemapUrl(file.name), { entries: file.entries });
  const news = site.newsSitemap ? latestNews(archive) : [];
  if (news.length > 0)
    yield { path: fileFor(newsUrl), kind: "news-sitemap", cards: news, stored: [], props: {} };
  yield plainPage("sitemap-index", sitemapIndexUrl, {
    sitemaps: [
      ...files.map((file) => ({ url: sitemapUrl(file.name), modified: newest(file.entries) })),
      ...news.slice(0, 1).map(({ published }) => ({ url: newsUrl, modified: published })),
    ],
  });
};

export const sitemap: Kind<"sitemap"> = {
  ...{
    address: sitemapUrl("NAME"),
    plan,
    text: ({ props }, { chrome }) => sitemapText(props.entries, chrome),
  },
};
export const newsSitemap: Kind<"news-sitemap"> = {
  ...{ address: newsUrl, plan, text: ({ cards }, { chrome }) => newsSitemapText(cards, chrome) },
};
export const sitemapIndex: Kind<"sitemap-index"> = {
  ...{
    address: sitemapIndexUrl,
    plan,
    text: ({ props }, { chrome }) => sitemapIndexText(props.sitemaps, chrome),
  },
};
export const robots: Kind<"robots"> = {
  address: robotsUrl,
  *plan() {
    yield plainPage("robots", robotsUrl, {});
  },
  text: (_, { chrome }) => robotsText(chrome),
};
