/**
 * What a page is, as structured data (schema.org), the way Google's article features read it: one graph a page, whose
 * nodes name one another by address. Only what is stated: a date that a text merely suggests is never published. The
 * types are those of the vocabulary itself, so that a property it does not know fails the compiler.
 */
import type {
  BreadcrumbList,
  CollectionPage,
  Graph,
  NewsArticle,
  Organization,
  Person,
  SearchResultsPage,
  Thing,
  WebPage,
  WebSite,
} from "schema-dts";
import { isOrganisation } from "../../arabic/grammar/organisation.ts";
import { shortened } from "../../arabic/typography/shorten.ts";
import type { Label, ShownCard } from "../../model/article.ts";
import { type UrlPath, urlPath } from "../../model/brands.ts";
import { hrefOf } from "../../model/href.ts";
import type { Face, ShownPage } from "../../model/page.ts";
import { addressOf } from "../picture-view.ts";
import { correctedOn, iso8601 } from "./moment.ts";

/** What structured data says of a page besides its own fields. */
export interface Described {
  readonly url: UrlPath;
  readonly title: string;
  readonly description: string;
  /** From the first page to this one. */
  readonly crumbs: readonly { readonly name: string; readonly url: UrlPath }[];
  /** Words of the article's text. */
  readonly words: number;
}

/** Characters of a headline at most, as Google's article features ask. */
const HEADLINE = 110;

const whole = (address: string, { origin, base }: Face): string =>
  /^https?:/i.test(address) ? address : origin + hrefOf(urlPath(address), base);
const home = urlPath("/");
const publisherId = (face: Face): string => `${whole(home, face)}#publisher`;
const websiteId = (face: Face): string => `${whole(home, face)}#website`;

const publisher = (face: Face): Organization => ({
  "@type": "Organization",
  "@id": publisherId(face),
  name: face.publisher,
  url: whole(home, face),
  ...(face.theme.logo ? { logo: { "@type": "ImageObject", url: whole(face.theme.logo, face) } } : {}),
});

/** The site, with the address its search page answers at. */
const website = (face: Face): WebSite =>
  ({
    "@type": "WebSite",
    "@id": websiteId(face),
    name: face.title,
    url: whole(home, face),
    ...(face.description ? { description: face.description } : {}),
    inLanguage: "ar",
    publisher: { "@id": publisherId(face) },
    potentialAction: {
      "@type": "SearchAction",
      target: {
        "@type": "EntryPoint",
        urlTemplate: `${whole(urlPath("/search/"), face)}?q={search_term_string}`,
      },
      // The name of the field is written with a hyphen, which the types of the vocabulary do not know.
      "query-input": "required name=search_term_string",
    },
  }) as WebSite;

const author = ({ name, slug }: Label, face: Face): Person | Organization => ({
  "@type": isOrganisation(name) || name === face.publisher ? "Organization" : "Person",
  name,
  url: whole(urlPath(`/authors/${slug}/`), face),
});

/** @param words Of the article's text. */
export function newsArticle(card: ShownCard, words: number, face: Face): NewsArticle {
  const published = iso8601(card, face.locale);
  const modified = correctedOn(card) ?? published;
  const url = whole(card.url, face);
  const image = addressOf(card.image);
  return {
    "@type": "NewsArticle",
    "@id": `${url}#article`,
    url,
    mainEntityOfPage: { "@type": "WebPage", "@id": url },
    isPartOf: { "@id": websiteId(face) },
    headline: shortened(card.title, HEADLINE),
    description: card.details.summary ?? card.details.excerpt,
    ...(image ? { image: [whole(image, face)] } : {}),
    ...(published ? { datePublished: published } : {}),
    ...(modified ? { dateModified: modified } : {}),
    author:
      card.authors.length > 0 ? card.authors.map((one) => author(one, face)) : [{ "@id": publisherId(face) }],
    publisher: publisher(face),
    ...(card.section ? { articleSection: card.section.name } : {}),
    ...(card.tags.length > 0 ? { keywords: card.tags.map(({ name }) => name) } : {}),
    ...(words > 0 ? { wordCount: words } : {}),
    inLanguage: "ar",
    isAccessibleForFree: true,
    ...(card.details.corrections.length > 0
      ? {
          correction: card.details.corrections.map(({ date, text }) => ({
            ...{ "@type": "CorrectionComment", text, datePublished: date },
          })),
        }
      : {}),
    ...(card.details.origin?.url ? { isBasedOn: card.details.origin.url } : {}),
  };
}

const breadcrumbs = (crumbs: Described["crumbs"], face: Face): BreadcrumbList => ({
  "@type": "BreadcrumbList",
  itemListElement: crumbs.map(({ name, url }, i) => ({
    "@type": "ListItem",
    position: i + 1,
    name,
    item: whole(url, face),
  })),
});

/** A page that is no article: a list, the search page, a page that stands. */
function webPage(page: ShownPage, { url, title, description }: Described, face: Face) {
  const node = {
    "@id": whole(url, face),
    url: whole(url, face),
    name: title,
    ...(description ? { description } : {}),
    inLanguage: "ar",
    isPartOf: { "@id": websiteId(face) },
  };
  if (page.recipe === "standing") return { "@type": "WebPage", ...node } satisfies WebPage;
  if (page.recipe === "search") return { "@type": "SearchResultsPage", ...node } satisfies SearchResultsPage;
  const about = page.recipe === "author" ? { about: author(page.facts.label, face) } : {};
  return { "@type": "CollectionPage", ...node, ...about } satisfies CollectionPage;
}

/** Null where the settings state no address, since the vocabulary wants whole ones, and for the page of a lost address. */
export function structuredData(page: ShownPage, described: Described, face: Face): Graph | null {
  if (face.origin === "" || page.recipe === "not-found") return null;
  const nodes: Thing[] = [];
  const card = page.cards[0];
  if (page.recipe === "article" && card) nodes.push(newsArticle(card, described.words, face));
  else if (page.recipe === "home") nodes.push(publisher(face));
  else nodes.push(webPage(page, described, face));
  nodes.push(website(face));
  if (described.crumbs.length > 1) nodes.push(breadcrumbs(described.crumbs, face));
  return { "@context": "https://schema.org", "@graph": nodes };
}
