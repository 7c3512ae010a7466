/**
 * Builds the site chrome, which every page shows, from settings and archive. All pages are rendered again when it
 * changes, so it holds no counts and no dates.
 */
import type { Archive } from "../model/archive.ts";
import type { SiteChrome } from "../model/page.ts";
import type { Site } from "../model/site.ts";
import { menuOf } from "./menu.ts";

/** @param assets Addresses of the style sheet, scripts and fonts. */
export function siteChrome(site: Site, archive: Archive, assets: SiteChrome["assets"]): SiteChrome {
  const { title, description, origin, base, publisher, footer, locale, theme, sharePictures } = site;
  return {
    ...{ title, description, origin, base, publisher, footer, locale, theme, sharePictures, assets },
    dated: archive.dated.length > 0,
    menu: menuOf(archive, site).map(({ label }) => label),
    staticPages: archive.staticPages.map(({ url, title: name }) => ({ url, title: name })),
  };
}
