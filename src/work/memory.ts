/**
 * What is remembered between builds: the record of the last one, in memory after it was read or made once, the store of
 * texts, and the journal of a publishing that may not have ended.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type LastBuild, loadLastBuild, saveLastBuild } from "../cache/last-build.ts";
import type { OutputPath } from "../model/brands.ts";
import type { Diagnostic } from "../model/diagnostic.ts";

export interface Memory {
  /** `.warraq`. */
  readonly folder: string;
  readonly packs: string;
  readonly lock: string;
  readonly last: () => { readonly last: LastBuild | null; readonly diagnostics: readonly Diagnostic[] };
  /** A number that no pack has, nor any greater one. */
  readonly nextPack: () => number;
  /** @throws Error of the file system. */
  readonly save: (build: LastBuild) => void;
  /** Throws away all that is remembered. */
  readonly forget: () => void;
  /** Notes, before the first file is moved, which new files are about to appear. */
  readonly publishing: (paths: readonly OutputPath[]) => void;
  /** Files that a publishing which never ended may have left. */
  readonly unfinished: () => readonly OutputPath[];
  /** The publishing has ended and is recorded. */
  readonly published: () => void;
}

const damaged: Diagnostic = {
  severity: "warning",
  code: "cache-damaged",
  file: ".warraq/last-build.jsonl",
  message: "The record of the last build was damaged; everything is done again.",
};

export function openMemory(folder: string): Memory {
  const packs = join(folder, "packs");
  const record = join(folder, "last-build.jsonl");
  const journal = join(folder, "publishing.json");
  let known: LastBuild | null | undefined;
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
    lock: join(folder, "lock"),
    last: () => {
      if (known !== undefined) return { last: known, diagnostics: [] };
      const loaded = loadLastBuild(record);
      known = loaded.last;
      if (loaded.last || loaded.why === "missing") return { last: known, diagnostics: [] };
      return { last: null, diagnostics: [damaged] };
    },
    nextPack: () => Math.max(0, ...packNumbers()) + 1,
    save: (build) => {
      saveLastBuild(record, build);
      known = build;
      sweep(build);
    },
    forget: () => {
      known = null;
      rmSync(record, { force: true });
      rmSync(packs, { recursive: true, force: true });
    },
    publishing: (paths) => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(journal, JSON.stringify(paths));
    },
    unfinished: () => {
      try {
        return JSON.parse(readFileSync(journal, "utf8")) as OutputPath[];
      } catch {
        return [];
      }
    },
    published: () => rmSync(journal, { force: true }),
  };
}
