/**
 * Which files a publishing is about to move: written before the first is moved, removed when the record of the build
 * stands. While it is there, what the last record says of these files may be true of them or not.
 */
import { rmSync } from "node:fs";
import type { OutputPath } from "../../model/brands.ts";
import { readClosed, writeClosed } from "../store/closed-line.ts";

/** Null paths: the journal is there and is not what was written, so that any file may have been moved. */
export interface Journal {
  readonly paths: ReadonlySet<OutputPath> | null;
}

/** @throws Error of the file system when the disk is full or the folder cannot be written. */
export const writeJournal = (file: string, paths: readonly OutputPath[]): void => writeClosed(file, paths);

export function readJournal(file: string): Journal {
  const read = readClosed(file);
  if (read === "damaged") return { paths: null };
  return { paths: new Set((read?.value ?? []) as OutputPath[]) };
}

export const clearJournal = (file: string): void => rmSync(file, { force: true });
