/**
 * The pipeline: discover → read → arrange → plan → render → publish. Each step is a file of its own. A first build, a
 * later one and a rebuild while editing take the same path; they differ only in how much of the build state is known.
 */
import { join } from "node:path";
import { arrange } from "../archive/arrange.ts";
import { cacheDamaged } from "../cache/damaged.ts";
import type { LastBuild } from "../cache/record/records.ts";
import type { Listings } from "../content/scan.ts";
import type { Archive } from "../model/archive.ts";
import type { Card } from "../model/article.ts";
import type { SourcePath } from "../model/brands.ts";
import { type Diagnostic, inOrder, isError } from "../model/diagnostic.ts";
import type { Pictures } from "../model/picture.ts";
import type { Site } from "../model/site.ts";
import { closeOutput, type OutputFolder, openOutput } from "../output/output-folder.ts";
import { foldersRead, outputOverlap } from "../output/overlap.ts";
import type { PublicFile } from "../output/public-files.ts";
import type { Templates } from "../render/templates.ts";
import { WorkerPool } from "../workers/pool.ts";
import { type DevHints, pauseOf, watchedOf } from "./ahead/dev-hints.ts";
import { countDrafts, type Drafts, draftsOf } from "./ahead/drafts.ts";
import { type Earlier, showEdited, showOpenPages } from "./ahead/open-pages.ts";
import { fileClashes } from "./clashes/file-clashes.ts";
import { type Discovered, discover } from "./discover.ts";
import { type IndexedArchive, indexArchive } from "./index-search.ts";
import { lockedBuild } from "./locked.ts";
import { movedPages } from "./moved-pages.ts";
import { planSite, type SitePlan } from "./plan.ts";
import type { PlannedSite } from "./planned-site.ts";
import { publishSite } from "./publish.ts";
import { type PublishedSite, publishedSite } from "./published-site.ts";
import { readArchive } from "./read.ts";
import { relateArchive } from "./relate.ts";
import { type RenderedSite, renderSite } from "./render.ts";
import { type BuildReport, type BuildResult, NOTHING } from "./report.ts";
import { resolveArchive } from "./resolve/resolve.ts";
import { type Progress, type StageName, stageClock } from "./stages.ts";
import { type BuildState, openBuildState } from "./state.ts";
import { besideLast, isKnown } from "./up-to-date.ts";

export interface BuildOptions {
  /** Absolute: the folder that holds content/, and templates/ and public/ if there are any. */
  readonly root: string;
  /** Absolute: the folder the site is written to; and its name in messages. */
  readonly out: string;
  readonly outName: string;
  /** Our own templates, absolute; those of the root come before them. */
  readonly templates: string;
  /** Where the cache lies; `.warraq` in the root when left out. */
  readonly cache?: string;
  readonly keepGoing: boolean;
  /** Reads and checks everything, and publishes nothing. */
  readonly checkOnly?: boolean;
  /**
   * Plans the site, passes the plan on, and neither renders nor publishes nor stores anything. Not called when there is
   * no last build to compare it with, or when a build would publish nothing.
   */
  readonly planOnly?: (planned: PlannedSite) => void;
  readonly workers?: number;
  readonly onProgress?: (progress: Progress) => void;
}
/** The result of the first half of a build: what the site is made of, and where it is written. */
interface Resolved {
  readonly cards: readonly Card[];
  readonly pictures: Pictures;
  readonly linksIn: Archive["linksIn"];
  readonly vectors: Map<SourcePath, Uint32Array>;
  /** What the record of this build says of its sources. */
  readonly current: Pick<LastBuild, "scanned" | "parseKey" | "placeKey" | "inputs" | "sources" | "pictures">;
  readonly last: LastBuild | null;
  readonly site: Site;
  readonly templates: Templates;
  readonly publicFiles: readonly PublicFile[];
  readonly documents: readonly PublicFile[];
  readonly standing: PublishedSite;
  readonly hints: DevHints | null;
}
/** The planned pages, before any is rendered. */
interface Planned {
  readonly archive: Archive;
  readonly plan: SitePlan;
  readonly diagnostics: readonly Diagnostic[];
}
const NO_PAGES = { pages: new Map(), runs: new Map(), made: 0, inputs: null } as const;

