/** What lies in the output folder, as far as it can be believed without reading it: the rest is made again. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Journal } from "../cache/record/journal.ts";
import type { FileRecord, LastBuild, PageRecord } from "../cache/record/records.ts";
import { type OutputPath, outputPath } from "../model/brands.ts";
import { alteredFiles } from "../output/altered-files.ts";
import { publishedPaths } from "../output/checksums.ts";
import { CHECKSUMS } from "../output/output-folder.ts";

export interface StandingSite {
  /** Resolves when its files were looked at. @throws Error of the file system. */
  readonly lookedAt: () => Promise<void>;
  /** What the last build knew of a page, if all of its files are there as it made them. Known when they were looked at. */
  readonly pageAt: (path: OutputPath) => PageRecord | null;
  /** Every file that a build may have put there: a set of the caller's own. */
  readonly paths: () => Set<OutputPath>;
  /** The first steps of those paths. */
  readonly topLevel: () => ReadonlySet<string>;
}

const NO_PAGES: ReadonlyMap<OutputPath, PageRecord> = new Map();

/**
 * The record of the last build is believed of a folder only if the checksums that lie there are those it wrote, so that
 * another folder, or an old copy of this one, is not taken for it. A file is believed unless a publishing that never
 * ended may have moved it, its size is another or it was written to since.
 */
export function standingSite(
  folder: string,
  { last, unfinished }: { readonly last: LastBuild | null; readonly unfinished: Journal },
): StandingSite {
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
  // Whoever does not wait for it does not want to hear of it.
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

/** Fewer files are looked at sooner than a thread is started. */
const FEW = 2000;

/** Those that are not there as they were made; looked at by a thread of its own where they are many. */
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
