/**
 * The pipeline: discover → read → arrange → plan → render → write. It composes the rooms and owns no logic
 * of theirs. There is one path: a first build, a tenth, and a rebuild while editing differ only in what is remembered.
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
import { Crew } from "../workers/pool.ts";
import { type Hints, pauseOf, watchedOf } from "./dev-hints.ts";
import { type Discovered, discover } from "./discover.ts";
import { countDrafts, type Drafts, draftsOf } from "./drafts.ts";
import { fileClashes } from "./file-clashes.ts";
import { type IndexedArchive, indexArchive } from "./index-search.ts";
import { lockedBuild } from "./locked.ts";
import { movedPages } from "./moved-pages.ts";
import { type Earlier, showEdited, showLookedAt } from "./open-pages.ts";
import { planSite, type SitePlan } from "./plan.ts";
import type { PlannedSite } from "./planned-site.ts";
import { publishSite } from "./publish.ts";
import { type StandingSite, standingSite } from "./published-site.ts";
import { readArchive } from "./read.ts";
import { relateArchive } from "./relate.ts";
import { type RenderedSite, renderSite } from "./render.ts";
import { type BuildReport, type BuildResult, NOTHING } from "./report.ts";
import { settleArchive } from "./resolve/resolve.ts";
import { type Progress, type StageName, stageClock } from "./stages.ts";
import { type Memory, openMemory } from "./state.ts";
import { besideLast, isKnown } from "./up-to-date.ts";

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
  /**
   * Plans the site, hands the plan over, and neither renders nor publishes nor remembers anything. Not called when there
   * is no last build to compare it with, or when a build would publish nothing.
   */
  readonly planOnly?: (planned: PlannedSite) => void;
  readonly workers?: number;
  readonly onProgress?: (progress: Progress) => void;
}
/** What the first half of a build came to: all that a site is made of, and where it goes. */
interface Settled {
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
  readonly standing: StandingSite;
  readonly hints: Hints | null;
}
/** What its pages are, before any is rendered. */
interface Planned {
  readonly archive: Archive;
  readonly plan: SitePlan;
  readonly diagnostics: readonly Diagnostic[];
}
const NO_PAGES = { pages: new Map(), runs: new Map(), made: 0, inputs: null } as const;

/** Builds again and again on one root, remembering in memory what the disk would tell it. `close` ends its threads. */
export class Builder {
  readonly #options: BuildOptions;
  readonly #memory: Memory;
  readonly #crew: Crew;
  #listings: Listings | null = null;
  #earlier: Earlier | null = null;
  #drafts: Drafts | null = null;

  constructor(options: BuildOptions) {
    this.#options = options;
    this.#memory = openMemory(options.cache ?? join(options.root, ".warraq"));
    this.#crew = new Crew(this.#memory.packs, options.workers);
  }

  /**
   * Never throws for what an editor can mend: that is in the report.
   * @param hints What is known of changes, and pages to be shown before the site is published.
   * @throws GivenUp where the hints tell that another build is to follow.
   */
  async build(hints: Hints | null = null): Promise<BuildReport> {
    const start = performance.now();
    const stages = stageClock();
    const result = await lockedBuild(this.#memory, {
      ...{ crew: this.#crew, isRepeated: !this.#options.planOnly },
      steps: () => this.#steps(stages.begin, hints),
    });
    const diagnostics = inOrder(result.diagnostics);
    const seconds = (performance.now() - start) / 1000;
    return { ...result, diagnostics, ok: !diagnostics.some(isError), seconds, stages: stages.end() };
  }

  /** Reads beforehand what a build after the first will need, letting others have their turn. */
  readonly recall = (): Promise<void> => this.#memory.recall();

  /** Those of the last site that was published for somebody who edits. */
  readonly drafts = (): Drafts | null => this.#drafts;

  async close(): Promise<void> {
    await this.#crew.close();
  }

