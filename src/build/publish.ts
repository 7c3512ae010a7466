/**
 * Staged files → the site. First the checksums of all files are computed and everything that needs room on the disk is
 * written; then files are moved into place, stale ones are removed, and the record becomes that of the last build.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { digestOf } from "../cache/keys/digest.ts";
import type { LastBuild, PageRecord } from "../cache/record/records.ts";
import { dropOthers } from "../cache/store/kept-files.ts";
import { type OutputPath, outputPath } from "../model/brands.ts";
import { checksumsText } from "../output/checksums.ts";
import { CHECKSUMS, clockOf, type OutputFolder } from "../output/output-folder.ts";
import { makeRoom, movesOf, prune, publish, stage } from "../output/publish.ts";
import { batchesOf } from "../workers/batches.ts";
import { keepHeapSmall } from "../workers/garbage.ts";
import type { WorkerPool } from "../workers/pool.ts";
import type { PublishedSite } from "./published-site.ts";
import type { RenderedSite } from "./render.ts";
import type { BuildState } from "./state.ts";

export interface PublishRequest {
  readonly output: OutputFolder;
  readonly rendered: RenderedSite;
  readonly standing: PublishedSite;
  readonly memory: BuildState;
  /** The record of this build, without what is known only after publishing. */
  readonly build: Omit<LastBuild, "pages" | "made">;
  readonly onProgress: (done: number, total: number) => void;
}
export interface PublishResult {
  /** Files of the site. */
  readonly pages: number;
  readonly written: readonly OutputPath[];
  readonly removed: readonly OutputPath[];
}
/** An error of the file system after some files had been moved. */
export class HalfPublished extends Error {
  override readonly name = "HalfPublished";
}

const BATCH = 512;

/** @throws HalfPublished when some files had been moved already; else an error of the file system, and none were. */
export async function publishSite(pool: WorkerPool, request: PublishRequest): Promise<PublishResult> {
  const { output, rendered, standing, memory, build, onProgress } = request;
  // After an edit there is too little garbage to be worth a collection.
  const collect = () => rendered.staged.length > BATCH && keepHeapSmall();
  collect();
  const checksums = stageChecksums(request);
  const pages = new Map(rendered.pages).set(checksums.path, checksums.record);
  const staged = rendered.staged.toSorted();
  const written = [...staged, ...checksums.staged].sort();
  const others = standing.paths();
  for (const { files } of pages.values()) for (const { path } of files) others.delete(path);
  const stale = [...others].sort();

  memory.publishing([...new Set([...written, ...(memory.unfinished().paths ?? [])])]);
  const commit = memory.prepare({ ...build, pages, made: clockOf(output.path) });
  collect();
  const moves = movesOf(output, staged);
  const last = movesOf(output, checksums.staged);
  // Where there are no checksums yet they go first: they mark the folder as ours, should this be interrupted.
  const first = !existsSync(join(output.path, CHECKSUMS));
  if (first) publish(output, last);
  makeRoom(output, { moves, stale });
  try {
    let done = 0;
    const batches = [...batchesOf(moves, BATCH)].map((moves) => ({ output, moves }));
    await pool.run("publishMoves", { batches, inputs: moves.length }, (_, { moves: moved }) => {
      done += moved.length;
      onProgress(done, moves.length);
    });
    const removed = prune(output, stale);
    if (!first) publish(output, last);
    commit();
    memory.published();
    if (written.length > 0 || removed.length > 0)
      dropOthers(memory.kept, () => new Set([...pages.values()].map(({ key }) => digestOf(key))));
    return { pages: pages.size, written, removed };
  } catch (fault) {
    throw new HalfPublished((fault as Error).message, { cause: fault });
  }
}

interface Checksums {
  readonly path: OutputPath;
  readonly record: PageRecord;
  /** One file, or none where the site has the same already. */
  readonly staged: readonly OutputPath[];
}

function stageChecksums({ rendered, standing, output }: PublishRequest): Checksums {
  const path = outputPath(CHECKSUMS);
  const bytes = Buffer.from(checksumsText([...rendered.pages.values()].flatMap(({ files }) => files)));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const record = { key: sha256, files: [{ path, sha256, size: bytes.length }] };
  if (standing.pageAt(path)?.key === sha256) return { path, record, staged: [] };
  stage(output, path, bytes);
  return { path, record, staged: [path] };
}
