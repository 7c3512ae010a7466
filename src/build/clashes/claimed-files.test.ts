import { describe, expect, it } from "vitest";
import { fileFor } from "../../model/brands.ts";
import type { Page } from "../../model/page.ts";
import { exampleCard } from "../../model/testing/example.ts";
import { PublicPaths } from "../../output/public-paths.ts";
import { ClaimedFiles } from "./claimed-files.ts";

describe("the files that pages claim", () => {
  it("are known without the props of an article's page, which are made for pages that are rendered alone", () => {
    const card = exampleCard("a", "2017-11-22");
    const page = {
      ...{ kind: "article", path: fileFor(card.url), cards: [card], stored: [] },
      get props(): never {
        throw new Error("props were made");
      },
    } as unknown as Page;
    const clashes: never[] = [];
    const files = new ClaimedFiles(new PublicPaths([]), clashes);
    expect(files.claim(page, clashes)).toBe(true);
    expect(clashes).toEqual([]);
  });
});
