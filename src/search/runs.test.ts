import { describe, expect, it } from "vitest";
import { exampleCard } from "../model/testing/example.ts";
import { piecesOf } from "./runs.ts";

const cards = Array.from({ length: 20_000 }, (_, i) =>
  exampleCard(`n${String(i).padStart(5, "0")}`, "2017-11-20"),
);
const namesOf = (all: typeof cards): string[] =>
  piecesOf({ cards: all }).map((piece) => piece.map(({ id }) => id).join());

describe("the pieces of a run", () => {
  it("are all of its articles in order, some three quarters of a thousand in each", () => {
    const pieces = piecesOf({ cards });
    expect(pieces.flat()).toEqual(cards);
    expect(pieces.length).toBeGreaterThan(18);
    expect(pieces.length).toBeLessThan(36);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(3000);
    expect(piecesOf({ cards: [] })).toEqual([]);
  });

  it("stay the same but for a few, wherever an article is added or removed", () => {
    const before = new Set(namesOf(cards));
    for (const place of [0, 700, 9_999, 19_999]) {
      const without = cards.toSpliced(place, 1);
      const more = cards.toSpliced(place, 0, exampleCard("new", "2017-11-20"));
      for (const all of [without, more])
        expect(namesOf(all).filter((names) => !before.has(names)).length).toBeLessThanOrEqual(4);
    }
  });
});
