/** Renders a feed as JSON Feed 1.1 (jsonfeed.org). Empty keys are left out, as the format requires. */
import type { FeedItem, FeedView } from "./feed-item.ts";
import { rfc3339 } from "./moment.ts";

const item = (one: FeedItem): object => ({
  id: one.id,
  url: one.url,
  ...(one.via ? { external_url: one.via } : {}),
  title: one.title,
  content_html: one.html,
  ...(one.summary ? { summary: one.summary } : {}),
  ...(one.image ? { image: one.image } : {}),
  ...(one.published ? { date_published: rfc3339(one.published) } : {}),
  ...(one.updated && one.updated !== one.published ? { date_modified: rfc3339(one.updated) } : {}),
  ...(one.authors.length > 0 ? { authors: one.authors.map((name) => ({ name })) } : {}),
  ...(one.tags.length > 0 ? { tags: one.tags } : {}),
  language: "ar",
});

export const jsonFeed = (feed: FeedView): string =>
  `${JSON.stringify(
    {
      version: "https://jsonfeed.org/version/1.1",
      title: feed.title,
      home_page_url: feed.home,
      feed_url: feed.self,
      ...(feed.description ? { description: feed.description } : {}),
      language: "ar",
      authors: [{ name: feed.publisher }],
      items: feed.items.map(item),
    },
    null,
    1,
  )}\n`;
