/** The terms of a piece of a run → its postings, stored as one value for each stripe of shards. */
import { decodeTermList } from "../arabic/terms/stored-terms.ts";
import { PackReader, PackWriter } from "../cache/store/packs.ts";
import type { Stored } from "../model/article.ts";
import { Inverter } from "../search/invert.ts";
import { packParts } from "../search/stripes.ts";

export interface IndexBatch {
  readonly packs: string;
  readonly firstPack: number;
  readonly key: string;
  readonly terms: readonly Stored[];
  readonly shardBits: number;
}
export interface IndexResult {
  /** One for each stripe. */
  readonly stripes: readonly Stored[];
}

/** Term lists read at once: a few megabytes. */
const FETCHED = 512;

/** @throws StoreDamaged, or an error of the file system. */
export function indexRun({ packs, firstPack, terms, shardBits }: IndexBatch): IndexResult {
  const reader = new PackReader(packs);
  const writer = new PackWriter(packs, firstPack);
  try {
    const inverter = new Inverter();
    for (let first = 0; first < terms.length; first += FETCHED) {
      const next = terms.slice(first, first + FETCHED);
      reader.fetch(next);
      for (const at of next) inverter.add(decodeTermList(reader.get(at)));
    }
    const stripes = packParts(inverter.parts(shardBits), shardBits).map((value) => writer.put(value));
    return { stripes };
  } finally {
    writer.close();
    reader.close();
  }
}
