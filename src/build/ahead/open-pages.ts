/**
 * The open pages → their files, rendered before any other page. They come out as they will be published, and are rendered
 * again with all the others: this only shows them sooner.
 */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { LastBuild, SourceRecord } from "../../cache/record/records.ts";
import type { Archive } from "../../model/archive.ts";
import type { OutputPath, SourcePath } from "../../model/brands.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Page } from "../../model/page.ts";
import type { WorkerPool } from "../../workers/pool.ts";
import { planSite } from "../plan.ts";
import { type RenderRequest, renderSite } from "../render.ts";
import { editedArchive } from "./edited-archive.ts";

/** The text of pages by their file. */
export type PageTexts = ReadonlyMap<OutputPath, string>;

export interface OpenPages {
  /** Their files. Called once a build, when everything has been read. */
  readonly files: () => ReadonlySet<string>;
  /**
   * Called at most once a build, with those open pages that differ from the last build, and the diagnostics so far. The
   * build waits for it: planning the rest would keep the thread too busy to serve them.
   */
  readonly show: (pages: PageTexts, found: readonly Diagnostic[]) => Promise<void>;
}

type LookAhead = Omit<RenderRequest, "standing" | "staging" | "expected" | "onProgress"> & {
  /** The cache's folder. */
  readonly folder: string;
  readonly last: LastBuild;
  readonly found: readonly Diagnostic[];
};

/** What the last build of this process produced. */
export interface Earlier {
  readonly last: LastBuild;
  readonly archive: Archive;
  readonly found: readonly Diagnostic[];
}
type Edit = Pick<LookAhead, "root" | "folder" | "kept"> &
  Parameters<typeof planSite>[1] & { readonly records: ReadonlyMap<SourcePath, SourceRecord> };

/**
 * Shows the open pages before anything is arranged, where an edit changes only what is shown of the edited articles.
 * @returns Whether that is so. @throws As `showLookedAt`.
 */
export async function showEdited(
  pool: WorkerPool,
  lookedAt: OpenPages,
  { earlier, edit }: { readonly earlier: Earlier; readonly edit: Edit },
): Promise<boolean> {
  const archive = editedArchive(earlier.archive, earlier.last, edit.records);
  if (!archive) return false;
  const plan = planSite(archive, edit);
  await showOpenPages(pool, lookedAt, { ...plan, ...edit, ...earlier, pages: plan.pages(null) });
  return true;
}

/** Pages that fail to render are left out: the build reports them. @throws StoreDamaged, or an error of the file system. */
export async function showOpenPages(
  pool: WorkerPool,
  { files, show }: OpenPages,
  { last, found, folder, ...request }: LookAhead,
): Promise<void> {
  const staging = join(folder, "looked-at");
  const rendered = await renderSite(pool, {
    ...{ ...request, pages: pagesOf(files(), request.pages), staging },
    standing: { pageAt: (path) => last.pages.get(path) ?? null },
    ...{ expected: 0, onProgress: () => {} },
  });
  const texts = rendered.staged.map((path) => [path, readFileSync(join(staging, path), "utf8")] as const);
  rmSync(staging, { recursive: true, force: true });
  if (texts.length > 0) await show(new Map(texts), found);
}

/** Stops when all of them are found, so that most of the plan is never computed. */
function* pagesOf(files: ReadonlySet<string>, pages: Iterable<Page>): Generator<Page> {
  let left = files.size;
  if (left === 0) return;
  for (const page of pages) {
    if (!files.has(page.path)) continue;
    yield page;
    left -= 1;
    if (left === 0) return;
  }
}
