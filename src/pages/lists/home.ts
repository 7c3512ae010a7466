/**
 * Plans the home page: the newest articles, then a few of each section of the menu, none of them twice. Undated articles
 * are shown only where no article is dated, since they must not appear as new.
 */

import { home } from "../../model/addresses.ts";
import type { Card } from "../../model/article.ts";
import { fileFor } from "../../model/brands.ts";
import { datedDays } from "../calendar/on-this-day.ts";
import type { Emitter } from "../emitter.ts";
import { menuOf } from "../menu.ts";

const LATEST = 8;
const IN_BLOCK = 4;

/** The newest dated articles of a list that are not in `shown`. */
function newest(oldestFirst: readonly Card[], shown: ReadonlySet<Card>, most: number): Card[] {
  const found: Card[] = [];
  for (let i = oldestFirst.length - 1; i >= 0 && found.length < most; i--) {
    const card = oldestFirst[i] as Card;
    if (card.published !== null && !shown.has(card)) found.push(card);
  }
  return found;
}

export const homePage: Emitter = function* (archive, site) {
  const latest = newest(archive.dated, new Set(), LATEST);
  const cards = latest.length > 0 ? [...latest] : archive.undated.slice(0, LATEST);
  const first = cards.length;
  const shown = new Set(cards);
  const blocks = menuOf(archive, site).flatMap(({ label, articles }) => {
    const from = cards.length;
    cards.push(...newest(articles, shown, IN_BLOCK));
    return cards.length > from ? [{ label, from, to: cards.length }] : [];
  });
  yield {
    path: fileFor(home),
    kind: "home",
    cards,
    needs: [],
    props: {
      latest: first,
      blocks,
      years: archive.years.map(({ year, count }) => ({ year, count })),
      days: datedDays(archive),
      total: archive.dated.length + archive.undated.length,
    },
  };
};
