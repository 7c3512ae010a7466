/**
 * Planned pages → staged files. A page whose key is that of the last build, and whose files are still in the output
 * folder, is left alone; the others are rendered by the worker pool, and staged where their bytes differ.
 */

import { pageKey } from "../cache/keys/page-key.ts";
import type { FileRecord, PageRecord } from "../cache/record/records.ts";
import type { Digest, OutputPath } from "../model/brands.ts";
import { type Diagnostic, isError } from "../model/diagnostic.ts";
import type { Page, PageKind } from "../model/page.ts";
import type { OutputFolder } from "../output/output-folder.ts";
import type { PublicPaths } from "../output/public-paths.ts";
import type { SearchPlan } from "../search/plan.ts";
import type { WorkerPool } from "../workers/pool.ts";
import type { RenderBatch, RenderContext, RenderResult } from "../workers/render-task.ts";
import { pauseOf } from "./ahead/dev-hints.ts";
import { keepSources } from "./check.ts";
import { ClaimedFiles } from "./clashes/claimed-files.ts";
import type { SitePlan } from "./plan.ts";
import type { Publishable, PublishedSite } from "./published-site.ts";
import type { Run } from "./run.ts";

export interface RenderRequest {
  readonly pages: Iterable<Page>;
  readonly publicPaths: PublicPaths;
  readonly published: Pick<PublishedSite, "pageAt">;
  /** The folder that files are rendered into. */
  readonly staging: string;
  readonly root: string;
  /** The folder of files that are slow to render and are kept. */
  readonly kept: string;
  readonly context: RenderContext;
  /** Digest of the code and templates that render a kind of page. */
  readonly maker: (kind: PageKind) => Digest;
  readonly chrome: (kind: PageKind) => Digest;
  /** Called now and then while no page needs rendering, so that other work gets its turn. */
  readonly pause?: () => Promise<void>;
  /** About how many pages there are, for the progress. */
  readonly expected: number;
  readonly onProgress: (done: number, total: number) => void;
}
export interface RenderedSite {
  readonly pages: ReadonlyMap<OutputPath, PageRecord>;
  /** Staged files, by their paths in the site. */
  readonly staged: readonly OutputPath[];
  /** Why a page could not be rendered, or a file that others show is missing: nothing can be published. */
  readonly diagnostics: readonly Diagnostic[];
  /** Why a file was left out that no other depends on: the rest can be published. */
  readonly leftOut: readonly Diagnostic[];
}

/** Weight of a batch at most: a page of text weighs one, a picture as much as it takes to read and derive. */
const BATCH = 128;
/** Characters of its pages as JSON at which a batch ends: lists of many articles hold ten times what an article does. */
const FULL = 512 * 1024;
/** Batches planned before deciding whether threads are worth starting. */
const AHEAD = 4;
/** A few pages are rendered faster than threads are started and load and compile the templates. */
const OF_READING = 3;
/** Pages planned between pauses. */
const STRETCH = 1000;
const WEIGHTS: Partial<Readonly<Record<PageKind, number>>> = { picture: 64, "share-picture": 16 };
const weightOf = ({ page }: Due): number => WEIGHTS[page.kind] ?? 1;

interface Due {
  readonly page: Page;
  readonly json: string;
  readonly key: string;
  readonly existing: readonly FileRecord[];
}

/** The site so far; filled in as pages are planned and rendered. */
interface Progress {
  readonly pages: Map<OutputPath, PageRecord>;
  readonly staged: OutputPath[];
  readonly diagnostics: Diagnostic[];
  readonly leftOut: Diagnostic[];
  planned: number;
  due: number;
  done: number;
}

/** Yields the pages that must be rendered, and null now and then for a pause; unchanged pages are noted in `progress`. */
function* duePages(
  { pages, publicPaths, published, maker, chrome }: RenderRequest,
  progress: Progress,
): Generator<Due | null> {
  const files = new ClaimedFiles(publicPaths, progress.leftOut);
  for (const page of pages) {
    if (!files.claim(page, progress.leftOut)) continue;
    progress.planned += 1;
    if (progress.planned % STRETCH === 0) yield null;
    const key = pageKey(page, maker(page.kind), chrome(page.kind));
    const before = published.pageAt(page.path);
    if (before?.key === key) progress.pages.set(page.path, before);
    else {
      progress.due += 1;
      const { path, kind, cards, stored, props } = page;
      const json = JSON.stringify({ path, kind, cards, stored, props });
      yield { page, json, key, existing: before?.files ?? [] };
    }
  }
}

/** Empty batches are pauses. @param soon Whether a pause ends a batch even if it is not full, as while editing. */
function* inBatches(due: Iterable<Due | null>, soon: boolean): Generator<readonly Due[]> {
  let batch: Due[] = [];
  let weight = 0;
  let characters = 0;
  for (const one of due) {
    if (one === null) {
      yield soon ? batch : [];
      if (soon) [batch, weight, characters] = [[], 0, 0];
      continue;
    }
    if (batch.length > 0 && (weight + weightOf(one) > BATCH || characters > FULL)) {
      yield batch;
      [batch, weight, characters] = [[], 0, 0];
    }
    batch.push(one);
    weight += weightOf(one);
    characters += one.json.length;
  }
  if (batch.length > 0) yield batch;
}

