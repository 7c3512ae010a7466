/** Reports sections that hold articles but are not in the settings' list, so that no menu names them. */
import type { Label } from "../model/article.ts";
import { type Diagnostic, placeAt } from "../model/diagnostic.ts";
import { settingFault } from "../model/diagnostics/settings.ts";
import type { Site } from "../model/site.ts";

/** Sections that are listed one by one. */
const NAMED = 3;

/** @param text Of the settings. @param articles Their sections. @returns One warning for all, largest section first. */
export function unlistedSections(
  { sections }: Site,
  { text, file }: { readonly text: string; readonly file: string },
  articles: Iterable<{ readonly section: Label | null }>,
): Diagnostic[] {
  if (sections.length === 0) return [];
  const listed = new Set(sections.map(({ slug }) => slug));
  const counts = new Map<string, number>();
  for (const { section } of articles)
    if (section && !listed.has(section.slug)) counts.set(section.name, (counts.get(section.name) ?? 0) + 1);
  if (counts.size === 0) return [];
  const named = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)).slice(0, NAMED);
  const place = placeAt(text, Math.max(0, text.search(/^["']?sections["']?\s*:/m)), "sections".length);
  return [settingFault("section-unlisted", { file, place }, { count: counts.size, named })];
}