  async #steps(begin: (stage: StageName) => void, hints: Hints | null): Promise<BuildResult> {
    const { root, out, outName, keepGoing, planOnly, checkOnly, templates: ownTemplates } = this.#options;
    begin("scan");
    const overlap = outputOverlap(out, { name: outName, read: foldersRead(root, this.#memory.folder) });
    if (overlap) return { ...NOTHING, diagnostics: [overlap] };
    const scanned = Date.now();
    const watched = watchedOf(this.#listings, join(root, "content"), hints);
    // What was told of is told once: where the build ends before it has looked, the next one looks at everything.
    this.#listings = null;
    const isFar = this.#memory.isFar();
    const discovered = await discover(root, ownTemplates, watched, this.#memory);
    this.#listings = discovered.listings;
    const { sources, site, readBy, templates, publicFiles, inputs } = discovered;
    if (!sources) return { ...NOTHING, diagnostics: discovered.diagnostics };
    const before = besideLast(this.#memory, { out, keepGoing, now: { ...discovered, sources, scanned } });
    const same = planOnly || checkOnly ? null : before.same();
    // Whoever looks at drafts needs what a whole build knows of them, once.
    if (same && (!hints || same.drafts === 0 || this.#drafts))
      return { published: true, written: [], removed: [], moved: {}, ...same };

    // A thread for what has changed is there when all of a long record has been read.
    if (isFar && !planOnly && !checkOnly) await this.#crew.start();
    const { last, diagnostics: remembered } = this.#memory.last();
    if (planOnly && !last) return { ...NOTHING, diagnostics: [] };
    // Which files are read by nobody is known when articles have named their pictures.
    const scannedFaults = discovered.diagnostics.filter(({ code }) => code !== "not-an-article");
    const found = [...scannedFaults, ...before.diagnostics, ...remembered];

    begin("read");
    const { records, vectors, parseKey, placeKey } = await readArchive(this.#crew, {
      articles: sources.articles,
      sidecars: sources.sidecars,
      last,
      content: { folder: join(root, "content"), name: "content" },
      site: readBy,
      firstPack: this.#memory.nextPack(),
      onProgress: this.#progress("read"),
    });
    const made = site && templates && publicFiles ? { site, templates, publicFiles } : null;
    const shown = hints !== null && (await this.#showEdited(hints, { records, last, inputs, made }));
    await pauseOf(hints);
    begin("pictures");
    const { cards, pictures, linksIn, documents, diagnostics } = await settleArchive(this.#crew, {
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
      this.#memory.prepare({ ...current, inputs, pages, runs, made })();
    };
    if (checkOnly || (faults.some(isError) && !keepGoing)) {
      keep();
      faults.push(...fileClashes({ cards, pictures, documents }, made));
      return { ...nothing, ...(checkOnly ? { articles } : {}) };
    }
    const unfinished = this.#memory.unfinished();
    if (!unfinished.paths) faults.push(cacheDamaged("publishing.jsonl", "The journal of a publishing"));
    const standing = standingSite(out, { last, unfinished });
    const settled: Settled = {
      ...{ cards, pictures, linksIn, documents, vectors, current, last, standing, hints },
      ...made,
    };
    if (planOnly && last) {
      const { archive, plan, diagnostics } = await this.#plan(begin, settled);
      const pages = plan.pages(await this.#index(begin, archive, last));
      await standing.lookedAt();
      planOnly({ plan, pages, standing, last, sources: records, ...made });
      return { ...NOTHING, diagnostics: [...faults, ...diagnostics] };
    }
    const output = openOutput(out, {
      ...{ cache: this.#memory.folder, name: outName },
      isOurs: (entry) => standing.topLevel().has(entry),
    });
    for (const added of output.diagnostics) faults.push(added);
    if (!output.value) {
      keep();
      return nothing;
    }
    try {
      this.#memory.forgetSite();
      const { leftOut, ...result } = await this.#site(
        begin,
        { ...settled, lookedAt: shown ? null : (hints?.lookedAt ?? null), found: faults },
        output.value,
      );
      if (result.published) before.remember({ ...result, drafts, diagnostics: [...faults, ...leftOut] });
      else keep();
      return { ...result, drafts, diagnostics: [...faults, ...result.diagnostics] };
    } finally {
      closeOutput(output.value);
    }
  }

  /** Whether the pages that somebody looks at were shown, or are as they were. */
  async #showEdited(
    { lookedAt }: Hints,
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
    const { folder, kept } = this.#memory;
    const edit = { ...made, records, root: this.#options.root, folder, kept };
    return showEdited(this.#crew, lookedAt, { earlier, edit });
  }

  /** The middle: all that was read → the site as plain data. */
  async #plan(begin: (stage: StageName) => void, settled: Settled): Promise<Planned> {
    const { cards, pictures, linksIn, documents, vectors, site, templates, publicFiles, hints } = settled;
    const diagnostics: Diagnostic[] = [];
    begin("relate");
    const related = await relateArchive({
      ...{ cards, links: site.related, fresh: vectors, keep: !this.#options.planOnly },
      ...{ folder: this.#memory.folder, packs: this.#memory.packs },
      ...{ crew: this.#crew, onProgress: this.#progress("relate") },
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
    return indexArchive(this.#crew, {
      ...{ archive, last, firstPack: this.#memory.nextPack() },
      onProgress: this.#progress("index"),
    });
  }

  /** The second half: all that was read → the site. Nothing is published when a page cannot be rendered. */
  async #site(
    begin: (stage: StageName) => void,
    settled: Settled & { readonly lookedAt: Hints["lookedAt"] | null; readonly found: readonly Diagnostic[] },
    output: OutputFolder,
  ): Promise<Omit<BuildResult, "drafts"> & Pick<RenderedSite, "leftOut">> {
    const { cards, current, last, standing, site, lookedAt, found, hints } = settled;
    const { archive, plan, diagnostics: damage } = await this.#plan(begin, settled);
    begin("render");
    const { folder, kept } = this.#memory;
    const request = { ...plan, root: this.#options.root, kept };
    // A page is shown alone only where all that it brings along (style sheet, scripts) stands as it was.
    if (lookedAt && last?.inputs === current.inputs)
      await showLookedAt(this.#crew, lookedAt, { ...request, folder, pages: plan.pages(null), last, found });
    await pauseOf(hints);
    const search = await this.#index(begin, archive, last);
    begin("render");
    await standing.lookedAt();
    const rendered = await renderSite(this.#crew, {
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
    const published = await publishSite(this.#crew, {
      ...{ output, rendered, standing, memory: this.#memory },
      build: { ...current, runs: search.stored },
      onProgress: this.#progress("publish"),
    });
    const { last: recorded } = this.#memory.last();
    this.#earlier = recorded && { last: recorded, archive, found };
    if (hints && recorded) {
      const { root } = this.#options;
      this.#drafts = draftsOf({
        root,
        packs: this.#memory.packs,
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

/** One build from beginning to end. */
export async function build(options: BuildOptions): Promise<BuildReport> {
  const builder = new Builder(options);
  try {
    return await builder.build();
  } finally {
    await builder.close();
  }
}
