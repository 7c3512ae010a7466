/** Settings and archive → what every page shows of the site. */
import type { Archive } from "../model/archive.ts";
import type { Face } from "../model/page.ts";
import type { Site } from "../model/site.ts";

export function faceOf(site: Site, archive: Archive, assets: Face["assets"]): Face {
  const { title, description, origin, base, publisher, footer, locale, theme } = site;
  return {
    ...{ title, description, origin, base, publisher, footer, locale, theme, assets },
    menu: archive.sections.map(({ label }) => label),
    standing: archive.standing.map(({ url, title: name }) => ({ url, title: name })),
  };
}
