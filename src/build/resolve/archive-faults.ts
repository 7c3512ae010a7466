/** Faults of articles that show only when the whole archive is known. */
import { earlyDates, farDates } from "../../archive/far-dates.ts";
import { likeNames } from "../../archive/like-names.ts";
import { utcMoments } from "../../archive/utc-moments.ts";
import type { SettingsFile } from "../../content/settings-file.ts";
import type { Card } from "../../model/article.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Site } from "../../model/site.ts";
import { unlistedSections } from "../../site/unlisted-sections.ts";

export function archiveFaults(
  cards: readonly Card[],
  { site, settings }: { readonly site: Site; readonly settings: SettingsFile },
): readonly Diagnostic[] {
  const { text, file } = settings;
  const unlisted = text === null ? [] : unlistedSections(site, { text, file }, cards);
  return [
    ...unlisted,
    ...likeNames(cards),
    ...farDates(cards),
    ...earlyDates(cards),
    ...utcMoments(cards, site, file),
  ];
}
