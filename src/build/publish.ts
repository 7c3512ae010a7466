/**
 * Staged files → the site. First the checksums of all files are computed and everything that needs room on the disk is
 * written; then files are moved into place, stale ones are removed, and the record becomes that of the last build.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { digestOf } from "../cache/keys/digest.ts";
import type { PageRecord } from "../cache/record/records.ts";
import { dropOthers } from "../cache/store/kept-files.ts";
import { type OutputPath, outputPath } from "../model/brands.ts";
import { checksumsText } from "../output/checksums.ts";
import { CHECKSUMS, clockOf, closeOutput, type OutputFolder, openOutput } from "../output/output-folder.ts";
import { makeRoom, movesOf, prune, publish, stage } from "../output/publish.ts";
import { batchesOf } from "../workers/batches.ts";
import { keepHeapSmall } from "../workers/garbage.ts";
import { keepSources } from "./check.ts";
import type { IndexedArchive } from "./index-search.ts";
import type { Publishable, PublishedSite } from "./published-site.ts";
import type { RenderedSite } from "./render.ts";
import type { BuildResult } from "./report.ts";
import type { Run } from "./run.ts";

interface PublishRequest {
  readonly output: OutputFolder;
  readonly rendered: RenderedSite;
  readonly search: IndexedArchive;
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

/**
 * Runs the stages that write beside the site, and takes away what they staged. Ends the build where the folder of the
 * site cannot be written, or is not ours.
 */
export async function withOutput(
  run: Run,
  site: Publishable,
  stages: (output: OutputFolder) => Promise<BuildResult>,
): Promise<BuildResult> {
  const { options, state } = run;
  const { value: output, diagnostics } = openOutput(options.out, {
    ...{ cache: state.folder, name: options.outName },
    isOurs: (entry) => site.published.topLevel().has(entry),
  });
  run.report(diagnostics);
  if (!output) {
    keepSources(run, site);
    throw run.end();
  }
  try {
    state.forgetSite();
    return await stages(output);
  } finally {
    closeOutput(output);
  }
}

/** @throws HalfPublished when some files had been moved already; else an error of the file system, and none were. */
export async function publishSite(
  run: Run,
  { current, published }: Publishable,
  { output, rendered, search }: PublishRequest,
): Promise<PublishResult> {
  await run.begin("publish");
  const { pool, state } = run;
  const onProgress = run.progress("publish");
  // After an edit there is too little garbage to be worth a collection.
  const collect = () => rendered.staged.length > BATCH && keepHeapSmall();
  collect();
  const checksums = stageChecksums(rendered, published, output);
  const pages = new Map(rendered.pages).set(checksums.path, checksums.record);
  const staged = rendered.staged.toSorted();
  const written = [...staged, ...checksums.staged].sort();
  const others = published.paths();
  for (const { files } of pages.values()) for (const { path } of files) others.delete(path);
  const stale = [...others].sort();

  state.publishing([...new Set([...written, ...(state.unfinished().paths ?? [])])]);
  const commit = state.prepare({ ...current, runs: search.stored, pages, made: clockOf(output.path) });
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
    state.published();
    if (written.length > 0 || removed.length > 0)
      dropOthers(state.kept, () => new Set([...pages.values()].map(({ key }) => digestOf(key))));
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

function stageChecksums(rendered: RenderedSite, published: PublishedSite, output: OutputFolder): Checksums {
  const path = outputPath(CHECKSUMS);
  const bytes = Buffer.from(checksumsText([...rendered.pages.values()].flatMap(({ files }) => files)));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const record = { key: sha256, files: [{ path, sha256, size: bytes.length }] };
  if (published.pageAt(path)?.key === sha256) return { path, record, staged: [] };
  stage(output, path, bytes);
  return { path, record, staged: [path] };
}
