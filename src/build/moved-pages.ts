/** Removed pages → the page that their source has now: its headline, date or slug was edited. */
import type { LastBuild } from "../cache/record/records.ts";
import type { Card } from "../model/article.ts";
import type { OutputPath, UrlPath } from "../model/brands.ts";

/** By the file of the removed page. */
export function movedPages(
  removed: readonly OutputPath[],
  { last, cards }: { readonly last: Pick<LastBuild, "sources"> | null; readonly cards: readonly Card[] },
): Readonly<Record<OutputPath, UrlPath>> {
  const moved: Record<OutputPath, UrlPath> = {};
  if (removed.length === 0 || !last) return moved;
  const gone = new Set<string>(removed);
  for (const { source, url } of cards) {
    const before = last.sources.get(source)?.card?.url;
    if (before === undefined || before === url) continue;
    const file = `${before.slice(1)}index.html` as OutputPath;
    if (gone.has(file)) moved[file] = url;
  }
  return moved;
}
