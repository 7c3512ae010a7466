/** Reports sections that hold articles but are not in the settings' list, so that no menu names them. */
import type { Label } from "../model/article.ts";
import { counted } from "../model/counted.ts";
import { type Diagnostic, placeAt } from "../model/diagnostic.ts";
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
  const named = [...counts]
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .slice(0, NAMED)
    .map(([name, count]) => `\u2068${name}\u2069 (${counted(count, "article")})`);
  const rest = counts.size > NAMED ? ` and ${counts.size - NAMED} more` : "";
  return [
    {
      ...{ severity: "warning", code: "section-unlisted", file },
      place: placeAt(text, Math.max(0, text.search(/^["']?sections["']?\s*:/m)), "sections".length),
      message: `Articles lie in ${counted(counts.size, "section")} that no menu names: ${named.join(", ")}${rest}.`,
      hint: "Add them to sections, or leave that out to have the largest in the menu; the page of all sections names them all the same.",
    },
  ];
}
