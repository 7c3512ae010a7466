/**
 * Loads and stores the record of the last build: its sources with their cards, its pages with their keys. It is a file of
 * JSON lines under `.warraq/`, followed by small files of later changes, each of which names the seal of the one before.
 * Each file is renamed into place once complete: a crash loses work but never leaves a wrong record, and a truncated or
 * altered file reads as no last build.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import type { Digest } from "../../model/brands.ts";
import { fingerprint } from "../keys/fingerprint.ts";
import { readSealed, SealBroken, writeSealed } from "../store/sealed-lines.ts";
import { allLines, type Head, LineTaker, newLines, type Tables } from "./last-build-lines.ts";
import type { LastBuild, Written } from "./records.ts";

/** `missing` on a first build, and for a record of another program; `damaged` when a file is not what was written. */
export type Loaded =
  | { readonly last: LastBuild; readonly written: Written }
  | { readonly last: null; readonly why: "missing" | "damaged" };

const writer = (): Digest => fingerprint("record");

/** After this many files of changes the record is written whole. */
const MOST_ADDITIONS = 100;

const additionOf = (path: string, number: number): string => `${path}.${number}`;

/**
 * Reads the lines of one file into the tables, yielding after each; null when this program did not write it after the
 * file with that seal.
 * @throws SealBroken and other errors when it is damaged.
 */
function* take(
  file: string,
  after: string | null,
  tables: Tables,
): Generator<void, { head: Head; seal: string } | null> {
  const lines = readSealed(file);
  const taker = new LineTaker(tables);
  let head: Head | undefined;
  // Returned only once the seal was checked: a damaged file must be reported as damaged, not as another program's.
  let isForeign = false;
  try {
    for (let next = lines.next(); ; next = lines.next()) {
      if (next.done && isForeign) return null;
      if (next.done && head) return { head, seal: next.value };
      if (next.done) throw new SealBroken(`${file} has no head`);
      if (isForeign) continue;
      const first = taker.take(next.value);
      if (first && (first[1].after !== after || first[1].writer !== writer())) isForeign = true;
      else if (first) head = first[2];
      yield;
    }
  } finally {
    lines.return("");
  }
}

/**
 * Loads the record. Never throws for the content of the files: damage is returned as `damaged`, another program's record
 * as `missing`. A generator, so that the caller can do other work between the lines.
 */
export function* loadLastBuild(path: string): Generator<void, Loaded> {
  if (!existsSync(path)) return { last: null, why: "missing" };
  const tables: Tables = { source: new Map(), picture: new Map(), page: new Map(), run: new Map() };
  try {
    let newest = yield* take(path, null, tables);
    if (!newest) return { last: null, why: "missing" };
    let additions = 0;
    for (; existsSync(additionOf(path, additions + 1)); additions++) {
      const added: NonNullable<typeof newest> | null = yield* take(
        additionOf(path, additions + 1),
        newest.seal,
        tables,
      );
      // Left over from an earlier record that this one has replaced.
      if (!added) break;
      newest = added;
    }
    const { head, seal } = newest;
    const { source, picture, page, run } = tables;
    const last = {
      ...head,
      sources: source,
      pictures: picture,
      pages: page,
      runs: run,
    } as unknown as LastBuild;
    return { last, written: { seal, additions } };
  } catch {
    return { last: null, why: "damaged" };
  }
}

/**
 * Writes the record, or only its changes, to a temporary file. The returned function renames it into place, which needs
 * no disk space, and returns what is then on disk.
 * @param current The record on disk, where it is known.
 * @throws Error of the file system when the disk is full or the folder cannot be written.
 */
export function prepareLastBuild(
  path: string,
  build: LastBuild,
  current: { readonly last: LastBuild; readonly written: Written } | null,
): () => Written {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.new`;
  const lines =
    current && current.written.additions < MOST_ADDITIONS
      ? newLines(build, { ...current, program: writer() })
      : null;
  if (current && lines) {
    const additions = current.written.additions + 1;
    const seal = writeSealed(temporary, lines);
    return () => {
      renameSync(temporary, additionOf(path, additions));
      return { seal, additions };
    };
  }
  const seal = writeSealed(temporary, allLines(build, writer()));
  return () => {
    renameSync(temporary, path);
    for (let number = 1; existsSync(additionOf(path, number)); number++) rmSync(additionOf(path, number));
    return { seal, additions: 0 };
  };
}

export function removeLastBuild(path: string): void {
  rmSync(path, { force: true });
  for (let number = 1; existsSync(additionOf(path, number)); number++) rmSync(additionOf(path, number));
}
