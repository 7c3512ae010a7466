/**
 * Builds the content of a feed, common to all three formats. Addresses are absolute, since a feed is read elsewhere; dates
 * are those of the articles, never the time of the build; runs of the other direction in plain text are isolated by
 * control characters, since a title in a feed has no markup.
 */
import { createHash } from "node:crypto";
import { isolateForeign } from "../../arabic/typography/bidi.ts";
import { home, sectionUrl } from "../../model/addresses.ts";
import type { ShownBody, ShownCard } from "../../model/article.ts";
import { type UrlPath, urlPath } from "../../model/brands.ts";
import { hrefOf } from "../../model/links/href.ts";
import { isRemote } from "../../model/links/inline-picture.ts";
import type { NamedInText, ShownPageOf, SiteChrome } from "../../model/page.ts";
import { addressOf } from "../picture-view.ts";
import { feedText, wholeAddress } from "./feed-text.ts";
import { correctedAt, instantOf, type Moment, publishedAt } from "./moment.ts";

export interface FeedItem {
  /** Permanent while the article keeps its address. The address where the site has an origin, else a URN. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /** Plain text. */
  readonly summary: string;
  /** The whole text as HTML, in an element with language and direction; "" where it was not loaded. */
  readonly html: string;
  readonly image: string | null;
  /** Where the text was taken from. */
  readonly via: string | null;
  readonly published: Moment | null;
  /** The correction, where it is of a later day than the publication; else the publication. */
  readonly updated: Moment | null;
  readonly authors: readonly string[];
  readonly section: string | null;
  readonly tags: readonly string[];
}
export interface FeedView {
  readonly title: string;
  readonly description: string;
  readonly publisher: string;
  readonly id: string;
  /** Address of the home page of the site or section. */
  readonly home: string;
  readonly self: string;
  /** The latest `updated` of its items; null when it has none. */
  readonly updated: Moment | null;
  readonly items: readonly FeedItem[];
}

const later = (a: Moment | null, b: Moment | null): Moment | null =>
  a === null || (b !== null && instantOf(b) > instantOf(a)) ? b : a;

/** A UUID of version 5 (RFC 9562, section 5.5) in the URL namespace: the same name gives the same URN. */
function urnOf(name: string): string {
  const namespace = Buffer.from("6ba7b8119dad11d180b400c04fd430c8", "hex");
  const bytes = createHash("sha1").update(namespace).update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const NOTHING_NAMED: NamedInText = { pictures: {}, links: {} };

interface ItemText {
  readonly body: ShownBody | undefined;
  readonly named: NamedInText;
}

function itemOf(card: ShownCard, { body, named }: ItemText, chrome: SiteChrome): FeedItem {
  const whole = (url: UrlPath): string => chrome.origin + hrefOf(url, chrome.base);
  const url = whole(card.url);
  const published = publishedAt(card, chrome.locale);
  const corrected = correctedAt(card, chrome.locale);
  const src = addressOf(card.image);
  return {
    id: chrome.origin === "" ? urnOf(url) : url,
    url,
    title: isolateForeign(card.title),
    summary: isolateForeign(card.details.summary ?? card.details.excerpt),
    html: body ? feedText(card, { html: body.html, named, url }, chrome) : "",
    image: src === null ? null : isRemote(src) ? wholeAddress(src, url, chrome) : whole(urlPath(src)),
    via: card.details.origin?.url ?? null,
    published,
    updated: corrected ?? published,
    authors: card.authors.map(({ name }) => name),
    section: card.section?.name ?? null,
    tags: card.tags.map(({ name }) => name),
  };
}

/** @param bodies In the order of the page's cards. */
export function feedView(
  { path, props, cards }: ShownPageOf<"feed">,
  chrome: SiteChrome,
  bodies: readonly ShownBody[],
): FeedView {
  const whole = (url: UrlPath): string => chrome.origin + hrefOf(url, chrome.base);
  const items = cards.map((card, i) =>
    itemOf(card, { body: bodies[i], named: props.texts[i] ?? NOTHING_NAMED }, chrome),
  );
  const self = whole(urlPath(`/${path}`));
  const title = props.section ? `${chrome.title} – ${props.section.name}` : chrome.title;
  return {
    title: isolateForeign(title),
    description: isolateForeign(chrome.description),
    publisher: chrome.publisher,
    id: chrome.origin === "" ? urnOf(`${chrome.title} ${self}`) : self,
    home: whole(props.section ? sectionUrl(props.section) : home),
    self,
    updated: items.reduce<Moment | null>((latest, { updated }) => later(latest, updated), null),
    items,
  };
}
