/**
 * Warns of dates that are probably typing errors: 2071 for 2017, or the Hijri year 1433. A build has no clock, so a
 * date is compared with the others of the archive and with fixed bounds.
 */
import { fromHijri } from "../arabic/dates/hijri.ts";
import type { Card } from "../model/article.ts";
import { dateParts } from "../model/civil-date.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { articleFault } from "../model/diagnostics/articles.ts";

/** Later years are always wrong. */
const LAST_YEAR = 2100;
/** Earlier years are always wrong: no Arabic newspaper is as old. */
const FIRST_YEAR = 1800;
/** Years without articles between the few latest ones and all others. */
const GAP = 20;
/** At most one article in FEW may be among those few. */
const FEW = 50;

/** The first year that counts as too late. */
function farFrom(counts: ReadonlyMap<number, number>): number {
  const years = [...counts.keys()].sort((a, b) => a - b);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  let later = 0;
  for (let i = years.length - 1; i > 0; i--) {
    const year = years[i] as number;
    later += counts.get(year) ?? 0;
    if (later * FEW > total) break;
    if (year - (years[i - 1] as number) > GAP) return Math.min(year, LAST_YEAR + 1);
  }
  return LAST_YEAR + 1;
}

/** A warning for each article dated far after the others. */
export function farDates(cards: readonly Card[]): readonly Diagnostic[] {
  const yearOf = ({ published }: Card): number => Number(published?.slice(0, 4) ?? 0);
  const counts = new Map<number, number>();
  for (const card of cards) if (card.published) counts.set(yearOf(card), (counts.get(yearOf(card)) ?? 0) + 1);
  const far = farFrom(counts);
  return cards
    .filter((card) => yearOf(card) >= far)
    .map(({ source, published }) =>
      articleFault(
        "far-date",
        { file: `content/${source}` },
        { date: published, than: far > LAST_YEAR ? { year: LAST_YEAR } : { gap: GAP } },
      ),
    );
}

/** A warning for each article dated before FIRST_YEAR, with the Gregorian day it means if it is a Hijri date. */
export const earlyDates = (cards: readonly Card[]): readonly Diagnostic[] =>
  cards.flatMap(({ source, published }) => {
    if (!published || dateParts(published).year >= FIRST_YEAR) return [];
    const meant = fromHijri(dateParts(published));
    const values = { date: published, least: FIRST_YEAR, meant };
    return articleFault("early-date", { file: `content/${source}` }, values);
  });
