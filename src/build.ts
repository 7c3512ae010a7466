/**
 * The pipeline on one screen: discover → read → arrange → plan → render → write. It composes the rooms and owns no logic
 * of theirs. There is one path: a first build, a tenth, and a rebuild while editing differ only in what is remembered.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { arrange } from "./archive/arrange.ts";
import { settleAddresses } from "./archive/settle-addresses.ts";
import { digestOf, keyOf } from "./cache/digest.ts";
import { takeLock } from "./cache/lock.ts";
import { roomsDigest } from "./cache/rooms.ts";
import { scan } from "./content/scan.ts";
import type { OutputPath } from "./model/brands.ts";
import { type Diagnostic, inOrder } from "./model/diagnostic.ts";
import type { Site } from "./model/site.ts";
import { openOutput } from "./output/output-folder.ts";
import { scanPublic } from "./output/public-files.ts";
import { loadTemplates } from "./render/templates.ts";
import { loadSite } from "./site/load-site.ts";
import { Crew } from "./work/crew.ts";
import { indexArchive } from "./work/index-archive.ts";
import { type Memory, openMemory } from "./work/memory.ts";
import { publishSite } from "./work/publish-site.ts";
import { readArchive } from "./work/read-archive.ts";
import { relateArchive } from "./work/relate-archive.ts";
import { renderSite } from "./work/render-site.ts";
import { planSite } from "./work/site-plan.ts";
import { type Progress, type StageName, stageClock } from "./work/stages.ts";

export interface BuildOptions {
  /** Absolute: the folder that holds content/, and templates/ and public/ if there are any. */
  readonly root: string;
  /** Absolute: the folder the site goes to, and what to call it in messages. */
  readonly out: string;
  readonly outName: string;
  /** Our own templates, absolute; those of the root come before them. */
  readonly templates: string;
  /** Where the cache lies; `.warraq` in the root when left out. */
  readonly cache?: string;
  readonly keepGoing: boolean;
  /** Reads and checks everything, and publishes nothing. */
  readonly checkOnly?: boolean;
  readonly workers?: number;
  readonly onProgress?: (progress: Progress) => void;
}
export interface BuildReport {
  /** False when anything is in error, whether or not a site was published. */
  readonly ok: boolean;
  readonly published: boolean;
  /** Sorted: errors first, then by file and place. */
  readonly diagnostics: readonly Diagnostic[];
  readonly articles: number;
  readonly pages: number;
  readonly written: readonly OutputPath[];
  readonly removed: readonly OutputPath[];
  readonly seconds: number;
  readonly stages: readonly { readonly name: StageName; readonly seconds: number }[];
}

const NOTHING = { published: false, articles: 0, pages: 0, written: [], removed: [] } as const;
type Result = Omit<BuildReport, "ok" | "seconds" | "stages">;
const isError = ({ severity }: Diagnostic): boolean => severity === "error";

/** Builds again and again on one root, remembering in memory what the disk would tell it. `close` ends its threads. */
export class Builder {
  readonly #options: BuildOptions;
  readonly #memory: Memory;
  readonly #crew: Crew;

  constructor(options: BuildOptions) {
    this.#options = options;
    this.#memory = openMemory(options.cache ?? join(options.root, ".warraq"));
    this.#crew = new Crew(this.#memory.packs, options.workers);
  }

  /** Never throws for what an editor can mend: that is in the report. */
  async build(): Promise<BuildReport> {
    const start = performance.now();
    const stages = stageClock();
    const result = await this.#locked(() => this.#steps(stages.begin));
    const diagnostics = inOrder(result.diagnostics);
    const seconds = (performance.now() - start) / 1000;
    return { ...result, diagnostics, ok: !diagnostics.some(isError), seconds, stages: stages.end() };
  }

  async close(): Promise<void> {
    await this.#crew.close();
  }

  async #locked(steps: () => Promise<Result>): Promise<Result> {
    try {
      const lock = takeLock(this.#memory.lock);
      if ("heldBy" in lock) return { ...NOTHING, diagnostics: [busy(lock.heldBy)] };
      try {
        return await steps();
      } catch (fault) {
        if (!(fault instanceof Error) || fault.name !== "StoreDamaged") throw fault;
        await this.#crew.close();
        this.#memory.forget();
        const again = await steps();
        return { ...again, diagnostics: [...again.diagnostics, damaged()] };
      } finally {
        lock.release();
      }
    } catch (fault) {
      const known = diskFault(fault);
      if (!known) throw fault;
      return { ...NOTHING, diagnostics: [known] };
    }
  }

