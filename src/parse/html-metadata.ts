/** What a saved page says of itself: Open Graph, article:*, JSON-LD NewsArticle (schema.org), meta names, canonical link. */
import type { Element, Root } from "hast";
import type { Metadata } from "../model/article.ts";
import { decodeReferences } from "./decode-references.ts";
import { plainOf } from "./finish.ts";
import { namesOf, property } from "./html-tree.ts";
import { writersIn } from "./nobody.ts";
import { printedDate } from "./printed-date.ts";

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

/** JSON in a script is not decoded with the page, and many generators escape in it as in a page. */
const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== ""
    ? decodeReferences(value).replace(/\s+/g, " ").trim()
    : undefined;
const namesIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one) => textOf(isJson(one) ? one.name : one) ?? []);

const ISO = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?$/i;
function dateIn(...stated: readonly (string | undefined)[]): string | undefined {
  for (const one of stated) {
    if (one === undefined) continue;
    if (ISO.test(one)) return one;
    const printed = printedDate(one)?.date;
    if (printed) return printed;
  }
  return undefined;
}

const SIGN_BEFORE = /\s*[-–—|:·•«»]+\s*$/u;
const SIGN_AFTER = /^\s*(?:[-–—|·•«»]+|::)\s*/u;

/** The headline without the name of the outlet behind or before a bar or dash. */
function withoutSite(title: string, site: string | undefined): string {
  const behind = site && title.endsWith(site) ? title.slice(0, -site.length) : "";
  const before = site && title.startsWith(site) ? title.slice(site.length) : "";
  const cut = SIGN_BEFORE.test(behind)
    ? behind.replace(SIGN_BEFORE, "")
    : SIGN_AFTER.test(before)
      ? before.replace(SIGN_AFTER, "")
      : "";
  return (cut || title).replace(/\s+[-–—|]\s+[\w.\s]{2,30}$/, "").trim();
}

/** When a marked element says it was published: microdata, `<time>`, and hAtom's `<abbr class="published" title>`. */
function markedDate(all: readonly Element[]): string | undefined {
  const isUpdate = (one: Element) => /updated|modified/i.test(`${property(one, "itemProp")} ${namesOf(one)}`);
  const says = (one: Element) =>
    property(one, "dateTime") || property(one, "content") || property(one, "title") || plainOf(one);
  const tellingly = all.filter(
    (one) =>
      one.tagName !== "meta" &&
      (/datePublished/i.test(property(one, "itemProp")) ||
        (/^(?:time|abbr)$/.test(one.tagName) &&
          (one.properties.pubDate !== undefined ||
            /(?:^|[\s_-])(?:published|entry-date)(?:$|[\s_-])/i.test(namesOf(one))))),
  );
  const times = all.filter(
    (one) => one.tagName === "time" && property(one, "dateTime") !== "" && !isUpdate(one),
  );
  return dateIn(
    ...[...tellingly.filter((one) => !/^updated$/i.test(namesOf(one).trim())), ...times].map(says),
  );
}

/** Links that say what they lead to: WordPress's `rel="category tag"` names a section, `rel="tag"` a tag. */
function relatedNames(all: readonly Element[], kind: "section" | "tag"): string[] {
  const rel = kind === "section" ? /(?:^|\s)category(?:$|\s)/ : /^tag$/;
  return all
    .filter((one) => one.tagName === "a" && rel.test(property(one, "rel")))
    .map((one) => plainOf(one).replace(/\s+/g, " ").trim())
    .filter((name) => name !== "" && name.length <= 60);
}

type First = (...names: readonly string[]) => string | undefined;

function datesOf(first: First, json: Json, all: readonly Element[]): Pick<Metadata, "date" | "updated"> {
  const date =
    dateIn(
      first("article:published_time", "datepublished", "pubdate", "date", "dc.date", "dc.date.issued"),
      first(
        "dcterms.created",
        "dcterms.date",
        "publishdate",
        "publish-date",
        "sailthru.date",
        "parsely-pub-date",
      ),
      textOf(json.datePublished),
    ) ?? markedDate(all);
  const updated = dateIn(
    first("article:modified_time", "datemodified", "lastmod", "og:updated_time"),
    textOf(json.dateModified),
  );
  return { ...(date ? { date } : {}), ...(updated && updated !== date ? { updated } : {}) };
}

function originOf(first: First, json: Json, all: readonly Element[]): NonNullable<Metadata["source"]> {
  const site = first("og:site_name", "application-name") ?? namesIn(json.publisher)[0];
  const canonical = all.find((one) => one.tagName === "link" && property(one, "rel") === "canonical");
  const url = (canonical ? property(canonical, "href") : undefined) || first("og:url");
  return { ...(site ? { name: site } : {}), ...(url && /^https?:/.test(url) ? { url } : {}) };
}

/** Keys that the page does not state are absent. */
export function declaredMetadata(all: readonly Element[]): Metadata {
  const meta = metaFields(all);
  const json = jsonLdArticle(all) ?? {};
  const first: First = (...names) =>
    names.map((name) => meta.get(name)?.[0]).find((one) => one !== undefined);
  const titleElement = all.find(({ tagName }) => tagName === "title");
  const inTitle = titleElement ? plainOf(titleElement) : undefined;
  const source = originOf(first, json, all);
  const title = textOf(json.headline) ?? first("og:title", "twitter:title") ?? inTitle;
  const keywords = first("news_keywords", "keywords")?.split(/[,،;]/) ?? [];
  const tags = [...(meta.get("article:tag") ?? relatedNames(all, "tag")), ...keywords].map((tag) =>
    tag.trim(),
  );
  const authors = writersIn(
    namesIn(json.author)
      .concat(first("author", "article:author", "dc.creator") ?? [])
      .filter((name) => !/^https?:/.test(name)),
  );
  const summary = first("og:description", "description", "twitter:description") ?? textOf(json.description);
  const section =
    first("article:section", "section") ?? namesIn(json.articleSection)[0] ?? relatedNames(all, "section")[0];
  const image = first("og:image", "twitter:image") ?? namesIn(json.image)[0];
  return {
    ...(title ? { title: withoutSite(title, source.name) } : {}),
    ...datesOf(first, json, all),
    ...(section ? { section } : {}),
    ...(tags.some((tag) => tag !== "")
      ? { tags: [...new Set(tags.filter((tag) => tag !== ""))].slice(0, 20) }
      : {}),
    ...(authors.length > 0 ? { authors } : {}),
    ...(summary ? { summary } : {}),
    ...(image && /^(?:https?:|\/)/.test(image) ? { image } : {}),
    ...(Object.keys(source).length > 0 ? { source } : {}),
  };
}

/** The address that a browser notes in a page it saves: `<!-- saved from url=(0025)https://sada.example/a.html -->`. */
export function savedFrom(tree: Root): string | undefined {
  const comments = tree.children.flatMap((child) => (child.type === "comment" ? [child.value] : []));
  return comments.map((text) => /saved from url=\(\d+\)(https?:\/\/\S+)/i.exec(text)?.[1]).find(Boolean);
}
