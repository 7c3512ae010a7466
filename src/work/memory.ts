/**
 * What is remembered between builds: the record of the last one, in memory after it was read or made once, the store of
 * texts, and the journal of a publishing that may not have ended.
 */
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { clearJournal, type Journal, readJournal, writeJournal } from "../cache/journal.ts";
import {
  type LastBuild,
  loadLastBuild,
  prepareLastBuild,
  removeLastBuild,
  type Written,
} from "../cache/last-build.ts";
import type { OutputPath } from "../model/brands.ts";
import type { Diagnostic } from "../model/diagnostic.ts";

export interface Memory {
  /** `.warraq`. */
  readonly folder: string;
  readonly packs: string;
  /** The folder of what is dear to make: see cache/kept-files.ts. */
  readonly kept: string;
  readonly lock: string;
  readonly last: () => { readonly last: LastBuild | null; readonly diagnostics: readonly Diagnostic[] };
  /** A number that no pack has, nor any greater one. */
  readonly nextPack: () => number;
  /**
   * Writes the record of a build; what comes back makes it the one that counts, and drops what only the one before named.
   * @throws Error of the file system.
   */
  readonly prepare: (build: LastBuild) => () => void;
  /** Drops from the store what was put there since and no record names. */
  readonly discard: () => void;
  /** Throws away all that is remembered. */
  readonly forget: () => void;
  /** Notes, before the first file is moved, which files are about to. @throws Error of the file system. */
  readonly publishing: (paths: readonly OutputPath[]) => void;
  /** What a publishing that never ended may have moved. */
  readonly unfinished: () => Journal;
  /** The publishing has ended and is recorded. */
  readonly published: () => void;
}

/** Something kept for the next build is not what was written. It costs work and is said; the site is not touched by it. */
export const cacheDamaged = (name: string, what: string): Diagnostic => ({
  severity: "warning",
  code: "cache-damaged",
  file: name === "" ? ".warraq" : `.warraq/${name}`,
  message: `${what} was damaged, and was made again.`,
});

export function openMemory(folder: string): Memory {
  const packs = join(folder, "packs");
  const kept = join(folder, "kept");
  const record = join(folder, "last-build.jsonl");
  const journal = join(folder, "publishing.jsonl");
  let known: LastBuild | null | undefined;
  let written: Written | null = null;
  const packNumbers = (): number[] => {
    try {
      return readdirSync(packs).map((name) => Number.parseInt(name, 10));
    } catch {
      return [];
    }
  };
  const sweep = ({ sources, runs }: LastBuild): void => {
    const named = new Set<number>();
    for (const { parsed, card } of sources.values()) {
      if (parsed) named.add(parsed.pack);
      if (card) named.add(card.body.pack).add(card.terms.pack);
    }
    for (const stored of runs.values()) for (const { pack } of stored) named.add(pack);
    for (const pack of packNumbers())
      if (!named.has(pack)) rmSync(join(packs, `${pack}.pack`), { force: true });
  };
  return {
    folder,
    packs,
    kept,
    lock: join(folder, "lock"),
    last: () => {
      if (known !== undefined) return { last: known, diagnostics: [] };
      const loaded = loadLastBuild(record);
      known = loaded.last;
      if (loaded.last) written = loaded.written;
      if (loaded.last || loaded.why === "missing") return { last: known, diagnostics: [] };
      return { last: null, diagnostics: [cacheDamaged("last-build.jsonl", "The record of the last build")] };
    },
    nextPack: () => Math.max(0, ...packNumbers()) + 1,
    prepare: (build) => {
      const commit = prepareLastBuild(record, build, known && written ? { last: known, written } : null);
      return () => {
        written = commit();
        known = build;
        sweep(build);
      };
    },
    discard: () => {
      if (known) sweep(known);
    },
    forget: () => {
      known = null;
      written = null;
      removeLastBuild(record);
      for (const one of [packs, kept]) rmSync(one, { recursive: true, force: true });
    },
    publishing: (paths) => writeJournal(journal, paths),
    unfinished: () => readJournal(journal),
    published: () => clearJournal(journal),
  };
}
