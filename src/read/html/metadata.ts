/** What a saved page says of itself: Open Graph, article:*, JSON-LD NewsArticle (schema.org), meta names, canonical link. */
import type { Element } from "hast";
import { fold } from "../../arabic/letters/fold.ts";
import type { Metadata } from "../../model/article.ts";
import { plainOf } from "../finish.ts";
import { decodeReferences } from "../keys/decode-references.ts";
import { writersIn } from "../lines/placeholder-names.ts";
import { property } from "../tree/elements.ts";
import { namesSection } from "../vocabulary/html-sections.ts";
import { dateIn, markedDate, withOwnOffset } from "./dates.ts";
import { isJson, type Json, jsonLdArticle, textOf } from "./json-ld.ts";
import { outsideOthers } from "./others.ts";
import { paragraphsIn } from "./page.ts";

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

const namesIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one) => textOf(isJson(one) ? one.name : one) ?? []);

const SIGN_BEFORE = /\s*(?<![-–—|:·•«»])[-–—|:·•«»]+\s*$/u;
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
  const stated = [
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
  ];
  const chosen = dateIn(...stated) ?? markedDate(all);
  const date = chosen && withOwnOffset(chosen, () => [...stated, markedDate(all)]);
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

/** What programs call a page that nobody named. */
const NO_TITLE =
  /^(?:new page|untitled(?:[ -]?(?:document|page))?|document|doc|index|home|صفحة جديدة|مستند جديد|(?:بدون|بلا) عنوان)\s*\d*$/i;
const LIST_SIGN = /[,،;]/;
/** What stands among keywords for search engines, on every page of an outlet, folded. */
const GENERAL = /^(?:ال)?(?:اخبار|خبر|صحيفه|جريده|صحف|موقع|بوابه|عاجل|مقالات|news|article)$/u;

/**
 * Words of the head that a text or its headline speaks of: most outlets write the same for search engines on all pages.
 * @param text The headline and the text.
 */
export function keywordsOf(all: readonly Element[], text: string): readonly string[] {
  const folded = fold(text);
  const stated = metaFields(all).get("keywords")?.[0]?.split(LIST_SIGN) ?? [];
  const isSpokenOf = (word: string) => word.length > 2 && !GENERAL.test(word) && folded.includes(word);
  return stated.map((word) => word.trim()).filter((word) => isSpokenOf(fold(word)));
}

/** Names of the outlet: as the page states them, and what stands beside the headline in its title. */
export function outletNames(
  all: readonly Element[],
  { source }: Metadata,
  headline: string,
): readonly string[] {
  const title = all.find(({ tagName }) => tagName === "title");
  const parts = title ? plainOf(title).split(/\s*[|•·«»]\s*|\s+[-–—]\s+/u) : [];
  const publisher = namesIn(jsonLdArticle(all)?.publisher);
  const stated = [source?.name ?? "", ...publisher, parts.at(-1) ?? "", parts[0] ?? ""];
  return [...new Set(stated)].filter((name) => name !== "" && !fold(headline).includes(fold(name)));
}

/** The text that a page shows by script alone, a paragraph an element; none where nothing says it. */
export const statedText = (all: readonly Element[]): readonly string[] => {
  const body = jsonLdArticle(all)?.articleBody;
  const lines = typeof body === "string" ? decodeReferences(body).split(/\s*\n\s*/) : [];
  return lines.filter((line) => line.trim() !== "");
};

/** What may say when the article was published. @param found What holds the text. */
export function datingElements(all: readonly Element[], found: Element | null): readonly Element[] {
  const own = outsideOthers(all, found);
  if (!found || own.every(({ tagName }) => tagName !== "time")) return own;
  const [from, to] = paragraphsIn(found)?.map((one) => all.indexOf(one)) ?? [];
  // A day between paragraphs is one that the text speaks of.
  const isSpokenOf = (one: Element) =>
    from !== undefined && to !== undefined && all.indexOf(one) > from && all.indexOf(one) <= to;
  return own.filter((one) => one.tagName !== "time" || !isSpokenOf(one));
}

/** Keys that the page does not state are absent. @param found What holds the text. */
export function declaredMetadata(all: readonly Element[], found: Element | null): Metadata {
  const own = outsideOthers(all, found);
  const meta = metaFields(all);
  const json = jsonLdArticle(all) ?? {};
  const first: First = (...names) =>
    names.map((name) => meta.get(name)?.[0]).find((one) => one !== undefined);
  const titleElement = all.find(({ tagName }) => tagName === "title");
  const inTitle = titleElement ? plainOf(titleElement) : undefined;
  const source = originOf(first, json, all);
  const title = [textOf(json.headline), first("og:title", "twitter:title"), inTitle].find(
    (one) => one && !NO_TITLE.test(one),
  );
  const tags = [
    ...(meta.get("article:tag") ?? relatedNames(own, "tag")),
    ...(first("news_keywords")?.split(LIST_SIGN) ??
      namesIn(json.keywords).flatMap((words) => words.split(LIST_SIGN))),
  ].map((tag) => tag.trim());
  const authors = writersIn(
    namesIn(json.author)
      .concat(first("author", "article:author", "dc.creator") ?? [])
      .filter((name) => !/^https?:/.test(name)),
  );
  const summary = first("og:description", "description", "twitter:description") ?? textOf(json.description);
  const section = [
    ...(meta.get("article:section") ?? meta.get("section") ?? []),
    ...namesIn(json.articleSection),
    ...relatedNames(own, "section"),
  ].find(namesSection);
  const image = first("og:image", "twitter:image") ?? namesIn(json.image)[0];
  return {
    ...(title ? { title: withoutSite(title, source.name) } : {}),
    ...datesOf(first, json, datingElements(all, found)),
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
