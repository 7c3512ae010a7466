/** In a file of its own because it takes long, so that it runs beside the others. */
import fc from "fast-check";
import { describe, it } from "vitest";
import { history } from "./testing/history.ts";

describe("a later run", () => {
  it("finds what a run from nothing finds where lists are longer than an article looks into them", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.integer({ min: 900, max: 1500 }),
        fc.integer({ min: 4, max: 30 }),
        history,
      ),
      { numRuns: 5 },
    );
  });
});
