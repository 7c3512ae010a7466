/**
 * Structured data (schema.org) of an article and of the way down to a page, as Google's article features read it. Only
 * what is stated: a date that a text merely suggests is never published.
 */
import { offsetAt } from "../../arabic/zone.ts";
import type { Card } from "../../model/article.ts";
import { type UrlPath, urlPath } from "../../model/brands.ts";
import { hrefOf } from "../../model/href.ts";
import type { Face } from "../../model/page.ts";

/** Characters of a headline at most, as Google's article features ask. */
const HEADLINE = 110;

/** RFC 3339 with the outlet's offset, or the plain date where no time is known. */
export function stamp(
  { published, time }: Pick<Card, "published" | "time">,
  { locale }: Face,
): string | null {
  if (published === null || time === null) return published;
  return `${published}T${time}${offsetAt({ date: published, time }, locale.timeZone)}`;
}

/** Cut after a whole word, with an ellipsis. */
function shortened(title: string): string {
  if (title.length <= HEADLINE) return title;
  const space = title.lastIndexOf(" ", HEADLINE - 1);
  return `${title.slice(0, space > 0 ? space : HEADLINE - 1)}…`;
}

const whole = (address: string, { origin, base }: Face): string =>
  /^https?:/i.test(address) ? address : origin + hrefOf(urlPath(address), base);

export function newsArticleJsonLd(card: Card, face: Face): object {
  const published = stamp(card, face);
  const modified = card.updated !== null && card.updated > (card.published ?? "") ? card.updated : published;
  const people = card.authors.map(({ name }) => ({ "@type": "Person", name }));
  const logo = face.theme.logo ? { logo: { "@type": "ImageObject", url: whole(face.theme.logo, face) } } : {};
  const publisher = { "@type": "Organization", name: face.publisher, ...logo };
  const url = whole(card.url, face);
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    mainEntityOfPage: { "@type": "WebPage", "@id": url },
    url,
    headline: shortened(card.title),
    ...(card.image ? { image: [whole(card.image.src, face)] } : {}),
    ...(published ? { datePublished: published } : {}),
    ...(modified ? { dateModified: modified } : {}),
    author: people.length > 0 ? people : [publisher],
    publisher,
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
    item: whole(url, face),
  })),
});
