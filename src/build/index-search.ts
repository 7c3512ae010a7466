/**
 * Arranged articles → what the search index is planned from. Pieces of runs are indexed again only where their articles
 * or terms have changed.
 */
import { keyOf } from "../cache/keys/digest.ts";
import { fingerprint } from "../cache/keys/fingerprint.ts";
import type { Archive } from "../model/archive.ts";
import type { Card, Stored } from "../model/article.ts";
import type { SearchPlan } from "../search/plan.ts";
import { piecesOf, runsOf, shardBitsFor } from "../search/runs.ts";
import type { Resolved } from "./resolve/resolve.ts";
import type { Run } from "./run.ts";

export interface IndexedArchive extends SearchPlan {
  /** The stored postings by key, for the record of this build. */
  readonly stored: ReadonlyMap<string, readonly Stored[]>;
}

/** Reading one article takes as long as inverting the terms of so many. */
const OF_READING = 8;

/** @throws StoreDamaged, or an error of the file system. */
export async function indexArchive(run: Run, { last }: Resolved, archive: Archive): Promise<IndexedArchive> {
  await run.begin("index");
  const { pool, state } = run;
  const firstPack = state.nextPack();
  const onProgress = run.progress("index");
  const runs = runsOf(archive);
  const shardBits = shardBitsFor(archive.dated.length + archive.undated.length);
  const maker = fingerprint("postings");
  const pieces = runs.closed.flatMap(piecesOf);
  const keyOfPiece = (cards: readonly Card[]): string =>
    keyOf([maker, String(shardBits), ...cards.map(({ terms }) => terms.digest)]);
  const keys = pieces.map(keyOfPiece);
  const stored = new Map(
    keys.flatMap((key) => (last?.runs.has(key) ? [[key, last.runs.get(key) ?? []]] : [])),
  );
  const due = pieces.flatMap((cards, i) => {
    const key = keys[i] as string;
    return stored.has(key) ? [] : [{ key, terms: cards.map(({ terms }) => terms) }];
  });
  const inputs = due.reduce((sum, { terms }) => sum + terms.length, 0);
  const batches = due.map(({ key, terms }) => ({ packs: pool.packs, firstPack, key, terms, shardBits }));
  let done = 0;
  // A single piece, as after an edit, cannot be split: it is done before a thread would have started.
  const worth = due.length > 1 ? inputs / OF_READING : 0;
  await pool.run("indexRun", { batches, inputs: worth }, ({ stripes }, { key, terms }) => {
    stored.set(key, stripes);
    done += terms.length;
    onProgress(done, inputs);
  });
  const postings = keys.map((key, i) => ({ count: pieces[i]?.length ?? 0, stripes: stored.get(key) ?? [] }));
  return { runs, shardBits, pieces: postings, stored };
}
