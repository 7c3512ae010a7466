/**
 * Renders a feed as RSS 2.0 (rssboard.org) with the whole text in `content:encoded`. An undated article has no `pubDate`,
 * and the feed's own date is the latest of its articles.
 */
import type { FeedItem, FeedView } from "./feed-item.ts";
import { rfc822 } from "./moment.ts";
import { cdata, element, escapeXml } from "./xml.ts";

const NAMESPACES = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
].join(" ");

/** Escapes plain text as HTML, since readers parse a description as HTML; it is escaped again as XML. */
const asHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const item = (one: FeedItem): string =>
  [
    "<item>\n",
    element("title", one.title),
    element("link", one.url),
    element("guid", one.id, one.id === one.url ? "" : ' isPermaLink="false"'),
    element("pubDate", one.published && rfc822(one.published)),
    ...one.authors.map((name) => element("dc:creator", name)),
    element("category", one.section),
    ...one.tags.map((name) => element("category", name)),
    element("description", asHtml(one.summary)),
    one.html === "" ? "" : cdata("content:encoded", one.html),
    one.image === null ? "" : `<media:content url="${escapeXml(one.image)}" medium="image"/>\n`,
    "</item>\n",
  ].join("");

export const rss = (feed: FeedView): string =>
  [
    `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" ${NAMESPACES}>\n<channel>\n`,
    `<title>${escapeXml(feed.title)}</title>\n`,
    `<link>${escapeXml(feed.home)}</link>\n`,
    `<description>${escapeXml(asHtml(feed.description || feed.title))}</description>\n`,
    "<language>ar</language>\n",
    element("lastBuildDate", feed.updated && rfc822(feed.updated)),
    "<generator>Warraq</generator>\n",
    `<atom:link rel="self" type="application/rss+xml" href="${escapeXml(feed.self)}"/>\n`,
    ...feed.items.map(item),
    "</channel>\n</rss>\n",
  ].join("");
