/**
 * The home page: the newest articles, then a few of each section of the menu, none of them twice. Undated articles
 * are shown only where no article is dated, since they must not appear as new.
 */

import { daysOfYearUrl, home as homeUrl, sectionUrl, yearUrl } from "../model/addresses.ts";
import type { Card } from "../model/article.ts";
import { fileFor } from "../model/brands.ts";
import { heat } from "../render/view.ts";
import { datedDays } from "./calendar/on-this-day.ts";
import type { Kind } from "./kind.ts";
import { menuOf } from "./menu.ts";

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

/** Characters of the excerpt of the first article, which is shown larger than the others. */
const OF_THE_LEAD = 240;

export const home: Kind<"home"> = {
  address: homeUrl,
  template: "home",
  *plan(archive, site) {
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
      path: fileFor(homeUrl),
      kind: "home",
      cards,
      stored: [],
      props: {
        latest: first,
        blocks,
        years: archive.years.map(({ year, count }) => ({ year, count })),
        days: datedDays(archive),
        total: archive.dated.length + archive.undated.length,
      },
    };
  },
  view({ props, ...page }, viewer) {
    const cards = page.cards.map((card, i) => viewer.card(card, i === 0 ? OF_THE_LEAD : undefined));
    const most = Math.max(0, ...props.years.map(({ count }) => count));
    return {
      heading: viewer.chrome.title,
      description: viewer.chrome.description,
      breadcrumbs: [],
      content: {
        lead: cards[0] ?? null,
        latest: cards.slice(1, props.latest),
        blocks: props.blocks.map(({ label, from, to }) => ({
          ...viewer.named(label.name, sectionUrl(label)),
          cards: cards.slice(from, to),
        })),
        years: props.years.map(({ year, count }) => ({
          href: viewer.href(yearUrl(year)),
          name: viewer.digits(year),
          count: viewer.count(count, "article"),
          heat: heat(count, most),
        })),
        onThisDay:
          props.days.length > 0 ? { href: viewer.href(daysOfYearUrl), days: props.days.join(" ") } : null,
        total: viewer.count(props.total, "article"),
      },
    };
  },
};
