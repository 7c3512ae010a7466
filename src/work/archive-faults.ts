/** What only the whole archive shows of its articles: a file alone says none of it. */
import { farDates } from "../archive/far-dates.ts";
import { likeNames } from "../archive/like-names.ts";
import type { Card } from "../model/article.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Site } from "../model/site.ts";
import { unlistedSections } from "../site/unlisted-sections.ts";

/** @param settings The text of content/site.yaml; null where there is none. */
export function archiveFaults(
  cards: readonly Card[],
  { site, settings }: { readonly site: Site; readonly settings: string | null },
): readonly Diagnostic[] {
  const unlisted =
    settings === null ? [] : unlistedSections(site, { text: settings, file: "content/site.yaml" }, cards);
  return [...unlisted, ...likeNames(cards), ...farDates(cards)];
}
