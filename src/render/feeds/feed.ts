/**
 * The last articles as a feed in one of three formats, with their whole text: an archive is to be taken along. What a
 * feed says is decided once, in feed-item.ts; each format only spells it.
 */
import type { ShownBody } from "../../model/article.ts";
import type { Face, ShownPageOf } from "../../model/page.ts";
import { atom } from "./atom.ts";
import { feedView } from "./feed-item.ts";
import { jsonFeed } from "./json-feed.ts";
import { rss } from "./rss.ts";

const FORMATS = { rss, atom, json: jsonFeed } as const;

/** @param bodies In the order of the page's cards. */
export const renderFeed = (page: ShownPageOf<"feed">, face: Face, bodies: readonly ShownBody[]): string =>
  FORMATS[page.facts.format](feedView(page, face, bodies));
