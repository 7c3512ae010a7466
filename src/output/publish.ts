/**
 * Staged files → the site. Staging is laid out as the site is, so a folder that the site lacks is moved in one, with all
 * it holds. First every folder that will change is tried, so that what is full or forbidden is met while the site is still
 * the old one; then files and folders are renamed into place; then what is no longer part of it is removed, and the
 * folders left empty.
 */
import {
  accessSync,
  constants,
  mkdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { OutputPath } from "../model/brands.ts";
import type { OutputFolder } from "./output-folder.ts";

/** What is moved at once: a staged file, or a folder that the site has none of yet. Relative to both. */
export interface Move {
  readonly path: string;
  readonly folder: boolean;
}

const IN_THE_WAY: readonly string[] = ["EEXIST", "EISDIR", "ENOTDIR", "EPERM"];
const codeOf = (fault: unknown): string => (fault as NodeJS.ErrnoException).code ?? "";
const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Writes a file of the site into staging. @throws Error of the file system. */
export function stage(output: Pick<OutputFolder, "staging">, path: OutputPath, bytes: Uint8Array): void {
  const file = join(output.staging, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}

/** @param staged Files, sorted, so that those of one folder follow one another. */
export function movesOf(output: OutputFolder, staged: readonly OutputPath[]): readonly Move[] {
  const there = new Set<string>();
  const isThere = (folder: string): boolean => {
    if (there.has(folder)) return true;
    if (!isFolder(join(output.path, folder))) return false;
    there.add(folder);
    return true;
  };
  const moves: Move[] = [];
  let moved = "/";
  for (const path of staged) {
    if (path.startsWith(moved)) continue;
    const missing = foldersOf(path).find((folder) => !isThere(folder));
    moves.push(missing === undefined ? { path, folder: false } : { path: missing, folder: true });
    if (missing !== undefined) moved = `${missing}/`;
  }
  return moves;
}

/** `a/b/c` → `a`, `a/b`. */
export function foldersOf(path: string): readonly string[] {
  const folders: string[] = [];
  for (let at = path.indexOf("/"); at !== -1; at = path.indexOf("/", at + 1)) folders.push(path.slice(0, at));
  return folders;
}

/**
 * Tries that the folders of what is to be moved or removed can be changed, and gives each folder that is to be moved its
 * entry, since a rename into a folder that is there and empty needs no room.
 * @throws Error of the file system; nothing of the site has changed.
 */
export function makeRoom(
  output: OutputFolder,
  { moves, stale }: { readonly moves: readonly Move[]; readonly stale: readonly OutputPath[] },
): void {
  const tried = new Set<string>();
  const tryFolder = (path: string): void => {
    const folder = dirname(join(output.path, path));
    if (tried.has(folder)) return;
    tried.add(folder);
    if (isFolder(folder)) accessSync(folder, constants.W_OK);
  };
  for (const path of stale) tryFolder(path);
  for (const { path, folder } of moves) {
    tryFolder(path);
    if (!folder) continue;
    try {
      mkdirSync(join(output.path, path));
    } catch (fault) {
      // A file stands in the way; it goes when the others move.
      if (codeOf(fault) !== "EEXIST") throw fault;
    }
  }
}

/** @throws Error of the file system. Each file is there whole before and after, whatever happens between. */
export function publish(output: OutputFolder, moves: readonly Move[]): void {
  for (const { path, folder } of moves) {
    const from = join(output.staging, path);
    const target = join(output.path, path);
    try {
      renameSync(from, target);
    } catch (fault) {
      if (!IN_THE_WAY.includes(codeOf(fault))) throw fault;
      // A system that renames nothing onto a folder, empty as it is; or else what stands there is stale by now: an old
      // page of that name was a file where a folder must be, or a folder where a file must be.
      if (folder && isFolder(target)) rmdirSync(target);
      else rmSync(target, { recursive: true });
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
  // Both are as they should be; to look at that again takes as long as a tenth of the call.
  const found = statSync(`${output}/${file.path}`, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size === file.size && found.mtimeMs <= made;
}
