/** One build under way: what all of its stages share, and what it has found so far. */
import type { LastBuild } from "../cache/record/records.ts";
import type { Listings } from "../content/scan.ts";
import type { Archive } from "../model/archive.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { WorkerPool } from "../workers/pool.ts";
import { type DevHints, pauseOf } from "./ahead/dev-hints.ts";
import type { Drafts } from "./ahead/drafts.ts";
import { type BuildResult, NOTHING, type Progress, type StageName, type Unlearned } from "./report.ts";
import type { BuildState } from "./state.ts";

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
  readonly workers?: number;
  readonly onProgress?: (progress: Progress) => void;
}

/** What the last build of this process produced. */
export interface Earlier {
  readonly last: LastBuild;
  readonly archive: Archive;
  readonly found: readonly Diagnostic[];
}
/** What one process keeps in memory from one build to the next. */
export interface Session {
  listings: Listings | null;
  earlier: Earlier | null;
  drafts: Drafts | null;
}

/** Thrown by a stage after which none is left to do. */
export class Ended {
  readonly result: BuildResult;
  constructor(result: BuildResult) {
    this.result = result;
  }
}

interface Surroundings {
  readonly options: BuildOptions;
  readonly state: BuildState;
  readonly pool: WorkerPool;
  readonly session: Session;
  readonly hints: DevHints | null;
  /** Whether anything may be stored for the next build. */
  readonly isStored: boolean;
  readonly clock: (stage: StageName) => void;
}

export interface Run extends Surroundings {
  readonly diagnostics: Diagnostic[];
  /** Sources that say they are drafts, once they have been read. */
  drafts: number;
  unlearned: Unlearned | null;
  /** Begins a stage that may be left undone while editing, where another build is to follow at once. @throws GivenUp */
  readonly begin: (stage: StageName) => Promise<void>;
  readonly progress: (stage: StageName) => (done: number, total: number) => void;
  readonly report: (found: readonly Diagnostic[]) => void;
  /** The result, of which all that is not known is nothing. */
  readonly result: (known?: Partial<BuildResult>) => BuildResult;
  /** To be thrown: ends the build with this result. */
  readonly end: (known?: Partial<BuildResult>) => Ended;
}

/** Runs the stages of a build up to the one that ends it. @throws StoreDamaged, GivenUp, or an error of the file system. */
export async function untilEnded(
  surroundings: Surroundings,
  stages: (run: Run) => Promise<BuildResult>,
): Promise<BuildResult> {
  const { options, hints, clock } = surroundings;
  const run: Run = {
    ...{ ...surroundings, diagnostics: [], drafts: 0, unlearned: null },
    begin: async (stage) => {
      await pauseOf(hints);
      clock(stage);
    },
    progress: (stage) => (done, total) => options.onProgress?.({ stage, done, total }),
    report: (found) => {
      for (const one of found) run.diagnostics.push(one);
    },
    result: (known) => ({
      ...NOTHING,
      drafts: run.drafts,
      unlearned: run.unlearned,
      diagnostics: run.diagnostics,
      ...known,
    }),
    end: (known) => new Ended(run.result(known)),
  };
  try {
    return await stages(run);
  } catch (ended) {
    if (ended instanceof Ended) return ended.result;
    throw ended;
  }
}
