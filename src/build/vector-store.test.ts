import fc from "fast-check";
import { expect, it } from "vitest";
import { VectorStore } from "./vector-store.ts";

it("vectors that are kept are what they were, whatever comes after them", () => {
  fc.assert(
    fc.property(
      fc.array(fc.uint32Array({ maxLength: 50 })),
      fc.integer({ min: 1, max: 200 }),
      (vectors, largest) => {
        const store = new VectorStore(largest);
        const kept = vectors.map((vector) => store.keep(vector.slice()));
        expect(kept).toEqual(vectors);
      },
    ),
  );
});

it("a vector that is longer than a piece has one of its own", () => {
  const long = new Uint32Array(101).fill(7);
  const store = new VectorStore(100);
  store.keep(Uint32Array.of(1, 2));
  expect(store.keep(long)).toEqual(long);
  expect(store.keep(Uint32Array.of(3))).toEqual(Uint32Array.of(3));
});
