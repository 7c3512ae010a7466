/**
 * Renders the newest articles, with their whole text, as a feed in one of three formats. The content is built once, in
 * feed-item.ts; each format only serialises it.
 */
import type { ShownBody } from "../../model/article.ts";
import type { ShownPageOf, SiteChrome } from "../../model/page.ts";
import { atom } from "./atom.ts";
import { feedView } from "./feed-item.ts";
import { jsonFeed } from "./json-feed.ts";
import { rss } from "./rss.ts";

const FORMATS = { rss, atom, json: jsonFeed } as const;

/** @param bodies In the order of the page's cards. */
export const renderFeed = (
  page: ShownPageOf<"feed">,
  chrome: SiteChrome,
  bodies: readonly ShownBody[],
): string => FORMATS[page.props.format](feedView(page, chrome, bodies));
