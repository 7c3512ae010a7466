/**
 * Renders a feed as Atom (RFC 4287). The format requires a date for the feed and for every entry, so it is planned only
 * for dated articles, and only where there is one.
 */
import type { FeedItem, FeedView } from "./feed-item.ts";
import { type Moment, rfc3339 } from "./moment.ts";
import { element, escapeXml } from "./xml.ts";

function dateOf(moment: Moment | null): string {
  if (moment === null) throw new Error("an Atom feed was planned of what has no date");
  return rfc3339(moment);
}
const link = (rel: string, href: string | null, type = ""): string =>
  href === null ? "" : `<link rel="${rel}"${type && ` type="${type}"`} href="${escapeXml(href)}"/>\n`;
const category = (name: string): string => `<category term="${escapeXml(name)}"/>\n`;
const author = (name: string): string => `<author>\n<name>${escapeXml(name)}</name>\n</author>\n`;

const entry = (one: FeedItem): string =>
  [
    "<entry>\n",
    `<title>${escapeXml(one.title)}</title>\n`,
    link("alternate", one.url, "text/html"),
    link("via", one.via),
    link("enclosure", one.image),
    element("id", one.id),
    element("published", one.published && rfc3339(one.published)),
    element("updated", dateOf(one.updated)),
    ...one.authors.map(author),
    ...(one.section === null ? [] : [category(one.section)]),
    ...one.tags.map(category),
    element("summary", one.summary),
    element("content", one.html, ' type="html"'),
    "</entry>\n",
  ].join("");

export const atom = (feed: FeedView): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar">\n',
    `<title>${escapeXml(feed.title)}</title>\n`,
    element("subtitle", feed.description),
    element("id", feed.id),
    link("self", feed.self, "application/atom+xml"),
    link("alternate", feed.home, "text/html"),
    element("updated", dateOf(feed.updated)),
    author(feed.publisher),
    "<generator>Warraq</generator>\n",
    ...feed.items.map(entry),
    "</feed>\n",
  ].join("");