/** Builds one root any number of times, keeping in memory what would else be read from disk. `close` ends its threads. */
export class Builder {
  readonly #options: BuildOptions;
  readonly #state: BuildState;
  readonly #pool: WorkerPool;
  #listings: Listings | null = null;
  #earlier: Earlier | null = null;
  #drafts: Drafts | null = null;

  constructor(options: BuildOptions) {
    this.#options = options;
    this.#state = openBuildState(options.cache ?? join(options.root, ".warraq"));
    this.#pool = new WorkerPool(this.#state.packs, options.workers);
  }

  /**
   * Never throws for what an editor can fix: that is in the report.
   * @param hints From `warraq dev`: what has changed, and the open pages, which are shown before the site is published.
   * @throws GivenUp where the hints say that another build is to follow.
   */
  async build(hints: DevHints | null = null): Promise<BuildReport> {
    const start = performance.now();
    const stages = stageClock();
    const result = await lockedBuild(this.#state, {
      ...{ pool: this.#pool, isRepeated: !this.#options.planOnly },
      steps: () => this.#steps(stages.begin, hints),
    });
    const diagnostics = inOrder(result.diagnostics);
    const seconds = (performance.now() - start) / 1000;
    return { ...result, diagnostics, ok: !diagnostics.some(isError), seconds, stages: stages.end() };
  }

  /** Reads ahead of time what the next build will need, yielding to other work in between. */
  readonly recall = (): Promise<void> => this.#state.recall();

  /** The drafts of the last site that was published with dev hints. */
  readonly drafts = (): Drafts | null => this.#drafts;

  async close(): Promise<void> {
    await this.#pool.close();
  }

