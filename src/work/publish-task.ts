/** Staged files → the site, a batch at a time. */
import type { OutputPath } from "../model/brands.ts";
import type { OutputFolder } from "../output/output-folder.ts";
import { makeRoom, publish, type StagedFile } from "../output/publish.ts";

export interface RoomBatch {
  readonly output: OutputFolder;
  readonly paths: readonly OutputPath[];
}
export interface PublishBatch {
  readonly output: OutputFolder;
  readonly files: readonly StagedFile[];
}

/** @throws Error of the file system. */
export const makeRoomFor = ({ output, paths }: RoomBatch): void => makeRoom(output, paths);

/** @throws Error of the file system. */
export const publishFiles = ({ output, files }: PublishBatch): void => publish(output, files);
