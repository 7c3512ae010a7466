/** Small archives that change, to compare incremental runs with runs from nothing. */
import { expect } from "vitest";
import { type EarlierRun, type Relations, relateAll } from "../relate.ts";
import { arraysOf, earlierRun, type RunArrays } from "../state.ts";
import { type RelateInput, UNDATED } from "../vectors.ts";

export interface Article {
  readonly id: number;
  readonly version: number;
  readonly day: number;
  readonly section: number;
  /** Term numbers and how often each occurs. */
  readonly terms: ReadonlyMap<number, number>;
}
type Archive = readonly Article[];

/** A seeded generator of numbers below `n`: fast-check is too slow to draw thousands of articles. */
export function randomFrom(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return Math.floor(((state ^ (state >>> 16)) >>> 0) % n);
  };
}

export interface World {
  readonly random: (n: number) => number;
  readonly vocabulary: number;
  readonly days: number;
}

/** An article whose terms are drawn so that some are in nearly every article and some in few, as in real text. */
export function article({ random, vocabulary, days }: World, id: number, version = 0): Article {
  const terms = new Map<number, number>();
  const size = random(9);
  for (let i = 0; i < size; i++) terms.set(random(random(vocabulary) + 1), 1 + random(4));
  const day = random(20) === 0 ? UNDATED : random(days);
  return { id, version, day, section: random(3), terms };
}

/**
 * The archive after one edit: an article added, removed, with another text, day or section, copied, or several removed.
 */
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

export function inputOf(archive: Archive): RelateInput {
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

export const found = ({ order, links }: Relations) => ({ order, ...links });

/** The run as a cache would return it: the arrays are copies. */
export const kept = (arrays: RunArrays): EarlierRun | null =>
  earlierRun((names) => {
    const all: Partial<RunArrays> = Object.fromEntries(names.map((name) => [name, arrays[name].slice()]));
    return all as RunArrays;
  });

/** Applies eight rounds of edits to an archive; after each, the incremental run must equal a run from nothing. */
export async function history(seed: number, size: number, vocabulary: number): Promise<void> {
  const world: World = { random: randomFrom(seed), vocabulary, days: 1 + size / 8 };
  let archive: Archive = Array.from({ length: size }, (_, id) => article(world, id * 1000));
  let run = await relateAll(inputOf(archive));
  let arrays = arraysOf(run) as RunArrays;
  for (let step = 0; step < 8; step++) {
    for (let edits = world.random(3); edits >= 0; edits--) archive = edited(archive, world, step * 3 + edits);
    const input = inputOf(archive);
    run = await relateAll(input, { earlier: kept(arrays) });
    arrays = arraysOf(run) ?? arrays;
    expect(found(run)).toEqual(found(await relateAll(input)));
  }
}
