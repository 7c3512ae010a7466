/** Staged files → the site: the checksums of all files are made last, everything is moved into place, stale files go. */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { LastBuild, PageRecord } from "../cache/last-build.ts";
import { type OutputPath, outputPath } from "../model/brands.ts";
import { checksumsText, publishedPaths } from "../output/checksums.ts";
import { CHECKSUMS, type OutputFolder } from "../output/output-folder.ts";
import { isThere, prune, type StagedFile } from "../output/publish.ts";
import type { Crew } from "./crew.ts";
import type { Memory } from "./memory.ts";
import type { RenderedSite } from "./render-site.ts";

export interface PublishRequest {
  readonly output: OutputFolder;
  readonly rendered: RenderedSite;
  readonly memory: Memory;
  readonly last: LastBuild | null;
}
export interface PublishedSite {
  readonly pages: ReadonlyMap<OutputPath, PageRecord>;
  readonly written: readonly OutputPath[];
  readonly removed: readonly OutputPath[];
}

const BATCH = 512;

/** @throws Error of the file system. */
export async function publishSite(
  crew: Crew,
  { output, rendered, memory, last }: PublishRequest,
): Promise<PublishedSite> {
  const checksums = stageChecksums(rendered, { output, last });
  const pages = new Map([...rendered.pages, [checksums.path, checksums.record]]);
  const staged = checksums.staged ? [...rendered.staged, checksums.staged] : [...rendered.staged];
  staged.sort((a, b) => (a.path < b.path ? -1 : 1));

  const current = new Set([...pages.values()].flatMap(({ files }) => files.map(({ path }) => path)));
  const before = last
    ? [...last.pages.values()].flatMap(({ files }) => files.map(({ path }) => path))
    : publishedPaths(output.path);
  const stale = new Set([...before, ...memory.unfinished()].filter((path) => !current.has(path)));
  const known = new Set(before);
  memory.publishing([
    ...memory.unfinished(),
    ...staged.map(({ path }) => path).filter((path) => !known.has(path)),
  ]);

  const batches = (function* () {
    for (let i = 0; i < staged.length; i += BATCH) yield { output, files: staged.slice(i, i + BATCH) };
  })();
  await crew.run("publishFiles", { batches, inputs: staged.length }, () => {});
  return { pages, written: staged.map(({ path }) => path), removed: prune(output, stale) };
}

interface Checksums {
  readonly path: OutputPath;
  readonly record: PageRecord;
  readonly staged: StagedFile | null;
}

function stageChecksums(
  { pages }: RenderedSite,
  { output, last }: { readonly output: OutputFolder; readonly last: LastBuild | null },
): Checksums {
  const path = outputPath(CHECKSUMS);
  const bytes = Buffer.from(checksumsText([...pages.values()].flatMap(({ files }) => files)));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const record = { key: sha256, files: [{ path, sha256, size: bytes.length }] };
  if (last?.pages.get(path)?.key === sha256 && isThere(output.path, path, bytes.length))
    return { path, record, staged: null };
  writeFileSync(join(output.staging, "checksums"), bytes);
  return { path, record, staged: { staged: "checksums", path } };
}
