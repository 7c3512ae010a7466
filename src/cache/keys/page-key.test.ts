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
      kind: "article",
      path: "a/index.html",
      cards: [card],
      stored: [card.body],
      basis: { links, rest },
    } as unknown as Page,
    digest("maker"),
    digest("chrome"),
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
      expect(differingParts(before, keyWith([named(change)]))).toEqual(["props"]);
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

describe("the key of a page", () => {
  const ofDigests = (cards: readonly string[], stored: readonly string[] = []): string =>
    pageKey(
      {
        path: "a/index.html",
        cards: cards.map((one) => ({ digest: digest(one) })),
        stored: stored.map((one) => ({ digest: digest(one) })),
        basis: { links: [], rest: [] },
      } as unknown as Page,
      digest("maker"),
      digest("chrome"),
    );
  const LISTS = [[], ["a"], ["b"], ["a", "a"], ["a", "b"], ["b", "a"], ["a", "b", "c"], ["a", "c", "b"]];

  it("is of each of its articles, of their order and their number", () => {
    expect(new Set(LISTS.map((list) => ofDigests(list))).size).toBe(LISTS.length);
    for (const list of LISTS.slice(1))
      expect(differingParts(ofDigests([]), ofDigests(list))).toEqual(["articles"]);
  });

  it("is of each stored text, and no article stands for a text", () => {
    expect(new Set(LISTS.map((list) => ofDigests([], list))).size).toBe(LISTS.length);
    expect(differingParts(ofDigests(["a"]), ofDigests([], ["a"]))).toEqual(["articles", "stored text"]);
  });

  it("is the same as itself, and a part that no key has is in none", () => {
    expect(differingParts(ofDigests(["a"]), ofDigests(["a"]))).toEqual([]);
    expect(differingParts(ofDigests(["a"]), `${ofDigests(["a"])} more`)).toEqual([]);
  });
});
