/** What a page says in attributes (what a picture shows, what a link leads to) and does not say any longer → what was removed. */
import type { Element, Root } from "hast";
import type { Removed } from "../../model/article.ts";
import { elementsOf, property } from "./elements.ts";

const SHOWN: Readonly<Record<string, readonly string[]>> = {
  img: ["alt", "title"],
  a: ["title"],
  abbr: ["title"],
};

/** Each as often as it stands there. */
export const descriptionsIn = (tree: Root | Element): readonly string[] =>
  elementsOf(tree)
    .flatMap((one) => (SHOWN[one.tagName] ?? []).map((name) => property(one, name).trim()))
    .filter((text) => text !== "");

/** @param before What the page said as it was parsed. @param after What is left of it. */
export function noteDescriptions(before: readonly string[], after: Root, removed: Removed[]): void {
  const kept = new Map<string, number>();
  for (const text of descriptionsIn(after)) kept.set(text, (kept.get(text) ?? 0) + 1);
  for (const { why, text } of removed) if (why === "picture-name") kept.set(text, (kept.get(text) ?? 0) + 1);
  for (const text of before) {
    const left = kept.get(text) ?? 0;
    if (left > 0) kept.set(text, left - 1);
    else removed.push({ why: "picture-name", text });
  }
}
