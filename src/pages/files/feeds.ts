/** Feeds of the newest articles, of the whole site and of each section, in three formats. */

import { FEED_FILES, feedUrl, home, sectionUrl } from "../../model/addresses.ts";
import type { Archive } from "../../model/archive.ts";
import type { Card, Label } from "../../model/article.ts";
import { fileFor, type UrlPath } from "../../model/brands.ts";
import type { Page } from "../../model/page.ts";
import { renderFeed } from "../../render/feeds/feed.ts";
import { namedInText } from "../articles/named-in-text.ts";
import type { Kind } from "../kind.ts";

const LENGTH = 30;
const FORMATS = Object.keys(FEED_FILES) as (keyof typeof FEED_FILES)[];

function* feedsUnder(
  list: UrlPath,
  section: Label | null,
  { oldestFirst, archive }: { readonly oldestFirst: readonly Card[]; readonly archive: Archive },
): Generator<Page> {
  const cards = oldestFirst
    .filter((card) => card.published !== null)
    .slice(-LENGTH)
    .reverse();
  const stored = cards.map((card) => card.body);
  const texts = cards.map((card) => namedInText(archive, card));
  // Atom requires a date for every feed (RFC 4287, 4.1.1), which a feed without articles does not have.
  for (const format of FORMATS)
    if (format !== "atom" || cards.length > 0)
      yield {
        path: fileFor(feedUrl(list, format)),
        kind: "feed",
        cards,
        stored,
        props: { format, section, texts },
      };
}

export const feed: Kind<"feed"> = {
  address: "/FEED or /SECTION/FEED",
  *plan(archive) {
    yield* feedsUnder(home, null, { oldestFirst: archive.dated, archive });
    for (const { label, articles } of archive.sections)
      yield* feedsUnder(sectionUrl(label), label, { oldestFirst: articles, archive });
  },
  text: (page, { chrome, bodies }) => renderFeed(page, chrome, bodies),
};
