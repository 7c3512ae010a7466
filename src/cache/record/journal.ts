/**
 * The journal of a publication: the files it is about to move. Written before the first move, removed once the record of
 * the build is in place. While it exists, the last record may be wrong about these files.
 */
import { rmSync } from "node:fs";
import type { OutputPath } from "../../model/brands.ts";
import { readClosed, writeClosed } from "../store/closed-line.ts";

/** Null paths: the journal is damaged, so any file may have been moved. */
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
