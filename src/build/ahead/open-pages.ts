/**
 * The open pages → their files, rendered before any other page. They come out as they will be published, and are rendered
 * again with all the others: this only shows them sooner.
 */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { LastBuild } from "../../cache/record/records.ts";
import type { Page } from "../../model/page.ts";
import type { Found } from "../discover.ts";
import { planSite, type SitePlan } from "../plan.ts";
import type { ReadSources } from "../read.ts";
import { renderPages } from "../render.ts";
import type { Resolved } from "../resolve/resolve.ts";
import type { Earlier, Run } from "../run.ts";
import { editedArchive } from "./edited-archive.ts";

/**
 * Shows the open pages before anything is arranged, where an edit changes only what is shown of the edited articles.
 * @returns Whether they were shown, or are unchanged. @throws StoreDamaged, or an error of the file system.
 */
export async function showEdited(
  run: Run,
  {
    found: { made, inputs },
    read,
    last,
  }: { readonly found: Found; readonly read: ReadSources; readonly last: LastBuild | null },
): Promise<boolean> {
  const { earlier } = run.session;
  if (!run.hints || !made || !earlier || earlier.last !== last || last.inputs !== inputs) return false;
  const archive = editedArchive(earlier.archive, last, read.records);
  if (!archive) return false;
  await show(run, planSite(archive, made), earlier);
  return true;
}

/** Shows the open pages before all others are indexed and rendered, where style sheet and scripts are unchanged. */
export async function showOpenPages(run: Run, { current, last }: Resolved, plan: SitePlan): Promise<void> {
  if (last?.inputs === current.inputs) await show(run, plan, { last, found: run.diagnostics });
}

/** Pages that fail to render are left out: the build reports them. */
async function show(
  { hints, pool, options, state }: Run,
  plan: SitePlan,
  { last, found }: Pick<Earlier, "last" | "found">,
): Promise<void> {
  if (!hints) return;
  const staging = join(state.folder, "looked-at");
  const rendered = await renderPages(pool, {
    ...{ ...plan, pages: pagesOf(hints.lookedAt.files(), plan.pages(null)), staging },
    ...{ root: options.root, kept: state.kept },
    published: { pageAt: (path) => last.pages.get(path) ?? null },
    ...{ expected: 0, onProgress: () => {} },
  });
  const texts = rendered.staged.map((path) => [path, readFileSync(join(staging, path), "utf8")] as const);
  rmSync(staging, { recursive: true, force: true });
  if (texts.length > 0) await hints.lookedAt.show(new Map(texts), [...found]);
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
