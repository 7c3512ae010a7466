/** Staged files → the site, a batch at a time. */
import type { OutputFolder } from "../output/output-folder.ts";
import { type Move, publish } from "../output/publish.ts";

export interface PublishBatch {
  readonly output: OutputFolder;
  readonly moves: readonly Move[];
}

/** @throws Error of the file system. */
export const publishMoves = ({ output, moves }: PublishBatch): void => publish(output, moves);
