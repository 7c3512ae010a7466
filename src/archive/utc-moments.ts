/**
 * Warns of moments in UTC when the settings name no time zone: the calendar day of an evening article depends on the
 * zone of the outlet.
 */
import { AT_UTC } from "../arabic/dates/zone.ts";
import type { Card } from "../model/article.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { articleFault } from "../model/diagnostics/articles.ts";
import type { Site } from "../model/site.ts";

/** One warning for all of them. @param file Path of the settings file, whether or not it exists. */
export function utcMoments(
  cards: readonly Card[],
  { locale }: Pick<Site, "locale">,
  file: string,
): readonly Diagnostic[] {
  const inUtc = cards.filter(({ offset }) => offset === AT_UTC);
  const [first] = inUtc;
  if (locale.timeZone !== null || !first) return [];
  return [
    articleFault("time-zone-missing", { file }, { count: inUtc.length, file: `content/${first.source}` }),
  ];
}