  async #steps(begin: (stage: StageName) => void, hints: DevHints | null): Promise<BuildResult> {
    const { root, out, outName, keepGoing, planOnly, checkOnly, templates: ownTemplates } = this.#options;
    begin("scan");
    const overlap = outputOverlap(out, { name: outName, read: foldersRead(root, this.#state.folder) });
    if (overlap) return { ...NOTHING, diagnostics: [overlap] };
    const scanned = Date.now();
    const watched = watchedOf(this.#listings, join(root, "content"), hints);
    // Changes are reported only once: if this build fails before it has scanned, the next one scans everything.
    this.#listings = null;
    const isFar = this.#state.isFar();
    const discovered = await discover(root, ownTemplates, watched, this.#state);
    this.#listings = discovered.listings;
    const { sources, site, readBy, templates, publicFiles, inputs } = discovered;
    if (!sources) return { ...NOTHING, diagnostics: discovered.diagnostics };
    const before = besideLast(this.#state, { out, keepGoing, now: { ...discovered, sources, scanned } });
    const same = planOnly || checkOnly ? null : before.same();
    // Previewing drafts needs what only a whole build knows of them, once.
    if (same && (!hints || same.drafts === 0 || this.#drafts))
      return { published: true, written: [], removed: [], moved: {}, ...same };

    // Started now, so that a thread for what has changed is ready when all of a long record has been read.
    if (isFar && !planOnly && !checkOnly) await this.#pool.start();
    const { last, diagnostics: remembered } = this.#state.last();
    if (planOnly && !last) return { ...NOTHING, diagnostics: [] };
    // Which files are not used is known only when the articles' pictures are resolved; those are reported there.
    const scannedFaults = discovered.diagnostics.filter(({ code }) => code !== "not-an-article");
    const found = [...scannedFaults, ...before.diagnostics, ...remembered];

    begin("read");
    const { records, vectors, parseKey, placeKey } = await readArchive(this.#pool, {
      articles: sources.articles,
      sidecars: sources.sidecars,
      last,
      content: { folder: join(root, "content"), name: "content" },
      site: readBy,
      firstPack: this.#state.nextPack(),
      onProgress: this.#progress("read"),
    });
    const made = site && templates && publicFiles ? { site, templates, publicFiles } : null;
    const shown = hints !== null && (await this.#showEdited(hints, { records, last, inputs, made }));
    await pauseOf(hints);
    begin("pictures");
    const { cards, pictures, linksIn, documents, diagnostics } = await resolveArchive(this.#pool, {
      ...{ root, records, discovered, last },
      onProgress: this.#progress("pictures"),
    });
    const faults = [...found, ...diagnostics];
    const articles = cards.filter(({ standing }) => !standing).length;
    const drafts = countDrafts(records);
    const nothing = { ...NOTHING, drafts, diagnostics: faults };
    if (!made || !inputs) return { ...nothing, articles };
    const current = { scanned, parseKey, placeKey, inputs, sources: records, pictures: pictures.records };
    const keep = () => {
      if (planOnly || isKnown(current, last)) return;
      const { pages, runs, made, inputs } = last ?? NO_PAGES;
      this.#state.prepare({ ...current, inputs, pages, runs, made })();
    };
    if (checkOnly || (faults.some(isError) && !keepGoing)) {
      keep();
      faults.push(...fileClashes({ cards, pictures, documents }, made));
      return { ...nothing, ...(checkOnly ? { articles } : {}) };
    }
    const unfinished = this.#state.unfinished();
    if (!unfinished.paths) faults.push(cacheDamaged("publishing.jsonl", "The journal of a publishing"));
    const standing = publishedSite(out, { last, unfinished });
    const resolved: Resolved = {
      ...{ cards, pictures, linksIn, documents, vectors, current, last, standing, hints },
      ...made,
    };
    if (planOnly && last) {
      const { archive, plan, diagnostics } = await this.#plan(begin, resolved);
      const pages = plan.pages(await this.#index(begin, archive, last));
      await standing.lookedAt();
      planOnly({ plan, pages, standing, last, sources: records, ...made });
      return { ...NOTHING, diagnostics: [...faults, ...diagnostics] };
    }
    const output = openOutput(out, {
      ...{ cache: this.#state.folder, name: outName },
      isOurs: (entry) => standing.topLevel().has(entry),
    });
    for (const added of output.diagnostics) faults.push(added);
    if (!output.value) {
      keep();
      return nothing;
    }
    try {
      this.#state.forgetSite();
      const { leftOut, ...result } = await this.#site(
        begin,
        { ...resolved, lookedAt: shown ? null : (hints?.lookedAt ?? null), found: faults },
        output.value,
      );
      if (result.published) before.remember({ ...result, drafts, diagnostics: [...faults, ...leftOut] });
      else keep();
      return { ...result, drafts, diagnostics: [...faults, ...result.diagnostics] };
    } finally {
      closeOutput(output.value);
    }
  }

  /** Shows the open pages early where the edit allows it. @returns Whether they were shown, or are unchanged. */
  async #showEdited(
    { lookedAt }: DevHints,
    {
      records,
      last,
      inputs,
      made,
    }: Pick<Discovered, "inputs"> & {
      readonly records: LastBuild["sources"];
      readonly last: LastBuild | null;
      readonly made: Parameters<typeof planSite>[1] | null;
    },
  ): Promise<boolean> {
    const earlier = this.#earlier;
    if (!made || !earlier || earlier.last !== last || last.inputs !== inputs) return false;
    const { folder, kept } = this.#state;
    const edit = { ...made, records, root: this.#options.root, folder, kept };
    return showEdited(this.#pool, lookedAt, { earlier, edit });
  }

  /** All that was read → the site as plain data. */
  async #plan(begin: (stage: StageName) => void, resolved: Resolved): Promise<Planned> {
    const { cards, pictures, linksIn, documents, vectors, site, templates, publicFiles, hints } = resolved;
    const diagnostics: Diagnostic[] = [];
    begin("relate");
    const related = await relateArchive({
      ...{ cards, links: site.related, fresh: vectors, keep: !this.#options.planOnly },
      ...{ folder: this.#state.folder, packs: this.#state.packs },
      ...{ pool: this.#pool, onProgress: this.#progress("relate") },
      onDamage: () => diagnostics.push(cacheDamaged("related.bin", "What the last build found related")),
    });
    await pauseOf(hints);
    begin("plan");
    const archive = arrange(cards, site, related, pictures, linksIn);
    await pauseOf(hints);
    return { archive, plan: planSite(archive, { site, templates, publicFiles, documents }), diagnostics };
  }

  async #index(
    begin: (stage: StageName) => void,
    archive: Archive,
    last: LastBuild | null,
  ): Promise<IndexedArchive> {
    begin("index");
    return indexArchive(this.#pool, {
      ...{ archive, last, firstPack: this.#state.nextPack() },
      onProgress: this.#progress("index"),
    });
  }

  /** All that was read → the published site. Nothing is published when a page cannot be rendered. */
  async #site(
    begin: (stage: StageName) => void,
    resolved: Resolved & {
      readonly lookedAt: DevHints["lookedAt"] | null;
      readonly found: readonly Diagnostic[];
    },
    output: OutputFolder,
  ): Promise<Omit<BuildResult, "drafts"> & Pick<RenderedSite, "leftOut">> {
    const { cards, current, last, standing, site, lookedAt, found, hints } = resolved;
    const { archive, plan, diagnostics: damage } = await this.#plan(begin, resolved);
    begin("render");
    const { folder, kept } = this.#state;
    const request = { ...plan, root: this.#options.root, kept };
    // Open pages are shown early only where all that they use (style sheet, scripts) is unchanged.
    if (lookedAt && last?.inputs === current.inputs)
      await showOpenPages(this.#pool, lookedAt, { ...request, folder, pages: plan.pages(null), last, found });
    await pauseOf(hints);
    const search = await this.#index(begin, archive, last);
    begin("render");
    await standing.lookedAt();
    const rendered = await renderSite(this.#pool, {
      ...{ ...request, pages: plan.pages(search), standing, staging: output.staging },
      pause: () => pauseOf(hints),
      expected: cards.length,
      onProgress: this.#progress("render"),
    });
    const { leftOut } = rendered;
    const diagnostics = [...damage, ...rendered.diagnostics, ...leftOut];
    const stops = this.#options.keepGoing ? rendered.diagnostics : diagnostics;
    if (stops.some(isError)) return { ...NOTHING, diagnostics, leftOut };
    begin("publish");
    const published = await publishSite(this.#pool, {
      ...{ output, rendered, standing, memory: this.#state },
      build: { ...current, runs: search.stored },
      onProgress: this.#progress("publish"),
    });
    const { last: recorded } = this.#state.last();
    this.#earlier = recorded && { last: recorded, archive, found };
    if (hints && recorded) {
      const { root } = this.#options;
      this.#drafts = draftsOf({
        root,
        packs: this.#state.packs,
        context: plan.context,
        last: recorded,
        cards,
      });
    }
    const articles = cards.filter((card) => !card.standing).length;
    const moved = movedPages(published.removed, { last, cards });
    const { origin } = site;
    return { ...published, moved, published: true, addressed: origin !== "", diagnostics, leftOut, articles };
  }

  #progress(stage: StageName): (done: number, total: number) => void {
    return (done, total) => this.#options.onProgress?.({ stage, done, total });
  }
}

/** A single build. */
export async function build(options: BuildOptions): Promise<BuildReport> {
  const builder = new Builder(options);
  try {
    return await builder.build();
  } finally {
    await builder.close();
  }
}
