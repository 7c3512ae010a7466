/** Staged files → the site, a batch at a time. */
import type { OutputFolder } from "../output/output-folder.ts";
import { publish, type StagedFile } from "../output/publish.ts";

export interface PublishBatch {
  readonly output: OutputFolder;
  readonly files: readonly StagedFile[];
}

/** @throws Error of the file system. */
export function publishFiles({ output, files }: PublishBatch): void {
  publish(output, files);
}
