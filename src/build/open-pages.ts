/**
 * The pages that somebody is looking at → their files, before any other page is rendered. They are made as they will be
 * published, and made again with all the others: this is a look ahead, and nothing hangs on it.
 */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { LastBuild, SourceRecord } from "../cache/record/records.ts";
import type { Archive } from "../model/archive.ts";
import type { OutputPath, SourcePath } from "../model/brands.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Page } from "../model/page.ts";
import type { Crew } from "../workers/pool.ts";
import { editedArchive } from "./edited-archive.ts";
import { planSite } from "./plan.ts";
import { type RenderRequest, renderSite } from "./render.ts";

/** The text of pages by their file. */
export type PageTexts = ReadonlyMap<OutputPath, string>;

export interface LookedAt {
  /** Their files. Asked once a build, when it has read everything. */
  readonly files: () => ReadonlySet<string>;
  /**
   * Called at most once a build, with those of them that are not as the last build made them, and what is wrong so far.
   * The build waits for it, since planning the rest would leave nobody time to fetch them.
   */
  readonly show: (pages: PageTexts, found: readonly Diagnostic[]) => Promise<void>;
}

type LookAhead = Omit<RenderRequest, "standing" | "staging" | "expected" | "onProgress"> & {
  /** The cache's folder. */
  readonly folder: string;
  readonly last: LastBuild;
  readonly found: readonly Diagnostic[];
};

/** What the last build of this program came to, while it runs. */
export interface Earlier {
  readonly last: LastBuild;
  readonly archive: Archive;
  readonly found: readonly Diagnostic[];
}
type Edit = Pick<LookAhead, "root" | "folder" | "kept"> &
  Parameters<typeof planSite>[1] & { readonly records: ReadonlyMap<SourcePath, SourceRecord> };

/**
 * Shows them before anything is arranged, where the edit reaches no further than what is shown of the articles it is of.
 * @returns Whether it does not. @throws As `showLookedAt`.
 */
export async function showEdited(
  crew: Crew,
  lookedAt: LookedAt,
  { earlier, edit }: { readonly earlier: Earlier; readonly edit: Edit },
): Promise<boolean> {
  const archive = editedArchive(earlier.archive, earlier.last, edit.records);
  if (!archive) return false;
  const plan = planSite(archive, edit);
  await showLookedAt(crew, lookedAt, { ...plan, ...edit, ...earlier, pages: plan.pages(null) });
  return true;
}

/** Nothing is shown of pages that come to faults: the build tells those. @throws StoreDamaged, or an error of the file system. */
export async function showLookedAt(
  crew: Crew,
  { files, show }: LookedAt,
  { last, found, folder, ...request }: LookAhead,
): Promise<void> {
  const staging = join(folder, "looked-at");
  const rendered = await renderSite(crew, {
    ...{ ...request, pages: pagesOf(files(), request.pages), staging },
    standing: { pageAt: (path) => last.pages.get(path) ?? null },
    ...{ expected: 0, onProgress: () => {} },
  });
  const texts = rendered.staged.map((path) => [path, readFileSync(join(staging, path), "utf8")] as const);
  rmSync(staging, { recursive: true, force: true });
  if (texts.length > 0) await show(new Map(texts), found);
}

/** Stops when all of them are found: most of a plan need not be made for it. */
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
