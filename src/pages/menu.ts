/**
 * The sections of the menu: those of the settings, or the largest where the settings name none. Sizes are rounded down to
 * powers of two, since every page depends on the menu and a new article should rarely change it.
 */
import type { Archive, Group } from "../model/archive.ts";
import type { Site } from "../model/site.ts";

/** Maximum number of entries; the page of all sections lists the rest. */
const MOST = 10;

const size = ({ articles }: Group): number => Math.floor(Math.log2(articles.length));

/** In the order of the archive. */
export function menuOf({ sections }: Archive, site: Site): readonly Group[] {
  const stated = new Set(site.sections.map(({ slug }) => slug));
  const named = sections.filter(({ label }) => stated.has(label.slug));
  if (named.length > 0) return named;
  const largest = new Set(sections.toSorted((a, b) => size(b) - size(a)).slice(0, MOST));
  return sections.filter((group) => largest.has(group));
}
