/**
 * Sources → records. Only sources whose bytes, sidecar or reader may have changed are read; the others' records come from
 * the last build. What was read comes with its vector, which related articles are computed from.
 */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { keyOf } from "../cache/keys/digest.ts";
import { fingerprint } from "../cache/keys/fingerprint.ts";
import type { LastBuild, SourceRecord, Stamp } from "../cache/record/records.ts";
import type { Scan } from "../content/scan.ts";
import { isOlder } from "../disk/is-older.ts";
import type { SourceFile } from "../model/article.ts";
import type { Digest, SourcePath } from "../model/brands.ts";
import type { Site } from "../model/site.ts";
import { batchesOf } from "../workers/batches.ts";
import { type FolderMakes, folderMakes } from "../workers/folder-makes.ts";
import type { ReadBatch, ReadItem } from "../workers/read-task.ts";
import { countDrafts } from "./ahead/drafts.ts";
import type { Found } from "./discover.ts";
import type { Unlearned } from "./report.ts";
import type { Run } from "./run.ts";
import { VectorStore } from "./vector-store.ts";

export interface ReadSources {
  /** In the order of the articles. */
  readonly records: ReadonlyMap<SourcePath, SourceRecord>;
  /** Of the sources that were read in this build and have a card: pairs of term hash and weighted count. */
  readonly vectors: Map<SourcePath, Uint32Array>;
  /** Digests of the program and settings that parses, and cards, depend on. */
  readonly parseKey: Digest;
  readonly cardKey: Digest;
}

/** So many raw pages may have something in common. */
const MANY = 20;

/** The folder that holds most raw pages of which nothing is known. */
function unlearnedIn(articles: readonly SourceFile[], makeOf: MakeOf): Unlearned | null {
  const counts = new Map<string, number>();
  for (const { path } of articles) {
    if (!/\.txt$/i.test(path) || makeOf(path)) continue;
    const folder = path.slice(0, Math.max(0, path.indexOf("/")));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most && most[1] >= MANY ? { folder: most[0], pages: most[1] } : null;
}

/** The settings that a card depends on. */
const placing = ({ locale, slugs, sections }: Site): string =>
  JSON.stringify([locale.timeZone, slugs, sections]);

/** What is known of the pages of the folder of a source. */
type MakeOf = (path: SourcePath) => FolderMakes | null;

const BATCH = 128;

/** Whether a file is surely the one of the last scan. */
export const sameStamp = (
  file: Pick<SourceFile, "size" | "modified" | "changed">,
  known: Stamp,
  scanned: number,
): boolean => known.size === file.size && known.modified === file.modified && isOlder(file, scanned);

/** @param scanned When the scan began in which `known` was read. */
function isUnchanged(
  source: SourceFile,
  known: SourceRecord,
  { sidecars, makeOf, scanned }: Pick<Scan, "sidecars"> & { makeOf: MakeOf } & Pick<LastBuild, "scanned">,
): boolean {
  if (!sameStamp(source, known, scanned)) return false;
  if (known.make !== (makeOf(source.path)?.digest ?? null)) return false;
  const sidecar = sidecars.get(source.path);
  if (!sidecar || !known.sidecar) return !sidecar && !known.sidecar;
  return sameStamp(sidecar, known.sidecar, scanned);
}

/** Parsed JSON has its own copy of the path; replacing it with the string held already saves memory. */
function shareName(record: SourceRecord, path: SourcePath): void {
  Object.assign(record, { path });
  for (const card of [record.card, record.draft]) if (card) Object.assign(card, { source: path });
}

/** The record of the last build, read now if it has not been yet. */
export function lastBuild({ state, report }: Run): LastBuild | null {
  const { last, diagnostics } = state.last();
  report(diagnostics);
  return last;
}

/** The same; a thread for what has changed is ready when all of a long record has been read. */
export async function recall(run: Run, { isFar }: Found): Promise<LastBuild | null> {
  if (isFar) await run.pool.start();
  return lastBuild(run);
}

/** Those of a batch, by digest, each once. */
const makesOf = (items: readonly ReadItem[], makeOf: MakeOf): ReadBatch["makes"] =>
  Object.fromEntries(
    items.flatMap(({ source }) => {
      const found = makeOf(source.path);
      return found ? [[found.digest, found.makes] as const] : [];
    }),
  );

/** @throws StoreDamaged, or an error of the file system. */
export async function readSources(
  run: Run,
  { sources: { articles, sidecars, makes }, readBy: site }: Found,
  last: LastBuild | null,
): Promise<ReadSources> {
  await run.begin("read");
  const { pool, state } = run;
  const content = { folder: join(run.options.root, "content"), name: "content" };
  const firstPack = state.nextPack();
  const onProgress = run.progress("read");
  const { of: makeOf, diagnostics } = folderMakes(content, makes);
  run.report(diagnostics);
  const parseKey = fingerprint("source");
  const cardKey = keyOf([parseKey, placing(site)]);
  const build = randomUUID();
  const items: ReadItem[] = [];
  const records = new Map<SourcePath, SourceRecord | null>();
  const scanned = last?.cardKey === cardKey ? last.scanned : null;
  for (const source of articles) {
    const known = last?.sources.get(source.path) ?? null;
    if (known && scanned !== null && isUnchanged(source, known, { sidecars, makeOf, scanned })) {
      records.set(source.path, known);
      continue;
    }
    // Keeps its place in the order until it is read.
    records.set(source.path, null);
    const sidecar = sidecars.get(source.path) ?? null;
    items.push({
      ...{ source, sidecar, make: makeOf(source.path)?.digest ?? null },
      known: last?.parseKey === parseKey ? known : null,
    });
  }
  let read = 0;
  const vectors = new Map<SourcePath, Uint32Array>();
  const store = new VectorStore();
  const batches = (function* () {
    for (const batch of batchesOf(items, BATCH))
      yield {
        packs: pool.packs,
        build,
        firstPack,
        content,
        site,
        items: batch,
        makes: makesOf(batch, makeOf),
      };
  })();
  await pool.run(
    "readSources",
    { batches, inputs: items.length },
    ({ records: json, vectors: all, ends }, batch) => {
      let nth = 0;
      for (const [i, record] of (JSON.parse(json) as SourceRecord[]).entries()) {
        shareName(record, batch.items[i]?.source.path ?? record.path);
        records.set(record.path, record);
        read += 1;
        if (!record.card) continue;
        vectors.set(record.path, store.keep(all.subarray(nth === 0 ? 0 : ends[nth - 1], ends[nth])));
        nth += 1;
      }
      onProgress(read, items.length);
    },
  );
  for (const { source } of items)
    if (!records.get(source.path)) throw new Error(`nothing came back for ${source.path}`);
  const all = records as Map<SourcePath, SourceRecord>;
  run.drafts = countDrafts(all);
  run.unlearned = unlearnedIn(articles, makeOf);
  return { records: all, vectors, parseKey, cardKey };
}
