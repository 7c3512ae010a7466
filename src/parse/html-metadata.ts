/** What a saved page says of itself: Open Graph, article:*, JSON-LD NewsArticle (schema.org), meta names, canonical link. */
import type { Element, Root } from "hast";
import type { Metadata } from "../model/article.ts";
import { printedDate } from "./printed-date.ts";

/** All elements, in order. */
export function elementsOf(node: Root | Element): Element[] {
  const found: Element[] = [];
  const visit = (one: Root | Element): void => {
    for (const child of one.children) {
      if (child.type !== "element") continue;
      found.push(child);
      visit(child);
    }
  };
  visit(node);
  return found;
}

/** A property as one text: lists are joined with spaces. */
export function property(element: Element, name: string): string {
  const value = element.properties[name];
  return Array.isArray(value)
    ? value.join(" ")
    : value === undefined || value === null || value === false
      ? ""
      : String(value);
}

type Fields = ReadonlyMap<string, readonly string[]>;

function metaFields(all: readonly Element[]): Fields {
  const fields = new Map<string, string[]>();
  for (const element of all) {
    if (element.tagName !== "meta") continue;
    const name = (
      property(element, "property") ||
      property(element, "name") ||
      property(element, "itemProp")
    ).toLowerCase();
    const content = property(element, "content").replace(/\s+/g, " ").trim();
    if (name && content) fields.set(name, [...(fields.get(name) ?? []), content]);
  }
  return fields;
}

type Json = Readonly<Record<string, unknown>>;
const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The first article among the JSON-LD of a page; broken JSON is common and passed over. */
function jsonLdArticle(all: readonly Element[]): Json | null {
  for (const element of all) {
    if (element.tagName !== "script" || property(element, "type") !== "application/ld+json") continue;
    const text = element.children.map((child) => (child.type === "text" ? child.value : "")).join("");
    try {
      const value = JSON.parse(text) as unknown;
      const items = (Array.isArray(value) ? value : [value]).flatMap((one) =>
        isJson(one) && Array.isArray(one["@graph"]) ? (one["@graph"] as unknown[]) : [one],
      );
      const article = items.find(
        (one): one is Json =>
          isJson(one) && /(?:News|Blog|Report)?(?:Article|Posting)$/.test([one["@type"]].flat().join(" ")),
      );
      if (article) return article;
    } catch {
      // Nothing is lost: the page's other marks are read.
    }
  }
  return null;
}

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value.replace(/\s+/g, " ").trim() : undefined;
const namesIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one) => textOf(isJson(one) ? one.name : one) ?? []);

const ISO = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?$/i;
function dateIn(...stated: readonly (string | undefined)[]): string | undefined {
  for (const one of stated) {
    if (one === undefined) continue;
    if (ISO.test(one)) return one;
    const printed = printedDate(one);
    if (printed && printed !== "hijri") return printed;
    const slashed = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})/.exec(one);
    if (slashed)
      return slashed
        .slice(1)
        .map((part) => part.padStart(2, "0"))
        .join("-");
  }
  return undefined;
}

/** The headline without the name of the outlet behind a bar or dash. */
const withoutSite = (title: string, site: string | undefined): string => {
  const cut =
    site && title.endsWith(site) ? title.slice(0, -site.length).replace(/\s*[-–—|:·«»]\s*$/, "") : title;
  return (cut.length > 0 ? cut : title).replace(/\s+[-–—|]\s+[\w.\s]{2,30}$/, "").trim();
};

/** Keys that the page does not state are absent. */
export function declaredMetadata(all: readonly Element[]): Metadata {
  const meta = metaFields(all);
  const json = jsonLdArticle(all) ?? {};
  const first = (...names: readonly string[]): string | undefined =>
    names.map((name) => meta.get(name)?.[0]).find((one) => one !== undefined);
  const titleElement = all.find(({ tagName }) => tagName === "title");
  const inTitle = titleElement?.children
    .map((child) => (child.type === "text" ? child.value : ""))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
  const site = first("og:site_name", "application-name") ?? namesIn(json.publisher)[0];
  const title = textOf(json.headline) ?? first("og:title", "twitter:title") ?? inTitle;
  const canonical = all.find((one) => one.tagName === "link" && property(one, "rel") === "canonical");
  const url = (canonical ? property(canonical, "href") : undefined) || first("og:url");
  const time = all.find(
    ({ tagName, properties }) => tagName === "time" && typeof properties.dateTime === "string",
  );
  const date = dateIn(
    first(
      "article:published_time",
      "datepublished",
      "pubdate",
      "date",
      "dc.date",
      "dc.date.issued",
      "dcterms.created",
      "publishdate",
      "sailthru.date",
    ),
    textOf(json.datePublished),
    time ? property(time, "dateTime") : undefined,
  );
  const updated = dateIn(
    first("article:modified_time", "datemodified", "lastmod", "og:updated_time"),
    textOf(json.dateModified),
  );
  const tags = [
    ...(meta.get("article:tag") ?? []),
    ...(first("news_keywords", "keywords")?.split(/[,،;]/) ?? []),
  ].map((tag) => tag.trim());
  const authors = namesIn(json.author)
    .concat(first("author", "article:author", "dc.creator") ?? [])
    .filter((name) => !/^https?:/.test(name));
  const summary = first("og:description", "description", "twitter:description") ?? textOf(json.description);
  const section = first("article:section", "section") ?? namesIn(json.articleSection)[0];
  const image = first("og:image", "twitter:image") ?? namesIn(json.image)[0];
  const source = { ...(site ? { name: site } : {}), ...(url && /^https?:/.test(url) ? { url } : {}) };
  return {
    ...(title ? { title: withoutSite(title, site) } : {}),
    ...(date ? { date } : {}),
    ...(updated && updated !== date ? { updated } : {}),
    ...(section ? { section } : {}),
    ...(tags.length > 0 ? { tags: [...new Set(tags.filter((tag) => tag !== ""))].slice(0, 20) } : {}),
    ...(authors.length > 0 ? { authors: [...new Set(authors)] } : {}),
    ...(summary ? { summary } : {}),
    ...(image && /^(?:https?:|\/)/.test(image) ? { image } : {}),
    ...(Object.keys(source).length > 0 ? { source } : {}),
  };
}
