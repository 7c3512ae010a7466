/**
 * The last articles as RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1, with their whole text: an archive is to be taken
 * along. Dates are those of the articles, never the clock of the build. Titles of mixed direction are isolated.
 */
import { isolate } from "../../arabic/bidi.ts";
import { offsetAt } from "../../arabic/zone.ts";
import type { Body, Card } from "../../model/article.ts";
import { type UrlPath, urlPath } from "../../model/brands.ts";
import { type CivilTime, dateParts, weekday } from "../../model/civil-date.ts";
import { hrefOf } from "../../model/href.ts";
import type { Face, PageOf } from "../../model/page.ts";
import { element, escapeXml } from "./xml.ts";

type FeedPage = PageOf<"feed">;

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
const NOON = "12:00:00" as CivilTime;

/** An article without a time is placed at noon, so that no reader's zone moves it to another day. */
function clock(
  card: Card,
  { locale }: Face,
): { date: NonNullable<Card["published"]>; time: CivilTime; offset: string } | null {
  if (card.published === null) return null;
  const time = card.time ?? NOON;
  return { date: card.published, time, offset: offsetAt({ date: card.published, time }, locale.timeZone) };
}

/** `Wed, 22 Nov 2017 12:00:00 +0200` (RFC 822 with four digits of year, as RSS asks). */
function rfc822(card: Card, face: Face): string | null {
  const at = clock(card, face);
  if (!at) return null;
  const { year, month, day } = dateParts(at.date);
  return `${DAYS[weekday(at.date)]}, ${String(day).padStart(2, "0")} ${MONTHS[month - 1]} ${String(year).padStart(4, "0")} ${at.time} ${at.offset.replace(":", "")}`;
}

/** RFC 3339. */
function rfc3339(card: Card, face: Face): string | null {
  const at = clock(card, face);
  return at ? `${at.date}T${at.time}${at.offset}` : null;
}

const plainTitle = (title: string): string => (/[A-Za-z]/.test(title) ? isolate(title) : title);

/** Addresses within a text become whole ones: a feed is read elsewhere. */
const absoluteHtml = (html: string, face: Face): string =>
  html.replace(/(<(?:a|img)\b[^>]*?\s(?:href|src)=")\/(?!\/)/g, `$1${face.origin}${face.base}`);

interface Channel {
  readonly title: string;
  readonly home: string;
  readonly self: string;
  readonly link: (card: Card) => string;
}
function channelOf({ path, facts }: FeedPage, face: Face): Channel {
  const whole = (url: UrlPath) => face.origin + hrefOf(url, face.base);
  return {
    title: facts.section ? `${face.title} – ${facts.section.name}` : face.title,
    home: whole(urlPath(facts.section ? `/${facts.section.slug}/` : "/")),
    self: whole(urlPath(`/${path}`)),
    link: (card) => whole(card.url),
  };
}

function rss(
  { cards }: FeedPage,
  channel: Channel,
  { face, bodies }: { face: Face; bodies: readonly Body[] },
): string {
  const items = cards.map((card, i) => {
    const html = absoluteHtml(bodies[i]?.html ?? "", face).replaceAll("]]>", "]]&gt;");
    return [
      "<item>\n",
      element("title", plainTitle(card.title)),
      element("link", channel.link(card)),
      element("guid", channel.link(card), face.origin ? ' isPermaLink="true"' : ' isPermaLink="false"'),
      element("pubDate", rfc822(card, face)),
      ...card.authors.map(({ name }) => element("dc:creator", name)),
      element("category", card.section?.name),
      ...card.tags.map(({ name }) => element("category", name)),
      element("description", card.summary ?? card.excerpt),
      html ? `<content:encoded><![CDATA[${html}]]></content:encoded>\n` : "",
      "</item>\n",
    ].join("");
  });
  const newest = cards[0] ? rfc822(cards[0], face) : null;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">\n<channel>\n',
    element("title", channel.title),
    element("link", channel.home),
    `<description>${escapeXml(face.description || channel.title)}</description>\n`,
    "<language>ar</language>\n",
    element("lastBuildDate", newest),
    `<atom:link rel="self" type="application/rss+xml" href="${escapeXml(channel.self)}"/>\n`,
    ...items,
    "</channel>\n</rss>\n",
  ].join("");
}

function atom(
  { cards }: FeedPage,
  channel: Channel,
  { face, bodies }: { face: Face; bodies: readonly Body[] },
): string {
  const updatedOf = (card: Card): string =>
    card.updated && card.updated > (card.published ?? "")
      ? `${card.updated}T${NOON}Z`
      : (rfc3339(card, face) ?? `${card.updated ?? "1970-01-01"}T${NOON}Z`);
  const entries = cards.map((card, i) => {
    const authors = card.authors.map(({ name }) => `<author>\n${element("name", name)}</author>\n`);
    return [
      "<entry>\n",
      element("title", plainTitle(card.title)),
      `<link rel="alternate" type="text/html" href="${escapeXml(channel.link(card))}"/>\n`,
      element("id", channel.link(card)),
      element("published", rfc3339(card, face)),
      element("updated", updatedOf(card)),
      ...authors,
      ...(card.section ? [`<category term="${escapeXml(card.section.name)}"/>\n`] : []),
      ...card.tags.map(({ name }) => `<category term="${escapeXml(name)}"/>\n`),
      element("summary", card.summary ?? card.excerpt),
      element("content", absoluteHtml(bodies[i]?.html ?? "", face), ' type="html"'),
      "</entry>\n",
    ].join("");
  });
  const updated = cards.map(updatedOf).sort().at(-1) ?? `1970-01-01T${NOON}Z`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar">\n',
    element("title", channel.title),
    element("subtitle", face.description),
    element("id", channel.self),
    `<link rel="self" type="application/atom+xml" href="${escapeXml(channel.self)}"/>\n`,
    `<link rel="alternate" type="text/html" href="${escapeXml(channel.home)}"/>\n`,
    element("updated", updated),
    `<author>\n${element("name", face.publisher)}</author>\n`,
    "<generator>Warraq</generator>\n",
    ...entries,
    "</feed>\n",
  ].join("");
}

function jsonFeed(
  { cards }: FeedPage,
  channel: Channel,
  { face, bodies }: { face: Face; bodies: readonly Body[] },
): string {
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: channel.title,
    home_page_url: channel.home,
    feed_url: channel.self,
    ...(face.description ? { description: face.description } : {}),
    language: "ar",
    authors: [{ name: face.publisher }],
    items: cards.map((card, i) => ({
      id: channel.link(card),
      url: channel.link(card),
      title: plainTitle(card.title),
      content_html: absoluteHtml(bodies[i]?.html ?? "", face),
      summary: card.summary ?? card.excerpt,
      ...(rfc3339(card, face) ? { date_published: rfc3339(card, face) } : {}),
      ...(card.updated ? { date_modified: `${card.updated}T${NOON}Z` } : {}),
      ...(card.authors.length > 0 ? { authors: card.authors.map(({ name }) => ({ name })) } : {}),
      ...(card.tags.length > 0 ? { tags: card.tags.map(({ name }) => name) } : {}),
      language: "ar",
    })),
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}

/** @param bodies In the order of the page's cards. */
export function renderFeed(page: FeedPage, face: Face, bodies: readonly Body[]): string {
  const channel = channelOf(page, face);
  const write = { rss, atom, json: jsonFeed }[page.facts.format];
  return write(page, channel, { face, bodies });
}
