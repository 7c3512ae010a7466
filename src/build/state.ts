/**
 * The state kept between builds: the record of the last one (in memory once it has been read or written), the store of
 * texts, and the journal of a publishing that may have been interrupted.
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

export interface BuildState {
  /** `.warraq`. */
  readonly folder: string;
  readonly packs: string;
  /** The folder of files that are slow to render: see cache/store/kept-files.ts. */
  readonly kept: string;
  readonly lock: string;
  /** Reads the record of the last build ahead of time, yielding to other work in between. */
  readonly recall: () => Promise<void>;
  /** Whether the record is long and not read yet. */
  readonly isFar: () => boolean;
  /** Reads the record until something else has ended, at most as far as `AHEAD` allows. */
  readonly recallUntil: (other: Promise<unknown>) => Promise<void>;
  readonly last: () => { readonly last: LastBuild | null; readonly diagnostics: readonly Diagnostic[] };
  /** Summary of the last published site; null where a publishing may have been interrupted. */
  readonly lastSite: () => { readonly site: LastSite | null; readonly diagnostics: readonly Diagnostic[] };
  /** Digest of names, sizes and times of the files of the record. */
  readonly recordFiles: () => Digest;
  /** Not kept where the disk is full. */
  readonly keepSite: (site: LastSite) => void;
  readonly forgetSite: () => void;
  /** Greater than the number of any pack. */
  readonly nextPack: () => number;
  /**
   * Writes the record of a build. The function returned puts it in force, and removes packs no longer named.
   * @throws Error of the file system.
   */
  readonly prepare: (build: LastBuild) => () => void;
  /** Removes packs written since that no record names. */
  readonly discard: () => void;
  /** Removes the whole state. */
  readonly forget: () => void;
  /** Writes a journal of the files to be moved, before the first is. @throws Error of the file system. */
  readonly publishing: (paths: readonly OutputPath[]) => void;
  /** What an interrupted publishing may have moved. */
  readonly unfinished: () => Journal;
  /** Called when a publishing has ended and is recorded. */
  readonly published: () => void;
}

/** Steps, of 80 to 180 KB each, that the record may be read ahead: in vain, if nothing has changed. */
const AHEAD = 512;
/** Bytes of a record of some 20,000 articles: scanning so many sources takes longer than starting a thread for it. */
const FAR = 20 * 1024 * 1024;

export function openBuildState(folder: string): BuildState {
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
  /** One step of reading the record; `known` is set after the last. */
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
        // The site is published and recorded: without this file, the next build merely has to check all of it.
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
