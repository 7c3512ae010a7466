import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collectAt } from "./garbage.ts";

const MB = 1024 * 1024;

describe("garbage is collected", () => {
  it("when the heap has grown by a fifth over the live data", () => {
    expect(collectAt(1000 * MB, 4000 * MB)).toBe(1200 * MB);
  });
  it("before the heap is full, however much is live, and never in a small heap", () => {
    fc.assert(
      fc.property(fc.integer({ min: 192, max: 8000 }), fc.integer({ min: 300, max: 8000 }), (held, limit) => {
        const at = collectAt(held * MB, limit * MB);
        expect(at).toBeLessThan(limit * MB);
        expect(at).toBeGreaterThanOrEqual(192 * MB);
      }),
    );
  });
});
