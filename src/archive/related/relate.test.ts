import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EarlierRun, type Relations, relateAll } from "./relate.ts";
import { arraysOf, earlierRun, type RunArrays } from "./state.ts";
import { type RelateInput, UNDATED } from "./vectors.ts";

interface Article {
  readonly id: number;
  readonly version: number;
  readonly day: number;
  readonly section: number;
  /** Term numbers with how often each stands there. */
  readonly terms: ReadonlyMap<number, number>;
}
type Archive = readonly Article[];

/** A generator of numbers below `n`, the same for the same seed: thousands of articles are too many for fast-check to draw. */
function randomFrom(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return Math.floor(((state ^ (state >>> 16)) >>> 0) % n);
  };
}

interface World {
  readonly random: (n: number) => number;
  readonly vocabulary: number;
  readonly days: number;
}

/** Terms are drawn so that some are in nearly every article and some in a few, as in text. */
function article({ random, vocabulary, days }: World, id: number, version = 0): Article {
  const terms = new Map<number, number>();
  const size = random(9);
  for (let i = 0; i < size; i++) terms.set(random(random(vocabulary) + 1), 1 + random(4));
  const day = random(20) === 0 ? UNDATED : random(days);
  return { id, version, day, section: random(3), terms };
}

/** One more, one fewer, another text, another day, another section, or the text of another. */
function edited(archive: Archive, world: World, step: number): Archive {
  const { random } = world;
  if (archive.length === 0) return [article(world, random(1e9), step + 1)];
  const at = random(archive.length);
  const one = archive[at] as Article;
  const version = step + 1;
  const others = archive.toSpliced(at, 1);
  const kinds: readonly (() => Archive)[] = [
    () => [...archive, article(world, random(1e9), version)],
    () => others,
    () => [...others, article(world, one.id, version)],
    () => [...others, { ...one, version, day: random(world.days) }],
    () => [...others, { ...one, version, section: random(3) }],
    () => [...archive, { ...one, id: random(1e9), version }],
    () => archive.slice(0, Math.ceil(archive.length * 0.97)),
  ];
  return (kinds[random(kinds.length)] as () => Archive)();
}

function inputOf(archive: Archive): RelateInput {
  const byId = archive.toSorted((a, b) => a.id - b.id);
  const hashOf = (term: number): number => Math.imul(term + 1, 0x9e3779b1) >>> 0;
  return {
    count: byId.length,
    keys: Float64Array.from(byId, ({ id, version }) => version * 2 ** 31 + id),
    days: Int32Array.from(byId, ({ day }) => day),
    sections: Int32Array.from(byId, ({ section }) => section),
    vectorOf: (index) => {
      const terms = [...(byId[index] as Article).terms].map(
        ([term, times]) => [hashOf(term), times] as const,
      );
      return Uint32Array.from(terms.sort(([a], [b]) => a - b).flat());
    },
  };
}

const found = ({ order, links }: Relations) => ({ order, ...links });

/** The run as a cache would give it back: the arrays are copies. */
const kept = (arrays: RunArrays): EarlierRun | null =>
  earlierRun((names) => {
    const all: Partial<RunArrays> = Object.fromEntries(names.map((name) => [name, arrays[name].slice()]));
    return all as RunArrays;
  });

describe("a later run", () => {
  const history = async (seed: number, size: number, vocabulary: number) => {
    const world: World = { random: randomFrom(seed), vocabulary, days: 1 + size / 8 };
    let archive: Archive = Array.from({ length: size }, (_, id) => article(world, id * 1000));
    let run = await relateAll(inputOf(archive));
    let arrays = arraysOf(run) as RunArrays;
    for (let step = 0; step < 8; step++) {
      for (let edits = world.random(3); edits >= 0; edits--)
        archive = edited(archive, world, step * 3 + edits);
      const input = inputOf(archive);
      run = await relateAll(input, { earlier: kept(arrays) });
      arrays = arraysOf(run) ?? arrays;
      expect(found(run)).toEqual(found(await relateAll(input)));
    }
  };

  it("finds what a run from nothing finds, whatever was added, edited, removed or moved", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 140 }), fc.integer({ min: 2, max: 60 }), history),
      { numRuns: 60 },
    );
  });

  it("does so where lists are longer than an article looks into them", async () => {
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
