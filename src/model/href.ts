/** Addresses as they are printed: percent-encoded by the URL Standard's path set, under the site's base path. */
import type { UrlPath } from "./brands.ts";

/** `/2017/11/22/بغداد/` under `/archive/` → `/archive/2017/11/22/%D8%A8…/`, fit for an attribute, a feed or a sitemap. */
export const hrefOf = (url: UrlPath, base: string): string =>
  encodeURI(base + url.slice(1)).replace(/[?#']/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
