/**
 * A build is a list of stages, each in a file of its own; a stage after which nothing is left to do ends the build. A
 * first build, a later one and a rebuild while editing go through the same list: they differ only in how much of the
 * build state is known.
 */
import { join } from "node:path";
import { inOrder, isError } from "../model/diagnostic.ts";
import { WorkerPool } from "../workers/pool.ts";
import type { DevHints } from "./ahead/dev-hints.ts";
import type { Drafts } from "./ahead/drafts.ts";
import { showEdited, showOpenPages } from "./ahead/open-pages.ts";
import { arrange } from "./arrange.ts";
import { checkSite, refuseFaults } from "./check.ts";
import { discover } from "./discover.ts";
import { indexArchive } from "./index-search.ts";
import { lockedBuild } from "./locked.ts";
import { planSite } from "./plan.ts";
import { publishSite, withOutput } from "./publish.ts";
import type { PlannedSite } from "./published-site.ts";
import { lookAtPublished } from "./published-site.ts";
import { lastBuild, readSources, recall } from "./read.ts";
import { remember } from "./remember.ts";
import { renderSite } from "./render.ts";
import type { BuildReport, BuildResult } from "./report.ts";
import { stageClock } from "./report.ts";
import { resolve } from "./resolve/resolve.ts";
import { type BuildOptions, type Run, type Session, untilEnded } from "./run.ts";
import { BuildState } from "./state.ts";
import { compareWithLastSite } from "./up-to-date.ts";

export type { BuildOptions } from "./run.ts";

/** Builds and publishes the site. */
async function publishing(run: Run): Promise<BuildResult> {
  const found = await discover(run);
  const rememberSite = compareWithLastSite(run, found);
  const last = await recall(run, found);
  const read = await readSources(run, found, last);
  const isShown = await showEdited(run, { found, read, last });
  const resolved = await resolve(run, { found, read, last });
  refuseFaults(run, resolved);
  const site = lookAtPublished(run, resolved);
  return withOutput(run, site, async (output) => {
    const archive = await arrange(run, site);
    const plan = planSite(archive, site);
    if (!isShown) await showOpenPages(run, site, plan);
    const search = await indexArchive(run, site, archive);
    const rendered = await renderSite(run, site, { plan, search, output });
    const published = await publishSite(run, site, { rendered, search, output });
    return remember(run, site, { archive, plan, published, rememberSite });
  });
}

/** Reads and checks everything, and publishes nothing. */
async function checking(run: Run): Promise<BuildResult> {
  const found = await discover(run);
  const last = lastBuild(run);
  const read = await readSources(run, found, last);
  return checkSite(run, await resolve(run, { found, read, last }));
}

/** Plans the site, and neither renders nor publishes nor stores anything. */
const planning =
  (use: (planned: PlannedSite) => void) =>
  async (run: Run): Promise<BuildResult> => {
    const found = await discover(run);
    const last = lastBuild(run);
    if (!last) return run.result({ diagnostics: [] });
    const read = await readSources(run, found, last);
    const resolved = await resolve(run, { found, read, last });
    refuseFaults(run, resolved);
    const site = lookAtPublished(run, resolved);
    const archive = await arrange(run, site);
    const plan = planSite(archive, site);
    const search = await indexArchive(run, site, archive);
    await site.published.lookedAt();
    use({ ...site, last, plan, pages: plan.pages(search) });
    return run.result();
  };

/** Builds one root any number of times, keeping in memory what would else be read from disk. `close` ends its threads. */
export class Builder {
  readonly #options: BuildOptions;
  readonly #state: BuildState;
  readonly #pool: WorkerPool;
  readonly #session: Session = { listings: null, earlier: null, drafts: null };

  constructor(options: BuildOptions) {
    this.#options = options;
    this.#state = new BuildState(options.cache ?? join(options.root, ".warraq"));
    this.#pool = new WorkerPool(this.#state.packs, options.workers);
  }

  /**
   * Never throws for what an editor can fix: that is in the report.
   * @param hints From `warraq dev`: what has changed, and the open pages, which are shown before the site is published.
   * @throws GivenUp where the hints say that another build is to follow.
   */
  build(hints: DevHints | null = null): Promise<BuildReport> {
    return this.#run(publishing, { hints, isStored: true });
  }

  /** Reports faults as `build` does, and publishes nothing. */
  check(): Promise<BuildReport> {
    return this.#run(checking, { hints: null, isStored: true });
  }

  /**
   * Passes on the site as the next build would render it. Nothing is passed on when there is no last build to compare it
   * with, or when a build would publish nothing.
   * @throws StoreDamaged.
   */
  plan(use: (planned: PlannedSite) => void): Promise<BuildReport> {
    return this.#run(planning(use), { hints: null, isStored: false });
  }

  /** Reads ahead of time what the next build will need, yielding to other work in between. */
  readonly recall = (): Promise<void> => this.#state.recall();

  /** The drafts of the last site that was published with dev hints. */
  readonly drafts = (): Drafts | null => this.#session.drafts;

  async close(): Promise<void> {
    await this.#pool.close();
  }

  async #run(
    stages: (run: Run) => Promise<BuildResult>,
    how: { readonly hints: DevHints | null; readonly isStored: boolean },
  ): Promise<BuildReport> {
    const start = performance.now();
    const clock = stageClock();
    const [options, state, pool, session] = [this.#options, this.#state, this.#pool, this.#session];
    const result = await lockedBuild(state, {
      ...{ pool, isRepeated: how.isStored },
      steps: () => untilEnded({ ...how, options, state, pool, session, clock: clock.begin }, stages),
    });
    const diagnostics = inOrder(result.diagnostics);
    const seconds = (performance.now() - start) / 1000;
    return { ...result, diagnostics, ok: !diagnostics.some(isError), seconds, stages: clock.end() };
  }
}

/** One piece of work with one root; its threads are ended. */
async function once(
  options: BuildOptions,
  work: (builder: Builder) => Promise<BuildReport>,
): Promise<BuildReport> {
  const builder = new Builder(options);
  try {
    return await work(builder);
  } finally {
    await builder.close();
  }
}

export const build = (options: BuildOptions): Promise<BuildReport> =>
  once(options, (builder) => builder.build());

export const check = (options: BuildOptions): Promise<BuildReport> =>
  once(options, (builder) => builder.check());

/** @throws StoreDamaged. */
export const plan = (options: BuildOptions, use: (planned: PlannedSite) => void): Promise<BuildReport> =>
  once(options, (builder) => builder.plan(use));