  async #steps(begin: (stage: StageName) => void): Promise<Result> {
    const { root, out, outName, keepGoing } = this.#options;
    const progress = (stage: StageName) => (done: number, total: number) =>
      this.#options.onProgress?.({ stage, done, total });
    begin("scan");
    const scanned = Date.now();
    const { last, diagnostics: remembered } = this.#memory.last();
    const content = { folder: join(root, "content"), name: "content" };
    const sources = scan(content.folder);
    const settings = sources.value?.settings ? readFileSync(join(content.folder, "site.yaml"), "utf8") : null;
    const site = loadSite(settings, "content/site.yaml");
    const templates = loadTemplates([join(root, "templates"), this.#options.templates]);
    const { compileTemplates } = await import("./render/renderer.ts");
    const compiled = templates.value ? compileTemplates(templates.value.data).diagnostics : [];
    const publicFiles = scanPublic(join(root, "public"), "public");
    const found = [sources, site, templates, publicFiles]
      .flatMap(({ diagnostics }) => diagnostics)
      .concat(remembered, compiled);
    if (!sources.value || !site.value || !templates.value || !publicFiles.value)
      return { ...NOTHING, diagnostics: found };

    begin("read");
    const parseKey = keyOf([roomsDigest(["model", "arabic", "content", "parse"])]);
    const placeKey = keyOf([parseKey, placing(site.value)]);
    const { records, vectors } = await readArchive(this.#crew, {
      articles: sources.value.articles,
      sidecars: sources.value.sidecars,
      last,
      sameParser: last?.parseKey === parseKey,
      samePlacing: last?.placeKey === placeKey,
      content,
      site: site.value,
      firstPack: this.#memory.nextPack(),
      onProgress: progress("read"),
    });
    const sound = [...records.values()].filter(({ diagnostics }) => !diagnostics.some(isError));
    const settled = settleAddresses(
      sound.flatMap(({ card }) => card ?? []),
      digestOf,
    );
    const faults = [
      ...found,
      ...[...records.values()].flatMap(({ diagnostics }) => diagnostics),
      ...settled.diagnostics,
    ];
    const kept = { pages: last?.pages ?? new Map(), runs: last?.runs ?? new Map() };
    if (this.#options.checkOnly) {
      this.#memory.save({ scanned, parseKey, placeKey, sources: records, ...kept });
      return { ...NOTHING, articles: settled.value?.length ?? 0, diagnostics: faults };
    }
    const output = openOutput(out, this.#memory.folder, outName);
    faults.push(...output.diagnostics);
    const current = { scanned, parseKey, placeKey, sources: records };
    if (!output.value || (faults.some(isError) && !keepGoing)) {
      this.#memory.save({ ...current, ...kept });
      return { ...NOTHING, diagnostics: faults };
    }

    begin("relate");
    const cards = settled.value ?? [];
    const relatedTo = await relateArchive({
      ...{ cards, links: site.value.related, fresh: vectors, keep: true },
      ...{ folder: this.#memory.folder, packs: this.#memory.packs },
      ...{ crew: this.#crew, onProgress: progress("relate") },
    });
    begin("index");
    const archive = arrange(cards, site.value, relatedTo);
    const search = await indexArchive(this.#crew, {
      archive,
      last,
      firstPack: this.#memory.nextPack(),
      onProgress: progress("index"),
    });
    begin("plan");
    const planned = planSite(archive, {
      search,
      site: site.value,
      templates: templates.value,
      publicFiles: publicFiles.value,
    });

    begin("render");
    const rendered = await renderSite(this.#crew, {
      ...planned,
      last,
      output: output.value,
      onProgress: progress("render"),
    });
    faults.push(...rendered.diagnostics);
    if (rendered.diagnostics.some(isError)) {
      this.#memory.save({ ...current, ...kept });
      return { ...NOTHING, diagnostics: faults };
    }

    begin("publish");
    const published = await publishSite(this.#crew, {
      output: output.value,
      rendered,
      memory: this.#memory,
      last,
    });
    begin("save");
    this.#memory.save({ ...current, pages: published.pages, runs: search.stored });
    this.#memory.published();
    return {
      published: true,
      diagnostics: faults,
      articles: cards.filter((card) => !card.standing).length,
      pages: published.pages.size,
      written: published.written,
      removed: published.removed,
    };
  }
}

/** The settings that placing an article reads. */
const placing = ({ locale, slugs, sections }: Site): string =>
  JSON.stringify([locale.timeZone, slugs, sections]);

const busy = (pid: number): Diagnostic => ({
  severity: "error",
  code: "build-running",
  file: ".warraq/lock",
  message: `Another build of this archive is running (process ${pid}).`,
  hint: "Wait until it has ended, then build again.",
});
const damaged = (): Diagnostic => ({
  severity: "warning",
  code: "cache-damaged",
  file: ".warraq",
  message: "The cache of earlier builds was damaged; it was thrown away and everything was done again.",
});

/** What the file system refused, as something a person can mend; null for a fault of our own. */
function diskFault(fault: unknown): Diagnostic | null {
  const { code, path, message } = fault as NodeJS.ErrnoException;
  const hints: Readonly<Record<string, string>> = {
    ENOSPC: "The disk is full. Free some space and build again; the old site is as it was.",
    EDQUOT: "Your quota of disk space is used up. Free some and build again; the old site is as it was.",
    EACCES: "Check who owns the folder.",
    EPERM: "Check who owns the folder.",
    EROFS: "The disk is read-only. Name another folder with --out or --root.",
    ENOTDIR: "A file stands where a folder is needed. Move it away.",
    EMFILE: "Too many files are open. Close other programs, or build with --workers 1.",
  };
  const hint = code === undefined ? undefined : hints[code];
  if (!hint) return null;
  return { severity: "error", code: "disk", file: path ?? ".warraq", message, hint };
}

/** One build from beginning to end. */
export async function build(options: BuildOptions): Promise<BuildReport> {
  const builder = new Builder(options);
  try {
    return await builder.build();
  } finally {
    await builder.close();
  }
}
