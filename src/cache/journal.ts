/**
 * Which files a publishing is about to move: written before the first is moved, removed when the record of the build
 * stands. While it is there, what the last record says of these files may be true of them or not. One JSON list, closed
 * by the digest of the line before it, put in place by rename.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { OutputPath } from "../model/brands.ts";
import { digestOf } from "./digest.ts";

/** Null paths: the journal is there and is not what was written, so that any file may have been moved. */
export interface Journal {
  readonly paths: ReadonlySet<OutputPath> | null;
}

const closed = (line: string): string => `${line}\n${digestOf(line)}\n`;

/** @throws Error of the file system when the disk is full or the folder cannot be written. */
export function writeJournal(file: string, paths: readonly OutputPath[]): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, closed(JSON.stringify(paths)));
  renameSync(`${file}.new`, file);
}

export function readJournal(file: string): Journal {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return { paths: new Set() };
  }
  const [line = ""] = text.split("\n");
  if (text !== closed(line)) return { paths: null };
  return { paths: new Set(JSON.parse(line) as OutputPath[]) };
}

export const clearJournal = (file: string): void => rmSync(file, { force: true });
