/**
 * Cards → related articles. The last build's result is kept beside its record, so that only what an edit affects is
 * computed again. Vectors come from reading, or are computed from the terms in the store.
 */
import { join } from "node:path";
import { decodeTermList } from "../arabic/terms/stored-terms.ts";
import { vectorOf } from "../arabic/terms/term-list.ts";
import { type LookUps, lookUp } from "../archive/related/look-up.ts";
import type { RunArrays } from "../archive/related/state.ts";
import { type RelatedArticles, relate } from "../archive/related.ts";
import { fingerprint } from "../cache/keys/fingerprint.ts";
import { PackReader } from "../cache/store/packs.ts";
import { readArrays, saveArrays } from "../cache/store/typed-arrays.ts";
import type { Card } from "../model/article.ts";
import type { SourcePath } from "../model/brands.ts";
import { batchesOf } from "../workers/batches.ts";
import { keepHeapSmall } from "../workers/garbage.ts";
import type { WorkerPool } from "../workers/pool.ts";

export interface RelateRequest {
  /** In any order; static pages among them are left out. */
  readonly cards: readonly Card[];
  /** The most related articles that a page shows. */
  readonly links: number;
  /** The cache's folder, and the folder of its store. */
  readonly folder: string;
  readonly packs: string;
  /** The vectors of the articles read in this build. Emptied as they are used: they are as large as all the rest. */
  readonly fresh?: Map<SourcePath, Uint32Array>;
  /** Shares the work when there is much of it. */
  readonly pool?: WorkerPool;
  readonly onProgress?: (done: number, total: number) => void;
  /** Whether to keep what was found for the next build. */
  readonly keep: boolean;
  /** Called when the stored result was damaged, and everything is related anew. */
  readonly onDamage?: () => void;
}

/** @throws StoreDamaged when a card's terms are not what was stored; an error of the file system when keeping fails. */
export async function relateArchive(
  request: RelateRequest,
): Promise<Pick<RelatedArticles, "relatedTo" | "relatedSum">> {
  const { folder, fresh, links } = request;
  // The arrays of relating are as large as the heap, in addition to it; where little was read there is little garbage.
  if ((fresh?.size ?? 0) >= FEW) keepHeapSmall(1);
  const onDamage = request.onDamage ? { onDamage: request.onDamage } : {};
  const file = join(folder, "related.bin");
  const writer = fingerprint("related");
  const reader = new PackReader(request.packs);
  try {
    const { relatedTo, relatedSum, toKeep } = await relate({
      cards: request.cards.filter(({ isStatic }) => !isStatic),
      vectorOf: (card) => {
        const vector = fresh?.get(card.source) ?? vectorOf(decodeTermList(reader.get(card.terms)));
        // Needed only once.
        fresh?.delete(card.source);
        return vector;
      },
      links,
      lookUpAll: (work) => shareOut(work, request),
      kept: (names) => readArrays(file, { writer, names, ...onDamage }) as RunArrays | null,
    });
    if (toKeep && request.keep) saveArrays(file, writer, { ...toKeep });
    return { relatedTo, relatedSum };
  } finally {
    reader.close();
    fresh?.clear();
  }
}

/** Fewer articles are looked up faster than they are shared out. */
const FEW = 1000;
const BATCH = 1000;

async function shareOut(work: LookUps, { pool, onProgress }: RelateRequest): Promise<void> {
  const total = work.ranks.length;
  if (!pool || total < FEW) {
    lookUp(work);
    return;
  }
  keepHeapSmall(1);
  const batches = (function* () {
    for (const ranks of batchesOf(work.ranks, BATCH)) yield { ...work, ranks };
  })();
  let done = 0;
  await pool.run("lookUpArticles", { batches, inputs: total }, (_, { ranks }) => {
    done += ranks.length;
    onProgress?.(done, total);
  });
}
