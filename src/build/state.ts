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

/** Steps, of 80 to 180 KB each, that the record may be read ahead: in vain, if nothing has changed. */
const AHEAD = 512;
/** Bytes of a record of some 20,000 articles: scanning so many sources takes longer than starting a thread for it. */
const FAR = 20 * 1024 * 1024;

export class BuildState {
  /** `.warraq`. */
  readonly folder: string;
  readonly packs: string;
  /** The folder of files that are slow to render: see cache/store/kept-files.ts. */
  readonly kept: string;
  readonly lock: string;
  readonly #record: string;
  readonly #journal: string;
  readonly #site: string;
  /** Undefined until the record has been read; null where there is none. */
  #known: LastBuild | null | undefined;
  #written: Written | null = null;
  #loading: ReturnType<typeof loadLastBuild> | undefined;
  #damages: Diagnostic[] = [];

  constructor(folder: string) {
    this.folder = folder;
    this.packs = join(folder, "packs");
    this.kept = join(folder, "kept");
    this.lock = join(folder, "lock");
    this.#record = join(folder, "last-build.jsonl");
    this.#journal = join(folder, "publishing.jsonl");
    this.#site = join(folder, "last-site.json");
  }

  /** Reads the record of the last build ahead of time, yielding to other work in between. */
  recall(): Promise<void> {
    return this.#recallWhile(() => true);
  }

  /** Reads the record until something else has ended, at most as far as `AHEAD` allows. */
  async recallUntil(other: Promise<unknown>): Promise<void> {
    let ended = false;
    const end = (): void => {
      ended = true;
    };
    other.then(end, end);
    let steps = 0;
    await this.#recallWhile(() => !ended && steps++ < AHEAD);
  }

  /** Whether the record is long and not read yet. */
  isFar(): boolean {
    return this.#known === undefined && (statSync(this.#record, { throwIfNoEntry: false })?.size ?? 0) > FAR;
  }

  last(): { readonly last: LastBuild | null; readonly diagnostics: readonly Diagnostic[] } {
    while (this.#known === undefined) this.#readOn();
    return { last: this.#known, diagnostics: this.#damages.splice(0) };
  }

  /** Summary of the last published site; null where a publishing may have been interrupted. */
  lastSite(): { readonly site: LastSite | null; readonly diagnostics: readonly Diagnostic[] } {
    const site = readLastSite(this.#site);
    if (site === "damaged")
      return {
        site: null,
        diagnostics: [cacheDamaged("last-site.json")],
      };
    return { site: this.unfinished().paths?.size === 0 ? site : null, diagnostics: [] };
  }

  /** Not kept where the disk is full. */
  keepSite(site: LastSite): void {
    try {
      writeLastSite(this.#site, site);
    } catch {
      // The site is published and recorded: without this file, the next build merely has to check all of it.
      this.forgetSite();
    }
  }

  forgetSite(): void {
    removeLastSite(this.#site);
  }

  /** Digest of names, sizes and times of the files of the record. */
  recordFiles(): Digest {
    const names = readdirSync(this.folder).filter((name) => /^last-build\.jsonl(?:\.\d+)?$/.test(name));
    const stamps = names.sort().map((name) => {
      const { size, mtimeMs } = statSync(join(this.folder, name));
      return [name, size, mtimeMs].join(" ");
    });
    return keyOf(stamps);
  }

  /** Greater than the number of any pack. */
  nextPack(): number {
    return Math.max(0, ...this.#packNumbers()) + 1;
  }

  /**
   * Writes the record of a build. The function returned puts it in force, and removes packs no longer named.
   * @throws Error of the file system.
   */
  prepare(build: LastBuild): () => void {
    const before = this.#known && this.#written ? { last: this.#known, written: this.#written } : null;
    const commit = prepareLastBuild(this.#record, build, before);
    return () => {
      this.#written = commit();
      this.#known = build;
      this.discard();
    };
  }

  /** Removes packs that the record, if it has been read, does not name. */
  discard(): void {
    if (!this.#known) return;
    const { sources, runs } = this.#known;
    const named = new Set<number>();
    for (const { parsed, ...record } of sources.values()) {
      if (parsed) named.add(parsed.pack);
      const card = record.card ?? record.draft;
      if (card) for (const { pack } of [card.details, card.body, card.terms]) named.add(pack);
    }
    for (const stored of runs.values()) for (const { pack } of stored) named.add(pack);
    for (const pack of this.#packNumbers())
      if (!named.has(pack)) rmSync(join(this.packs, `${pack}.pack`), { force: true });
  }

  /** Removes the whole state. */
  forget(): void {
    this.#known = null;
    this.#written = null;
    this.forgetSite();
    removeLastBuild(this.#record);
    for (const one of [this.packs, this.kept]) rmSync(one, { recursive: true, force: true });
  }

  /** Writes a journal of the files to be moved, before the first is. @throws Error of the file system. */
  publishing(paths: readonly OutputPath[]): void {
    writeJournal(this.#journal, paths);
  }

  /** What an interrupted publishing may have moved. */
  unfinished(): Journal {
    return readJournal(this.#journal);
  }

  /** Called when a publishing has ended and is recorded. */
  published(): void {
    clearJournal(this.#journal);
  }

  #packNumbers(): number[] {
    try {
      return readdirSync(this.packs).map((name) => Number.parseInt(name, 10));
    } catch {
      return [];
    }
  }

  async #recallWhile(isTime: () => boolean): Promise<void> {
    while (this.#known === undefined && isTime()) {
      this.#readOn();
      await setImmediate();
    }
  }

  /** One step of reading the record, which is known after the last. */
  #readOn(): void {
    this.#loading ??= loadLastBuild(this.#record);
    const { done, value: loaded } = this.#loading.next();
    if (!done) return;
    this.#loading = undefined;
    this.#known = loaded.last;
    if (loaded.last) this.#written = loaded.written;
    else if (loaded.why === "damaged") this.#damages.push(cacheDamaged("last-build.jsonl"));
  }
}
