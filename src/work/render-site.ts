/**
 * Planned pages → staged files. A page whose key is that of the last build, and whose files are still in the output
 * folder, is left alone; the others are rendered by the crew, and staged where their bytes differ.
 */
import type { FileRecord, PageRecord } from "../cache/last-build.ts";
import { pageKey } from "../cache/page-key.ts";
import type { Digest, OutputPath } from "../model/brands.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Page, Recipe } from "../model/page.ts";
import type { OutputFolder } from "../output/output-folder.ts";
import type { StagedFile } from "../output/publish.ts";
import type { Crew } from "./crew.ts";
import type { RenderBatch, RenderContext } from "./render-task.ts";
import type { StandingSite } from "./standing-site.ts";

export interface RenderRequest {
  readonly pages: Iterable<Page>;
  readonly standing: StandingSite;
  readonly output: OutputFolder;
  readonly root: string;
  /** The folder of what is dear to make and is kept. */
  readonly kept: string;
  readonly context: RenderContext;
  /** Digest of the code and templates that render a kind of page. */
  readonly maker: (recipe: Recipe) => Digest;
  readonly face: (recipe: Recipe) => Digest;
  readonly onProgress: (done: number, total: number) => void;
}
export interface RenderedSite {
  readonly pages: ReadonlyMap<OutputPath, PageRecord>;
  readonly staged: readonly StagedFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** Pages rendered in this build, whether or not their bytes came out different. */
  readonly rendered: number;
}

/** What a batch weighs at most: pages of text weigh one each, and a picture as much as reading and making it takes. */
const BATCH = 64;
const WEIGHTS: Partial<Readonly<Record<Recipe, number>>> = { picture: 32, "share-picture": 8 };
const weightOf = ({ page }: Due): number => WEIGHTS[page.recipe] ?? 1;

interface Due {
  readonly page: Page;
  readonly key: string;
  readonly existing: readonly FileRecord[];
}

/** Two pages for one file would overwrite each other; what is planned by us never does, a file of public/ may. */
function clash(page: Page, other: Page): Diagnostic {
  const nameOf = ({ recipe, facts, path }: Page) =>
    `${recipe === "copy" ? facts.from : `the ${recipe} page`} → ${path}`;
  return {
    severity: "error",
    code: "file-clash",
    file: page.path,
    message: `Two things want to be the file ${page.path}: ${nameOf(other)} and ${nameOf(page)}.`,
    hint: "Rename the file in public/, or give the article or page another slug.",
  };
}

interface Sorted {
  readonly kept: Map<OutputPath, PageRecord>;
  readonly due: readonly Due[];
  readonly diagnostics: readonly Diagnostic[];
}

function sortOut({ pages, standing, maker, face }: RenderRequest): Sorted {
  const kept = new Map<OutputPath, PageRecord>();
  const due: Due[] = [];
  const diagnostics: Diagnostic[] = [];
  const planned = new Map<OutputPath, Page>();
  for (const page of pages) {
    const other = planned.get(page.path);
    if (other) {
      diagnostics.push(clash(page, other));
      continue;
    }
    planned.set(page.path, page);
    const key = pageKey(page, maker(page.recipe), face(page.recipe));
    const before = standing.pageAt(page.path);
    if (before?.key === key) kept.set(page.path, before);
    else due.push({ page, key, existing: before?.files ?? [] });
  }
  return { kept, due, diagnostics };
}

/** @throws StoreDamaged, or an error of the file system. */
export async function renderSite(crew: Crew, request: RenderRequest): Promise<RenderedSite> {
  const { kept, due, diagnostics: clashes } = sortOut(request);
  const made = new Map<OutputPath, PageRecord>();
  const staged: StagedFile[] = [];
  const diagnostics = [...clashes];
  const batches = (function* () {
    for (let from = 0, to = 0; from < due.length; from = to) {
      let weight = 0;
      do weight += weightOf(due[to++] as Due);
      while (to < due.length && weight + weightOf(due[to] as Due) <= BATCH);
      yield batchOf(due.slice(from, to), String(from), { crew, request });
    }
  })();
  const inputs = due.reduce((sum, one) => sum + weightOf(one), 0);
  let done = 0;
  await crew.run("renderPages", { batches, inputs }, (result, batch) => {
    diagnostics.push(...result.diagnostics);
    const first = Number(batch.folder);
    result.files.forEach((files, i) => {
      const one = due[first + i];
      if (!one || files.length === 0) return;
      made.set(one.page.path, {
        key: one.key,
        files: files.map(({ path, sha256, size }): FileRecord => ({ path, sha256, size })),
      });
      for (const { path, staged: waiting } of files)
        if (waiting !== null) staged.push({ staged: waiting, path });
    });
    done += result.files.length;
    request.onProgress(done, due.length);
  });
  return { pages: new Map([...kept, ...made]), staged, diagnostics, rendered: due.length };
}

function batchOf(
  due: readonly Due[],
  folder: string,
  { crew, request }: { readonly crew: Crew; readonly request: RenderRequest },
): RenderBatch {
  return {
    root: request.root,
    packs: crew.packs,
    kept: request.kept,
    staging: request.output.staging,
    folder,
    context: request.context,
    pages: JSON.stringify(due.map(({ page }) => page)),
    keys: due.map(({ key }) => key),
    existing: due.map(({ existing }) => existing.map(({ path, sha256 }) => [path, sha256] as const)),
  };
}
