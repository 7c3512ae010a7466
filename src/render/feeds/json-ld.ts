/**
 * Builds the structured data of a page (schema.org) as Google's article features read it: one graph per page, whose nodes
 * refer to one another by `@id`. Only stated dates are included, never those that a text suggests. The types are those
 * of the vocabulary, so that an unknown property is a compile error.
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
import { authorUrl, home, searchUrl } from "../../model/addresses.ts";
import type { Label, ShownCard } from "../../model/article.ts";
import { type UrlPath, urlPath } from "../../model/brands.ts";
import { hrefOf } from "../../model/links/href.ts";
import type { ShownPage, SiteChrome } from "../../model/page.ts";
import { addressOf } from "../picture-view.ts";
import { correctedOn, iso8601 } from "./moment.ts";

/** Properties of a page for structured data and the head. */
export interface Described {
  readonly url: UrlPath;
  readonly title: string;
  readonly description: string;
  /** Breadcrumbs, from the home page to this one. */
  readonly breadcrumbs: readonly { readonly name: string; readonly url: UrlPath }[];
  /** Words of the article's text. */
  readonly words: number;
}

/** Maximum number of characters of a headline, from Google's article features. */
const HEADLINE = 110;

const whole = (address: string, { origin, base }: SiteChrome): string =>
  /^https?:/i.test(address) ? address : origin + hrefOf(urlPath(address), base);
const publisherId = (chrome: SiteChrome): string => `${whole(home, chrome)}#publisher`;
const websiteId = (chrome: SiteChrome): string => `${whole(home, chrome)}#website`;

const publisher = (chrome: SiteChrome): Organization => ({
  "@type": "Organization",
  "@id": publisherId(chrome),
  name: chrome.publisher,
  url: whole(home, chrome),
  ...(chrome.theme.logo ? { logo: { "@type": "ImageObject", url: whole(chrome.theme.logo, chrome) } } : {}),
});

/** The site, with the address of its search page. */
const website = (chrome: SiteChrome): WebSite =>
  ({
    "@type": "WebSite",
    "@id": websiteId(chrome),
    name: chrome.title,
    url: whole(home, chrome),
    ...(chrome.description ? { description: chrome.description } : {}),
    inLanguage: "ar",
    publisher: { "@id": publisherId(chrome) },
    potentialAction: {
      "@type": "SearchAction",
      target: {
        "@type": "EntryPoint",
        urlTemplate: `${whole(searchUrl, chrome)}?q={search_term_string}`,
      },
      // Google's name for the field has a hyphen and is missing from the types of the vocabulary, hence the cast.
      "query-input": "required name=search_term_string",
    },
  }) as WebSite;

const author = (label: Label, chrome: SiteChrome): Person | Organization => ({
  "@type": isOrganisation(label.name) || label.name === chrome.publisher ? "Organization" : "Person",
  name: label.name,
  url: whole(authorUrl(label), chrome),
});

/** @param words Of the article's text. */
export function newsArticle(card: ShownCard, words: number, chrome: SiteChrome): NewsArticle {
  const published = iso8601(card, chrome.locale);
  const modified = correctedOn(card) ?? published;
  const url = whole(card.url, chrome);
  const image = addressOf(card.image);
  return {
    "@type": "NewsArticle",
    "@id": `${url}#article`,
    url,
    mainEntityOfPage: { "@type": "WebPage", "@id": url },
    isPartOf: { "@id": websiteId(chrome) },
    headline: shortened(card.title, HEADLINE),
    description: card.details.summary ?? card.details.excerpt,
    ...(image ? { image: [whole(image, chrome)] } : {}),
    ...(published ? { datePublished: published } : {}),
    ...(modified ? { dateModified: modified } : {}),
    author:
      card.authors.length > 0
        ? card.authors.map((one) => author(one, chrome))
        : [{ "@id": publisherId(chrome) }],
    publisher: publisher(chrome),
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

const breadcrumbList = (breadcrumbs: Described["breadcrumbs"], chrome: SiteChrome): BreadcrumbList => ({
  "@type": "BreadcrumbList",
  itemListElement: breadcrumbs.map(({ name, url }, i) => ({
    "@type": "ListItem",
    position: i + 1,
    name,
    item: whole(url, chrome),
  })),
});

/** A page that is not an article: a list, the search page, a static page. */
function webPage(page: ShownPage, { url, title, description }: Described, chrome: SiteChrome) {
  const node = {
    "@id": whole(url, chrome),
    url: whole(url, chrome),
    name: title,
    ...(description ? { description } : {}),
    inLanguage: "ar",
    isPartOf: { "@id": websiteId(chrome) },
  };
  if (page.kind === "standing") return { "@type": "WebPage", ...node } satisfies WebPage;
  if (page.kind === "search") return { "@type": "SearchResultsPage", ...node } satisfies SearchResultsPage;
  const about = page.kind === "author" ? { about: author(page.props.label, chrome) } : {};
  return { "@type": "CollectionPage", ...node, ...about } satisfies CollectionPage;
}

/** Null where the settings state no origin, since addresses must be absolute, and for the page of an address not found. */
export function structuredData(page: ShownPage, described: Described, chrome: SiteChrome): Graph | null {
  if (chrome.origin === "" || page.kind === "not-found") return null;
  const nodes: Thing[] = [];
  const card = page.cards[0];
  if (page.kind === "article" && card) nodes.push(newsArticle(card, described.words, chrome));
  else if (page.kind === "home") nodes.push(publisher(chrome));
  else nodes.push(webPage(page, described, chrome));
  nodes.push(website(chrome));
  if (described.breadcrumbs.length > 1) nodes.push(breadcrumbList(described.breadcrumbs, chrome));
  return { "@context": "https://schema.org", "@graph": nodes };
}