/** The next batch that is not empty, with pauses on the way. */
async function nextBatch(
  due: Iterator<readonly Due[]>,
  pause: RenderRequest["pause"],
): Promise<IteratorResult<readonly Due[]>> {
  for (;;) {
    const next = due.next();
    if (next.done || next.value.length > 0) return next;
    await pause?.();
  }
}

/** Ends the build where a page cannot be rendered. @throws StoreDamaged, or an error of the file system. */
export async function renderSite(
  run: Run,
  site: Publishable,
  {
    plan,
    search,
    output,
  }: { readonly plan: SitePlan; readonly search: SearchPlan; readonly output: OutputFolder },
): Promise<RenderedSite> {
  await run.begin("render");
  const { options, state, pool, hints } = run;
  const { published, cards } = site;
  await published.lookedAt();
  const rendered = await renderPages(pool, {
    ...{ ...plan, pages: plan.pages(search), published, staging: output.staging },
    ...{ root: options.root, kept: state.kept, pause: () => pauseOf(hints) },
    ...{ expected: cards.length, onProgress: run.progress("render") },
  });
  const { diagnostics, leftOut } = rendered;
  run.report([...diagnostics, ...leftOut]);
  if (![...diagnostics, ...(options.keepGoing ? [] : leftOut)].some(isError)) return rendered;
  keepSources(run, site);
  throw run.end();
}

/** Pages are planned while others are rendered. @throws StoreDamaged, or an error of the file system. */
export async function renderPages(pool: WorkerPool, request: RenderRequest): Promise<RenderedSite> {
  const progress: Progress = {
    ...{ pages: new Map(), staged: [], diagnostics: [], leftOut: [] },
    ...{ planned: 0, due: 0, done: 0 },
  };
  const underWay = new Map<RenderBatch, readonly Due[]>();
  const { isRunning } = pool;
  const due = inBatches(duePages(request, progress), isRunning);
  const run = (batches: Iterable<readonly Due[]>, inputs: number): Promise<void> =>
    pool.run("renderPages", { batches: sent(batches), inputs }, (result, batch) => {
      note(result, underWay.get(batch) ?? [], progress);
      underWay.delete(batch);
      request.onProgress(progress.done, expectedDue(progress, request.expected));
    });
  function* sent(from: Iterable<readonly Due[]>): Generator<RenderBatch> {
    for (const due of from) {
      if (due.length === 0) continue;
      const batch = batchOf(due, { pool, request });
      underWay.set(batch, due);
      yield batch;
    }
  }
  const running: Promise<void>[] = [];
  const begin = (batches: Iterable<readonly Due[]>, inputs: number): void => {
    const one = run(batches, inputs);
    // Its error is thrown below, once everything that runs has ended.
    one.catch(() => {});
    running.push(one);
  };
  const start: (readonly Due[])[] = [];
  let left = true;
  try {
    // Whether there are many is known after some have been planned; how many, only after all have.
    while (left && start.length < AHEAD) {
      const next = await nextBatch(due, request.pause);
      if (next.done) left = false;
      else if (isRunning && running.length < AHEAD) begin([next.value], next.value.length);
      else start.push(next.value);
    }
    const weight = start.flat().reduce((sum, one) => sum + weightOf(one), 0);
    begin(both(start, due), left ? Number.POSITIVE_INFINITY : weight / OF_READING);
  } finally {
    await Promise.allSettled(running);
  }
  await Promise.all(running);
  const { pages, staged, diagnostics, leftOut } = progress;
  return { pages, staged, diagnostics, leftOut };
}

function* both<T>(first: Iterable<T>, second: Iterable<T>): Generator<T> {
  yield* first;
  yield* second;
}

function note(result: RenderResult, batch: readonly Due[], progress: Progress): void {
  for (const added of result.diagnostics) progress.diagnostics.push(added);
  for (const added of result.leftOut) progress.leftOut.push(added);
  progress.done += batch.length;
  result.files.forEach((files, i) => {
    const one = batch[i];
    if (!one || files.length === 0) return;
    const { path } = one.page;
    // Reuses the string held already in place of an equal one.
    const held = (name: OutputPath): OutputPath => (name === path ? path : name);
    progress.pages.set(path, {
      key: one.key,
      files: files.map(
        (file): FileRecord => ({ path: held(file.path), sha256: file.sha256, size: file.size }),
      ),
    });
    for (const file of files) if (file.staged) progress.staged.push(held(file.path));
  });
}

/** Assumes the same share of the pages to come as of those so far. */
const expectedDue = ({ planned, due }: Progress, expected: number): number =>
  due + Math.round((due / Math.max(1, planned)) * Math.max(0, expected - planned));

function batchOf(
  due: readonly Due[],
  { pool, request }: { readonly pool: WorkerPool; readonly request: RenderRequest },
): RenderBatch {
  return {
    root: request.root,
    packs: pool.packs,
    kept: request.kept,
    staging: request.staging,
    context: request.context,
    pages: due.map(({ json }) => json),
    keys: due.map(({ key }) => key),
    existing: due.map(({ existing }) => existing.map(({ path, sha256 }) => [path, sha256] as const)),
  };
}
