/** What `warraq dev` knows and a single build does not. It saves or reorders work; it never changes the site. */
import { setImmediate } from "node:timers/promises";
import type { Listings, Watched } from "../../content/scan.ts";
import type { OutputPath } from "../../model/brands.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { pathWithin } from "../../model/path-within.ts";

/** The text of pages by their file. */
type PageTexts = ReadonlyMap<OutputPath, string>;

export interface OpenPages {
  /** Their files. Called once a build, when everything has been read. */
  readonly files: () => ReadonlySet<string>;
  /**
   * Called at most once a build, with those open pages that differ from the last build, and the diagnostics so far. The
   * build waits for it: planning the rest would keep the thread too busy to serve them.
   */
  readonly show: (pages: PageTexts, found: readonly Diagnostic[]) => Promise<void>;
}

export interface DevHints {
  /** Every file and folder reported as changed since the build before, absolute. */
  readonly changed: readonly string[];
  readonly lookedAt: OpenPages;
  /** Whether something has changed since, so that the published site would be out of date. */
  readonly outdated: () => boolean;
}

/** Thrown by a build that stopped because another is to follow at once. Nothing of the site has changed. */
export class GivenUp extends Error {
  override readonly name = "GivenUp";
}

/** Yields to the event loop, and gives up where something has changed. @throws GivenUp */
export async function pauseOf(hints: DevHints | null): Promise<void> {
  await setImmediate();
  if (hints?.outdated()) throw new GivenUp("something has changed since this build began");
}

/** Above so many changes at once, some may have gone unreported: the system's watch queues can overflow. */
const MANY = 200;

/** @param content The folder, absolute. @returns Null where all of it must be scanned. */
export function watchedOf(
  listings: Listings | null,
  content: string,
  hints: DevHints | null,
): Watched | null {
  if (!listings || !hints || hints.changed.length > MANY || hints.changed.includes(content)) return null;
  return { listings, changed: hints.changed.flatMap((path) => pathWithin(content, path) ?? []) };
}
