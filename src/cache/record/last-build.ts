/**
 * What the last build knew: its sources with their cards, its files with their keys. A file of JSON lines under `.warraq/`,
 * and beside it small ones with what later builds changed of it, each of which names the seal of the one before. Each is
 * written last and put in place by rename: a crash costs work, never truth, and a truncated or garbled file reads as no
 * last build at all.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import type { Digest } from "../../model/brands.ts";
import { fingerprint } from "../keys/fingerprint.ts";
import { readSealed, SealBroken, writeSealed } from "../store/sealed-lines.ts";
import { allLines, type Head, LineTaker, newLines, type Tables } from "./last-build-lines.ts";
import type { LastBuild, Written } from "./records.ts";

/** `missing` on a first build; `damaged` when the file is there and is not what was written. */
export type Loaded =
  | { readonly last: LastBuild; readonly written: Written }
  | { readonly last: null; readonly why: "missing" | "damaged" };

const writer = (): Digest => fingerprint("record");

/** Past so many files the record is written whole. */
const MOST_ADDITIONS = 100;

const additionOf = (path: string, number: number): string => `${path}.${number}`;

/**
 * Takes the lines of one file into the tables; null when it was not written after the file with that seal.
 * @throws SealBroken and others when it is damaged.
 */
function* take(
  file: string,
  after: string | null,
  tables: Tables,
): Generator<void, { head: Head; seal: string } | null> {
  const lines = readSealed(file);
  const taker = new LineTaker(tables);
  let head: Head | undefined;
  // Told only once the seal is known to be whole: what is damaged is not another's.
  let others = false;
  try {
    for (let next = lines.next(); ; next = lines.next()) {
      if (next.done && others) return null;
      if (next.done && head) return { head, seal: next.value };
      if (next.done) throw new SealBroken(`${file} has no head`);
      if (others) continue;
      const first = taker.take(next.value);
      if (first && (first[1].after !== after || first[1].writer !== writer())) others = true;
      else if (first) head = first[2];
      yield;
    }
  } finally {
    lines.return("");
  }
}

/**
 * Never throws for what the files hold: a damaged one is said to be damaged, another program's is none. It is loaded some
 * megabytes at each step, so that who has other things to do can do them between.
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
      // Left by an earlier record, which this one has taken the place of.
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
 * Writes the record beside the one that stands, or what of it is new. What comes back puts it in place, which takes no room
 * on the disk, and says what lies there then.
 * @param standing The record that stands and what lies on the disk of it, where they are known.
 * @throws Error of the file system when the disk is full or the folder cannot be written.
 */
export function prepareLastBuild(
  path: string,
  build: LastBuild,
  standing: { readonly last: LastBuild; readonly written: Written } | null,
): () => Written {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.new`;
  const lines =
    standing && standing.written.additions < MOST_ADDITIONS
      ? newLines(build, { ...standing, program: writer() })
      : null;
  if (standing && lines) {
    const additions = standing.written.additions + 1;
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

/** Forgets it. */
export function removeLastBuild(path: string): void {
  rmSync(path, { force: true });
  for (let number = 1; existsSync(additionOf(path, number)); number++) rmSync(additionOf(path, number));
}
