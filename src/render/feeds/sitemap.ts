/** Sitemaps (sitemaps.org, protocol 0.9) and the rules for robots (RFC 9309). */
import type { UrlPath } from "../../model/brands.ts";
import { urlPath } from "../../model/brands.ts";
import { hrefOf } from "../../model/href.ts";
import type { Face, FactsOf } from "../../model/page.ts";
import { element } from "./xml.ts";

const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
const whole = (url: UrlPath, face: Face): string => face.origin + hrefOf(url, face.base);

const entries = (name: string, list: FactsOf["sitemap"]["entries"], face: Face): string =>
  list
    .map(
      ({ url, modified }) =>
        `<${name}>\n${element("loc", whole(url, face))}${element("lastmod", modified)}</${name}>\n`,
    )
    .join("");

export const sitemap = (list: FactsOf["sitemap"]["entries"], face: Face): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="${NAMESPACE}">\n${entries("url", list, face)}</urlset>\n`;

export const sitemapIndex = (list: FactsOf["sitemap-index"]["sitemaps"], face: Face): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="${NAMESPACE}">\n${entries("sitemap", list, face)}</sitemapindex>\n`;

/** Everything may be read; the sitemap is named where the site's address is known. */
export const robots = (face: Face): string =>
  `User-agent: *\nAllow: /\n${face.origin ? `\nSitemap: ${whole(urlPath("/sitemap.xml"), face)}\n` : ""}`;
