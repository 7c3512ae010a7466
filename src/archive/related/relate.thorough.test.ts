import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EarlierRun, relateAll } from "./relate.ts";
import { arraysOf, type RunArrays } from "./state.ts";
import {
  type Article,
  article,
  found,
  history,
  inputOf,
  kept,
  randomFrom,
  type World,
} from "./testing/history.ts";

describe("a later run", () => {
  it("equals a run from nothing, whatever was added, edited, removed or moved", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 140 }), fc.integer({ min: 2, max: 60 }), history),
      { numRuns: 60 },
    );
  });

  describe("of a large archive", () => {
    const world: World = { random: randomFrom(7), vocabulary: 3000, days: 500 };
    const archive = Array.from({ length: 4000 }, (_, id) => article(world, id * 1000));
    const first = relateAll(inputOf(archive)).then((run) => arraysOf(run) as RunArrays);

    it("looks up few articles anew after one edit", async () => {
      const [one, ...others] = archive as [Article, ...Article[]];
      const edit = [...others, { ...one, version: 1, terms: article(world, one.id).terms }];
      const { lookedUp } = await relateAll(inputOf(edit), { earlier: kept(await first) });
      expect(lookedUp).toBeLessThan(80);
    });

    it("looks up none, and asks for no vectors, when nothing has changed", async () => {
      const run = kept(await first) as EarlierRun;
      const vectors = () => {
        throw new Error("asked for vectors");
      };
      const again = await relateAll(inputOf(archive), { earlier: { ...run, vectors } });
      expect([again.lookedUp, again.links, arraysOf(again)]).toEqual([0, run.links, null]);
    });

    it("starts from nothing when the vectors of the earlier run are lost", async () => {
      const changed = inputOf(archive.slice(1));
      const run = kept(await first) as EarlierRun;
      const again = await relateAll(changed, { earlier: { ...run, vectors: () => null } });
      expect(again.lookedUp).toBe(archive.length - 1);
      expect(found(again)).toEqual(found(await relateAll(changed)));
    });
  });
});
