import { describe, expect, it } from "vitest";
import type { Card } from "../../model/article.ts";
import { digest } from "../../model/brands.ts";
import type { Page } from "../../model/page.ts";
import { exampleCard } from "../../model/testing/example.ts";
import { differingParts, pageKey } from "./page-key.ts";

const card = exampleCard("a", "2017-11-22");
const named = (fields: Partial<Card> = {}) =>
  exampleCard("b", "2017-11-21", { title: "عنوان", ...(fields as object) });
const other = named();
const keyWith = (links: readonly Card[], rest: readonly (number | string)[] = []): string =>
  pageKey(
    {
      recipe: "article",
      path: "a/index.html",
      cards: [card],
      needs: [card.body],
      basis: { links, rest },
    } as unknown as Page,
    digest("maker"),
    digest("face"),
  );

describe("the key of a page that follows from links", () => {
  it("is of what they show, and of nothing else of their cards", () => {
    const before = keyWith([other]);
    expect(
      keyWith([
        named({ details: { ...card.details, digest: digest("other details") }, digest: digest("another") }),
      ]),
    ).toBe(before);
    for (const change of [{ title: "آخر" }, { url: card.url }, { published: null }])
      expect(differingParts(before, keyWith([named(change)]))).toEqual(["facts"]);
  });

  it("is of their order and number, and of the rest", () => {
    const keys = [
      keyWith([card, other]),
      keyWith([other, card]),
      keyWith([card]),
      keyWith([]),
      keyWith([], [1]),
      keyWith([], [1, 2]),
      keyWith([], [2, 1]),
      keyWith([], ["1"]),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});
