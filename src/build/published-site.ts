/** What is in the output folder, as far as it can be trusted without reading it; the rest is rendered again. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { cacheDamaged } from "../cache/damaged.ts";
import type { Journal } from "../cache/record/journal.ts";
import type { FileRecord, LastBuild, PageRecord } from "../cache/record/records.ts";
import { type OutputPath, outputPath } from "../model/brands.ts";
import type { Page } from "../model/page.ts";
import { alteredFiles } from "../output/altered-files.ts";
import { publishedPaths } from "../output/checksums.ts";
import { CHECKSUMS } from "../output/output-folder.ts";
import type { SitePlan } from "./plan.ts";
import type { Resolved } from "./resolve/resolve.ts";
import type { Run } from "./run.ts";

export interface PublishedSite {
  /** Resolves when its files have been checked. @throws Error of the file system. */
  readonly lookedAt: () => Promise<void>;
  /** The record of a page, if all of its files are as they were written. Call it after `lookedAt` has resolved. */
  readonly pageAt: (path: OutputPath) => PageRecord | null;
  /** Every file that a build may have put there: a new set, which the caller may change. */
  readonly paths: () => Set<OutputPath>;
  /** The first segments of those paths. */
  readonly topLevel: () => ReadonlySet<string>;
}

/** What the site is made of, and what is published of it. */
export interface Publishable extends Resolved {
  readonly published: PublishedSite;
}

/** A site that is planned and not rendered, as `warraq why` needs it: as the next build would render it. */
export interface PlannedSite extends Publishable {
  readonly last: LastBuild;
  readonly plan: SitePlan;
  readonly pages: Iterable<Page>;
}

export function lookAtPublished(run: Run, resolved: Resolved): Publishable {
  const unfinished = run.state.unfinished();
  if (!unfinished.paths) run.report([cacheDamaged("publishing.jsonl")]);
  return { ...resolved, published: publishedSite(run.options.out, { last: resolved.last, unfinished }) };
}

const NO_PAGES: ReadonlyMap<OutputPath, PageRecord> = new Map();

/**
 * The last build's record is trusted only if the folder's checksums are those it wrote, so that another folder, or an old
 * copy of this one, is not mistaken for it. A file is trusted unless an interrupted publishing may have moved it, or its
 * size or time has changed.
 */
function publishedSite(
  folder: string,
  { last, unfinished }: { readonly last: LastBuild | null; readonly unfinished: Journal },
): PublishedSite {
  const recorded = last?.pages ?? NO_PAGES;
  const found = checksumsOf(folder);
  const same = found !== null && recorded.get(outputPath(CHECKSUMS))?.key === found;
  const moved = unfinished.paths;
  const believed = same && moved !== null && last !== null;
  let altered: ReadonlySet<OutputPath> = new Set();
  const looking = believed
    ? alteredAmong(folder, last).then((found) => {
        altered = found;
      })
    : Promise.resolve();
  // Callers that never await it must not get an unhandled rejection.
  looking.catch(() => {});
  const paths = () => {
    const all = new Set(same ? [] : publishedPaths(folder));
    for (const { files } of recorded.values()) for (const { path } of files) all.add(path);
    for (const path of moved ?? []) all.add(path);
    return all;
  };
  return {
    lookedAt: () => looking,
    pageAt: (path) => {
      const page = believed ? recorded.get(path) : undefined;
      const whole = page?.files.every((file) => !moved?.has(file.path) && !altered.has(file.path));
      return page && whole ? page : null;
    },
    paths,
    topLevel: () => new Set([...paths()].map((path) => path.split("/")[0] as string)),
  };
}

/** Fewer files are checked faster than a thread is started. */
const FEW = 2000;

/** The files that are missing or altered; checked by a thread where they are many. */
async function alteredAmong(
  folder: string,
  { pages, made }: Pick<LastBuild, "pages" | "made">,
): Promise<ReadonlySet<OutputPath>> {
  const files: FileRecord[] = [];
  for (const page of pages.values()) files.push(...page.files);
  const paths = files.map(({ path }) => path).join("\n");
  const request = { folder, paths, sizes: Float64Array.from(files, ({ size }) => size), made };
  const compiled = import.meta.url.endsWith(".js");
  const found = compiled && files.length >= FEW ? await inThread(request) : alteredFiles(request);
  return new Set(found.map((at) => (files[at] as FileRecord).path));
}

function inThread(request: Parameters<typeof alteredFiles>[0]): Promise<ReturnType<typeof alteredFiles>> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL("../workers/altered-thread.js", import.meta.url), {
      workerData: request,
    });
    thread.once("message", resolve);
    thread.once("error", reject);
  });
}

function checksumsOf(folder: string): string | null {
  try {
    return createHash("sha256")
      .update(readFileSync(join(folder, CHECKSUMS)))
      .digest("hex");
  } catch {
    return null;
  }
}
