/**
 * Warns of moments in UTC when the settings name no time zone: the calendar day of an evening article depends on the
 * zone of the outlet.
 */
import { AT_UTC } from "../arabic/dates/zone.ts";
import type { Card } from "../model/article.ts";
import { counted } from "../model/counted.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
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
  const states = inUtc.length === 1 ? "states its moment" : "state their moments";
  return [
    {
      ...{ severity: "warning", code: "time-zone-missing", file },
      message: `${counted(inUtc.length, "article")} ${states} in UTC, content/${first.source} for one, and the settings name no time zone: what was published late in the evening may be on the day before.`,
      hint: "State the outlet's own: locale: { time_zone: Asia/Damascus }, or Etc/UTC if its clock shows UTC.",
    },
  ];
}
