import fc from "fast-check";
import { expect, it } from "vitest";
import { VectorStore } from "./vector-store.ts";

it("vectors that are kept are what they were, whatever comes after them", () => {
  fc.assert(
    fc.property(fc.array(fc.uint32Array({ maxLength: 50 })), (vectors) => {
      const store = new VectorStore();
      const kept = vectors.map((vector) => store.keep(vector.slice()));
      expect(kept).toEqual(vectors);
    }),
    { numRuns: 20 },
  );
});

it("a vector that is longer than a piece has one of its own", () => {
  const long = new Uint32Array(16 * 1024 * 1024 + 1).fill(7);
  const store = new VectorStore();
  store.keep(Uint32Array.of(1, 2));
  expect(store.keep(long).length).toBe(long.length);
  expect(store.keep(Uint32Array.of(3))).toEqual(Uint32Array.of(3));
});
