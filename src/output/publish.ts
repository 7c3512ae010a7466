/**
 * Staged files → the site. First all folders are made and every folder that will change is tried, so that what is full or
 * forbidden is met while the site is still the old one; then files are renamed into place; then what is no longer part of
 * it is removed, and the folders left empty.
 */
import { accessSync, constants, mkdirSync, renameSync, rmdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { OutputPath } from "../model/brands.ts";
import type { OutputFolder } from "./output-folder.ts";

/** A file made whole: where it waits, relative to staging, and where it belongs. */
export interface StagedFile {
  readonly staged: string;
  readonly path: OutputPath;
}

const codeOf = (fault: unknown): string => (fault as NodeJS.ErrnoException).code ?? "";

/**
 * Makes the folders of files that are to be moved or removed, and tries that they can be.
 * @throws Error of the file system; nothing of the site has changed.
 */
export function makeRoom(output: OutputFolder, paths: readonly OutputPath[]): void {
  let last = "";
  for (const path of paths) {
    const folder = dirname(join(output.path, path));
    if (folder === last) continue;
    last = folder;
    try {
      if (mkdirSync(folder, { recursive: true }) === undefined) accessSync(folder, constants.W_OK);
    } catch (fault) {
      // A file stands in the way; it goes when the others move.
      if (!["EEXIST", "ENOTDIR"].includes(codeOf(fault))) throw fault;
    }
  }
}

/** What stands where a file or its folder must is stale by now: an old page of that name was the other of the two. */
function makeWay(target: string, root: string): void {
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory()) rmSync(target, { recursive: true });
  for (let step = dirname(target); step.length > root.length; step = dirname(step))
    if (statSync(step, { throwIfNoEntry: false })?.isFile()) rmSync(step);
  mkdirSync(dirname(target), { recursive: true });
}

/** @throws Error of the file system. Each file is there whole before and after, whatever happens between. */
export function publish(output: OutputFolder, files: readonly StagedFile[]): void {
  for (const { staged, path } of files) {
    const from = join(output.staging, staged);
    const target = join(output.path, path);
    try {
      renameSync(from, target);
    } catch (fault) {
      if (!["EISDIR", "ENOENT", "ENOTDIR"].includes(codeOf(fault))) throw fault;
      makeWay(target, output.path);
      renameSync(from, target);
    }
  }
}

/** Removes files of an earlier build, and the folders they leave empty. Returns those that were there. */
export function prune(output: OutputFolder, stale: Iterable<OutputPath>): OutputPath[] {
  const removed: OutputPath[] = [];
  const folders = new Set<string>();
  for (const path of stale) {
    const target = join(output.path, path);
    if (statSync(target, { throwIfNoEntry: false })?.isFile()) {
      rmSync(target);
      removed.push(path);
    }
    for (let folder = dirname(target); folder.length > output.path.length; folder = dirname(folder))
      folders.add(folder);
  }
  for (const folder of [...folders].sort((a, b) => b.length - a.length)) {
    try {
      rmdirSync(folder);
    } catch {
      // It holds something yet.
    }
  }
  return removed;
}

/**
 * Whether a file of the site is there as it was made: of that many bytes, and not written to since.
 * @param made When the site's files had been made, in milliseconds.
 */
export function isThere(output: string, file: { path: OutputPath; size: number }, made: number): boolean {
  const found = statSync(join(output, file.path), { throwIfNoEntry: false });
  return found?.isFile() === true && found.size === file.size && found.mtimeMs <= made;
}
