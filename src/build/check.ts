/** What a build ends with that publishes nothing: its faults, and what it read, for the next build. */
import { isError } from "../model/diagnostic.ts";
import { fileClashes } from "./clashes/file-clashes.ts";
import type { BuildResult } from "./report.ts";
import type { Resolved } from "./resolve/resolve.ts";
import type { Run } from "./run.ts";
import { isKnown } from "./up-to-date.ts";

const NO_PAGES = { pages: new Map(), runs: new Map(), made: 0, inputs: null } as const;

/** Records what was read, beside the site as it was published last. */
export function keepSources({ isStored, state }: Run, { current, last }: Resolved): void {
  if (!isStored || isKnown(current, last)) return;
  const { pages, runs, made, inputs } = last ?? NO_PAGES;
  state.prepare({ ...current, inputs, pages, runs, made })();
}

export function checkSite(run: Run, resolved: Resolved): BuildResult {
  keepSources(run, resolved);
  run.report(fileClashes(resolved));
  return run.result({ articles: resolved.articles });
}

/** Ends the build where anything is in error, unless it is to go on all the same. */
export function refuseFaults(run: Run, resolved: Resolved): void {
  if (run.options.keepGoing || !run.diagnostics.some(isError)) return;
  checkSite(run, resolved);
  throw run.end();
}
