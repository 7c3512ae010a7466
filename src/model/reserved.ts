/**
 * Steps of addresses that are the site's own: no section, standing page or old address may take them. They stand here
 * because placing an article and settling all addresses both need them.
 */
const OWN: ReadonlySet<string> = new Set([
  ...["archive", "sections", "tags", "authors", "undated", "search", "assets", "sitemaps", "on-this-day"],
  ...["404.html", "feed.xml", "atom.xml", "feed.json", "sitemap.xml", "robots.txt", "manifest-sha256.txt"],
]);
const YEAR = /^\d{4}$/;

/** Whether `/step/` is a page or folder of the site's own. A year is one, whether or not the archive has it. */
export const isReserved = (step: string): boolean => OWN.has(step) || YEAR.test(step);
