/**
 * Renders sitemaps (sitemaps.org, protocol 0.9), their index, and `robots.txt` (RFC 9309).
 */
import { sitemapIndexUrl } from "../../model/addresses.ts";
import type { ShownCard } from "../../model/article.ts";
import type { UrlPath } from "../../model/brands.ts";
import { hrefOf } from "../../model/links/href.ts";
import type { PropsOf, SiteChrome } from "../../model/page.ts";
import { iso8601 } from "./moment.ts";
import { element } from "./xml.ts";

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
type Entries = PropsOf["sitemap"]["entries"];

const whole = (url: UrlPath, chrome: SiteChrome): string => chrome.origin + hrefOf(url, chrome.base);

const elements = (name: string, entries: Entries, chrome: SiteChrome): string =>
  entries
    .map(
      ({ url, modified }) =>
        `<${name}>\n${element("loc", whole(url, chrome))}${element("lastmod", modified)}</${name}>\n`,
    )
    .join("");

export const sitemapText = (entries: Entries, chrome: SiteChrome): string =>
  `${DECLARATION}<urlset xmlns="${NAMESPACE}">\n${elements("url", entries, chrome)}</urlset>\n`;

export const sitemapIndexText = (sitemaps: Entries, chrome: SiteChrome): string =>
  `${DECLARATION}<sitemapindex xmlns="${NAMESPACE}">\n${elements("sitemap", sitemaps, chrome)}</sitemapindex>\n`;

const NEWS_NAMESPACE = "http://www.google.com/schemas/sitemap-news/0.9";

/** A sitemap for news search (Google, news sitemaps): outlet, language, day or moment, headline. @param cards All dated. */
export function newsSitemapText(cards: readonly ShownCard[], chrome: SiteChrome): string {
  const publication = `<news:publication>\n${element("news:name", chrome.publisher)}${element("news:language", "ar")}</news:publication>\n`;
  const urls = cards.map((card) => {
    const news = [
      publication,
      element("news:publication_date", iso8601(card, chrome.locale)),
      element("news:title", card.title),
    ];
    return `<url>\n${element("loc", whole(card.url, chrome))}<news:news>\n${news.join("")}</news:news>\n</url>\n`;
  });
  return `${DECLARATION}<urlset xmlns="${NAMESPACE}" xmlns:news="${NEWS_NAMESPACE}">\n${urls.join("")}</urlset>\n`;
}

/** `robots.txt`: allows everything, and names the sitemap where the settings state an origin. */
export const robotsText = (chrome: SiteChrome): string =>
  `User-agent: *\nAllow: /\n${chrome.origin ? `\nSitemap: ${whole(sitemapIndexUrl, chrome)}\n` : ""}`;
