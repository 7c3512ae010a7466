/** Structured data (schema.org) of an article and of the way down to a page. Only what is stated: a suggested date is never published. */
import { offsetAt } from "../../arabic/zone.ts";
import type { Card } from "../../model/article.ts";
import type { UrlPath } from "../../model/brands.ts";
import { hrefOf } from "../../model/href.ts";
import type { Face } from "../../model/page.ts";

/** Characters of a headline at most, as Google's article features ask. */
const HEADLINE = 110;

/** RFC 3339 with the outlet's offset, or the plain date where no time is known. */
export const stamp = (
  { published, time }: Pick<Card, "published" | "time">,
  { locale }: Face,
): string | null =>
  published === null
    ? null
    : time === null
      ? published
      : `${published}T${time}${offsetAt({ date: published, time }, locale.timeZone)}`;

const shortened = (title: string): string =>
  title.length <= HEADLINE
    ? title
    : `${title.slice(0, title.lastIndexOf(" ", HEADLINE - 1) > 0 ? title.lastIndexOf(" ", HEADLINE - 1) : HEADLINE - 1)}…`;

export function newsArticleJsonLd(card: Card, face: Face): object {
  const url = face.origin + hrefOf(card.url, face.base);
  const published = stamp(card, face);
  const image = card.image
    ? /^https?:/.test(card.image.src)
      ? card.image.src
      : face.origin + hrefOf(card.image.src as UrlPath, face.base)
    : null;
  const people = card.authors.map(({ name }) => ({ "@type": "Person", name }));
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    mainEntityOfPage: { "@type": "WebPage", "@id": url },
    headline: shortened(card.title),
    ...(image ? { image: [image] } : {}),
    ...(published ? { datePublished: published } : {}),
    ...((card.updated ?? published) ? { dateModified: card.updated ?? published } : {}),
    author: people.length > 0 ? people : [{ "@type": "Organization", name: face.publisher }],
    publisher: { "@type": "Organization", name: face.publisher },
    description: card.summary ?? card.excerpt,
    ...(card.section ? { articleSection: card.section.name } : {}),
    ...(card.tags.length > 0 ? { keywords: card.tags.map(({ name }) => name) } : {}),
    inLanguage: "ar",
    isAccessibleForFree: true,
    ...(card.origin?.url ? { isBasedOn: card.origin.url } : {}),
  };
}

/** @param crumbs From the first page to this one. Needs an origin: the vocabulary wants whole addresses. */
export const breadcrumbsJsonLd = (
  crumbs: readonly { readonly name: string; readonly url: UrlPath }[],
  face: Face,
): object => ({
  "@context": "https://schema.org",
  "@type": "BreadcrumbList",
  itemListElement: crumbs.map(({ name, url }, i) => ({
    "@type": "ListItem",
    position: i + 1,
    name,
    item: face.origin + hrefOf(url, face.base),
  })),
});
