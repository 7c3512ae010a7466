/** What a page says of itself in its head: title, description, canonical address, Open Graph, Dublin Core, structured data. */
import { isolate } from "../arabic/bidi.ts";
import type { UrlPath } from "../model/brands.ts";
import { urlPath } from "../model/brands.ts";
import type { Page } from "../model/page.ts";
import { breadcrumbsJsonLd, newsArticleJsonLd } from "./feeds/json-ld.ts";
import type { Crumb } from "./page-view.ts";
import type { Viewer } from "./view.ts";

export interface HeadView {
  readonly title: string;
  readonly description: string;
  readonly canonical: string | null;
  readonly isArticle: boolean;
  readonly image: string | null;
  readonly noIndex: boolean;
  readonly properties: readonly { readonly property: string; readonly content: string }[];
  readonly names: readonly { readonly name: string; readonly content: string }[];
  readonly feeds: readonly { readonly href: string; readonly type: string; readonly title: string }[];
  /** JSON for `<script type="application/ld+json">`, safe within markup. */
  readonly jsonLd: readonly string[];
}

const FEED_TYPES = [
  ["feed.xml", "application/rss+xml", "RSS"],
  ["atom.xml", "application/atom+xml", "Atom"],
  ["feed.json", "application/feed+json", "JSON Feed"],
] as const;

/** `index.html` files answer to their folder. */
export const urlOf = (page: Page): UrlPath => urlPath(`/${page.path.replace(/(^|\/)index\.html$/, "$1")}`);

function feedsOf(page: Page, viewer: Viewer): HeadView["feeds"] {
  const folders: [string, string][] = [["/", viewer.face.title]];
  if (page.recipe === "section") folders.push([`/${page.facts.label.slug}/`, page.facts.label.name]);
  return folders.flatMap(([folder, name]) =>
    FEED_TYPES.map(([file, type, format]) => ({
      href: viewer.href(urlPath(`${folder}${file}`)),
      type,
      title: `${name} – ${format}`,
    })),
  );
}

/** JSON that ends no script element and opens none. */
const safe = (value: object): string =>
  JSON.stringify(value)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");

export function headOf(
  page: Page,
  {
    viewer,
    title,
    description,
    crumbs,
  }: {
    readonly viewer: Viewer;
    readonly title: string;
    readonly description: string;
    readonly crumbs: readonly Crumb[];
  },
): HeadView {
  const { face } = viewer;
  const url = urlOf(page);
  const card = page.recipe === "article" ? page.cards[0] : undefined;
  const properties: { property: string; content: string }[] = [];
  const names: { name: string; content: string }[] = [
    { name: "dcterms.title", content: title },
    { name: "dcterms.language", content: "ar" },
  ];
  if (card) {
    const add = (property: string, content: string | null | undefined) =>
      content && properties.push({ property, content });
    add("article:published_time", card.published);
    add("article:modified_time", card.updated);
    add("article:section", card.section?.name);
    for (const tag of card.tags) add("article:tag", tag.name);
    for (const { name } of card.authors)
      names.push({ name: "author", content: name }, { name: "dcterms.creator", content: name });
    if (card.published) names.push({ name: "dcterms.issued", content: card.published });
    if (card.origin?.url) names.push({ name: "dcterms.source", content: card.origin.url });
    if (face.publisher) names.push({ name: "dcterms.publisher", content: face.publisher });
  }
  const image = card?.image ? viewer.address(card.image.src) : null;
  const jsonLd = [
    ...(card ? [safe(newsArticleJsonLd(card, face))] : []),
    ...(crumbs.length > 1 && face.origin ? [safe(breadcrumbsJsonLd(crumbs, face))] : []),
  ];
  return {
    title: url === "/" ? face.title : `${/[A-Za-z]/.test(title) ? isolate(title) : title} – ${face.title}`,
    description,
    canonical: face.origin ? viewer.absolute(url) : null,
    isArticle: card !== undefined,
    image: image && (/^https?:/.test(image) ? image : face.origin ? face.origin + image : null),
    noIndex: page.recipe === "not-found" || page.recipe === "search",
    properties,
    names,
    feeds: feedsOf(page, viewer),
    jsonLd,
  };
}
