/**
 * What is remembered between builds: the record of the last one, in memory after it was read or made once, the store of
 * texts, and the journal of a publishing that may not have ended.
 */
import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { cacheDamaged } from "../cache/damaged.ts";
import { keyOf } from "../cache/keys/digest.ts";
import { clearJournal, type Journal, readJournal, writeJournal } from "../cache/record/journal.ts";
import { loadLastBuild, prepareLastBuild, removeLastBuild } from "../cache/record/last-build.ts";
import { type LastSite, readLastSite, removeLastSite, writeLastSite } from "../cache/record/last-site.ts";
import type { LastBuild, Written } from "../cache/record/records.ts";
import type { Digest, OutputPath } from "../model/brands.ts";
import type { Diagnostic } from "../model/diagnostic.ts";

export interface Memory {
  /** `.warraq`. */
  readonly folder: string;
  readonly packs: string;
  /** The folder of what is dear to make: see cache/store/kept-files.ts. */
  readonly kept: string;
  readonly lock: string;
  /** Reads the record of the last build beforehand, letting others have their turn. */
  readonly recall: () => Promise<void>;
  /** Whether it is still to be read, and long. */
  readonly isFar: () => boolean;
  /** Reads of its beginning what there is time for until something else has ended. */
  readonly recallUntil: (other: Promise<unknown>) => Promise<void>;
  readonly last: () => { readonly last: LastBuild | null; readonly diagnostics: readonly Diagnostic[] };
  /** What the last build left, in short; null where a publishing may not have ended. */
  readonly lastSite: () => { readonly site: LastSite | null; readonly diagnostics: readonly Diagnostic[] };
  /** Digest of names, sizes and times of the files of the record. */
  readonly recordFiles: () => Digest;
  /** Where there is no room for it, it is not kept. */
  readonly keepSite: (site: LastSite) => void;
  readonly forgetSite: () => void;
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
/** Steps of reading the record, of 80 to 180 KB each, that may turn out needless: nothing may have changed. */
const AHEAD = 512;
/** Bytes of a record of some 20,000 articles: looking at as many sources takes longer than starting a thread for it. */
const FAR = 20 * 1024 * 1024;

export function openMemory(folder: string): Memory {
  const packs = join(folder, "packs");
  const kept = join(folder, "kept");
  const record = join(folder, "last-build.jsonl");
  const journal = join(folder, "publishing.jsonl");
  const short = join(folder, "last-site.json");
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
    for (const { parsed, ...record } of sources.values()) {
      if (parsed) named.add(parsed.pack);
      const card = record.card ?? record.draft;
      if (card) for (const { pack } of [card.details, card.body, card.terms]) named.add(pack);
    }
    for (const stored of runs.values()) for (const { pack } of stored) named.add(pack);
    for (const pack of packNumbers())
      if (!named.has(pack)) rmSync(join(packs, `${pack}.pack`), { force: true });
  };
  let loading: ReturnType<typeof loadLastBuild> | undefined;
  const damages: Diagnostic[] = [];
  /** A step of reading the record; after the last one it is known what there is. */
  const readOn = (): void => {
    loading ??= loadLastBuild(record);
    const { done, value: loaded } = loading.next();
    if (!done) return;
    loading = undefined;
    known = loaded.last;
    if (loaded.last) written = loaded.written;
    else if (loaded.why === "damaged")
      damages.push(cacheDamaged("last-build.jsonl", "The record of the last build"));
  };
  const recallWhile = async (isTime: () => boolean): Promise<void> => {
    while (known === undefined && isTime()) {
      readOn();
      await setImmediate();
    }
  };
  return {
    folder,
    packs,
    kept,
    lock: join(folder, "lock"),
    recall: () => recallWhile(() => true),
    isFar: () => known === undefined && (statSync(record, { throwIfNoEntry: false })?.size ?? 0) > FAR,
    recallUntil: async (other) => {
      let ended = false;
      const end = (): void => {
        ended = true;
      };
      other.then(end, end);
      let steps = 0;
      await recallWhile(() => !ended && steps++ < AHEAD);
    },
    last: () => {
      while (known === undefined) readOn();
      return { last: known, diagnostics: damages.splice(0) };
    },
    lastSite: () => {
      const site = readLastSite(short);
      if (site === "damaged")
        return {
          site: null,
          diagnostics: [cacheDamaged("last-site.json", "What was told of the last site")],
        };
      return { site: readJournal(journal).paths?.size === 0 ? site : null, diagnostics: [] };
    },
    recordFiles: () => {
      const names = readdirSync(folder).filter((name) => /^last-build\.jsonl(?:\.\d+)?$/.test(name));
      const stamps = names.sort().map((name) => {
        const { size, mtimeMs } = statSync(join(folder, name));
        return [name, size, mtimeMs].join(" ");
      });
      return keyOf(stamps);
    },
    keepSite: (site) => {
      try {
        writeLastSite(short, site);
      } catch {
        // The site stands and is recorded: without this the next build looks through all of it.
        removeLastSite(short);
      }
    },
    forgetSite: () => removeLastSite(short),
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
      removeLastSite(short);
      removeLastBuild(record);
      for (const one of [packs, kept]) rmSync(one, { recursive: true, force: true });
    },
    publishing: (paths) => writeJournal(journal, paths),
    unfinished: () => readJournal(journal),
    published: () => clearJournal(journal),
  };
}
