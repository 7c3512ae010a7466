/** A separate file because it is slow: it runs in parallel with the others. */
import fc from "fast-check";
import { describe, it } from "vitest";
import { history } from "./testing/history.ts";

describe("a later run", () => {
  it("equals a run from nothing where lists are longer than the part that is read", async () => {
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
