/**
 * Builds the metadata of a page's head: title, canonical address, Open Graph, Dublin Core, structured data. Programs show
 * it as plain text, so runs of the other direction are isolated by control characters, not by markup.
 */
import { hash } from "node:crypto";
import { isolateForeign } from "../arabic/typography/bidi.ts";
import { authorUrl, feedUrl, home, sectionUrl, sharePictureUrl } from "../model/addresses.ts";
import type { ShownCard } from "../model/article.ts";
import { type UrlPath, urlPath } from "../model/brands.ts";
import { isRemote } from "../model/links/inline-picture.ts";
import type { ShownPage } from "../model/page.ts";
import { SHARE_HEIGHT, SHARE_WIDTH } from "../model/picture.ts";
import { type Described, structuredData } from "./feeds/json-ld.ts";
import { correctedOn, iso8601 } from "./feeds/moment.ts";
import { singleFile } from "./picture-view.ts";
import type { Viewer } from "./view.ts";

interface Property {
  readonly property: string;
  readonly content: string;
}
interface Name {
  readonly name: string;
  readonly content: string;
}
export interface HeadView {
  readonly title: string;
  readonly canonical: string | null;
  /** Open Graph: `og:…` for every page, `article:…` for an article. */
  readonly properties: readonly Property[];
  /** `description`, `robots`, `author`, Dublin Core, Twitter's card. */
  readonly names: readonly Name[];
  readonly feeds: readonly { readonly href: string; readonly type: string; readonly title: string }[];
  /**
   * JSON for `<script type="application/ld+json">`, escaped for markup, and its digest as a source for the content security
   * policy: browsers do not require one for data blocks, but validators do.
   */
  readonly jsonLd: { readonly text: string; readonly source: string } | null;
}

const FEED_TYPES = [
  ["rss", "application/rss+xml", "RSS"],
  ["atom", "application/atom+xml", "Atom"],
  ["json", "application/feed+json", "JSON Feed"],
] as const;

/** The address of a page; that of an `index.html` is its folder. */
export const urlOf = (page: ShownPage): UrlPath =>
  urlPath(`/${page.path.replace(/(^|\/)index\.html$/, "$1")}`);

function feedsOf(page: ShownPage, viewer: Viewer): HeadView["feeds"] {
  const { chrome } = viewer;
  const lists = [{ url: home, name: chrome.title, dated: chrome.dated }];
  if (page.kind === "section") {
    const { label, dated } = page.props;
    lists.push({ url: sectionUrl(label), name: label.name, dated });
  }
  return lists.flatMap(({ url, name, dated }) =>
    FEED_TYPES.filter(([format]) => dated || format !== "atom").map(([format, type, called]) => ({
      href: viewer.href(feedUrl(url, format)),
      type,
      title: `${isolateForeign(name)} – ${called}`,
    })),
  );
}

/** Escapes `<`, so that the JSON cannot end its script element. */
function jsonLdOf(page: ShownPage, described: Described, viewer: Viewer): HeadView["jsonLd"] {
  const data = structuredData(page, described, viewer.chrome);
  if (data === null) return null;
  const text = JSON.stringify(data)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
  return { text, source: `sha256-${hash("sha256", text, "base64")}` };
}

interface Preview {
  /** Absolute address. */
  readonly address: string;
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly alt: string;
}

/**
 * The picture of an article for link previews: the one drawn for it, else its own. Null where there is none, or where it
 * is a local file and the settings state no origin.
 */
function previewOf({ url: page, title, image }: ShownCard, viewer: Viewer): Preview | null {
  if (viewer.chrome.sharePictures && viewer.chrome.origin)
    return {
      address: viewer.absolute(sharePictureUrl(page)),
      size: { width: SHARE_WIDTH, height: SHARE_HEIGHT },
      alt: title,
    };
  if (image?.file && viewer.chrome.origin) {
    const { url, width, height } = singleFile(image.file);
    return { address: viewer.absolute(url), size: { width, height }, alt: image.alt };
  }
  return image && isRemote(image.src) ? { address: image.src, size: null, alt: image.alt } : null;
}

/** Open Graph (ogp.me), with the properties of the type `article`. Empty properties are left out. */
function openGraph(
  card: ShownCard | null,
  { url, title, description }: Described,
  viewer: Viewer,
): Property[] {
  const { chrome } = viewer;
  const properties: Property[] = [];
  const say = (property: string, content: string | null | undefined) => {
    if (content) properties.push({ property, content });
  };
  say("og:title", isolateForeign(title));
  say("og:description", isolateForeign(description));
  say("og:type", card ? "article" : "website");
  say("og:locale", "ar_AR");
  say("og:site_name", isolateForeign(chrome.title));
  say("og:url", chrome.origin && viewer.absolute(url));
  if (!card) return properties;
  const preview = previewOf(card, viewer);
  if (preview) {
    say("og:image", preview.address);
    say("og:image:width", preview.size && String(preview.size.width));
    say("og:image:height", preview.size && String(preview.size.height));
    say("og:image:alt", isolateForeign(preview.alt));
  }
  say("article:published_time", iso8601(card, chrome.locale));
  say("article:modified_time", correctedOn(card));
  say("article:section", card.section?.name);
  for (const { name } of card.tags) say("article:tag", name);
  if (chrome.origin)
    for (const author of card.authors) say("article:author", viewer.absolute(authorUrl(author)));
  return properties;
}

/** `<meta name>` elements, with Dublin Core (DCMI terms, in the syntax of DC-HTML). Empty ones are left out. */
function metadata(page: ShownPage, card: ShownCard | null, described: Described, viewer: Viewer): Name[] {
  const { chrome } = viewer;
  const names: Name[] = [];
  const say = (name: string, content: string | null | undefined) => {
    if (content) names.push({ name, content });
  };
  say("description", isolateForeign(described.description || chrome.title));
  if (page.kind === "not-found") say("robots", "noindex");
  say("twitter:card", card && previewOf(card, viewer) ? "summary_large_image" : "summary");
  for (const { name } of card?.authors ?? []) say("author", name);
  say("dcterms.title", described.title);
  for (const { name } of card?.authors ?? []) say("dcterms.creator", name);
  for (const { name } of card?.tags ?? []) say("dcterms.subject", name);
  if (card) say("dcterms.description", described.description);
  say("dcterms.publisher", chrome.publisher);
  if (card) {
    say("dcterms.issued", card.published);
    say("dcterms.modified", correctedOn(card));
    say("dcterms.type", "Text");
    say("dcterms.format", "text/html");
  }
  say("dcterms.language", "ar");
  say("dcterms.identifier", chrome.origin && viewer.absolute(described.url));
  say("dcterms.source", card?.details.origin?.url);
  return names;
}

export function headOf(page: ShownPage, described: Described, viewer: Viewer): HeadView {
  const { chrome } = viewer;
  const { url } = described;
  const card = page.kind === "article" ? (page.cards[0] ?? null) : null;
  const site = isolateForeign(chrome.title);
  return {
    title: url === home ? site : `${isolateForeign(described.title)} – ${site}`,
    canonical: chrome.origin && page.kind !== "not-found" ? viewer.absolute(url) : null,
    properties: openGraph(card, described, viewer),
    names: metadata(page, card, described, viewer),
    feeds: feedsOf(page, viewer),
    jsonLd: jsonLdOf(page, described, viewer),
  };
}
