/** JSON-LD in a saved page → the article it describes (schema.org), with what it refers to put in its place. */
import type { Element } from "hast";
import { decodeReferences } from "../keys/decode-references.ts";
import { isDeepJson } from "../limits/depth.ts";
import { property } from "../tree/elements.ts";

export type Json = Readonly<Record<string, unknown>>;
export const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const ARTICLE = /(?:News|Blog|Report)?(?:Article|Posting)$/;

/** As browsers' readers of it are lenient: in a CDATA section, with line breaks within strings, with a comma too many. */
function parsed(text: string): unknown {
  if (isDeepJson(text)) return null;
  const bare = text.replace(
    /^\s*(?:\/\/|\/\*)?\s*<!\[CDATA\[(?:\s*\*\/)?|(?:\/\/|\/\*)?\s*\]\]>(?:\s*\*\/)?\s*$/g,
    "",
  );
  const mended = bare.replace(/\p{Cc}+/gu, " ").replace(/,\s*([}\]])/g, "$1");
  for (const one of [bare, mended])
    try {
      return JSON.parse(one) as unknown;
    } catch {
      // Nothing is lost: the page's other marks are read.
    }
  return null;
}

const itemsOf = (value: unknown): unknown[] =>
  [value].flat().flatMap((one) => (isJson(one) && Array.isArray(one["@graph"]) ? one["@graph"] : [one]));

/** JSON in a script is not decoded with the page, and many generators escape in it as in a page. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== ""
    ? decodeReferences(value).replace(/\s+/g, " ").trim()
    : undefined;

/** All that the JSON-LD of a page describes. */
export const jsonLdItems = (all: readonly Element[]): readonly Json[] =>
  all
    .filter((one) => one.tagName === "script" && property(one, "type") === "application/ld+json")
    .flatMap(({ children }) =>
      itemsOf(parsed(children.map((child) => (child.type === "text" ? child.value : "")).join(""))),
    )
    .filter(isJson);

/** The first article among the JSON-LD of a page; null where there is none. */
export function jsonLdArticle(all: readonly Element[]): Json | null {
  const items = jsonLdItems(all);
  const article = items.find((one) => ARTICLE.test([one["@type"]].flat().join(" ")));
  if (!article) return null;
  const known = new Map(items.map((one) => [one["@id"], one]));
  const settle = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(settle)
      : isJson(value) && value.name === undefined && typeof value["@id"] === "string"
        ? (known.get(value["@id"]) ?? value)
        : value;
  return Object.fromEntries(Object.entries(article).map(([key, value]) => [key, settle(value)]));
}
