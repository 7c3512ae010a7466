/** What a preview knows that a build alone does not. Nothing in a site hangs on it: it spares work, or puts some first. */
import { setImmediate } from "node:timers/promises";
import type { Listings, Watched } from "../content/scan.ts";
import { pathWithin } from "../model/path-within.ts";
import type { LookedAt } from "./open-pages.ts";

export interface Hints {
  /** Every file and folder that was told to have changed since the build before, absolute. */
  readonly changed: readonly string[];
  readonly lookedAt: LookedAt;
  /** Whether something has changed since, so that the site would be an old one when it is published. */
  readonly outdated: () => boolean;
}

/** A build that was given up because another is to follow at once. Nothing of the site has changed. */
export class GivenUp extends Error {
  override readonly name = "GivenUp";
}

/** Lets others, such as threads that reply, have their turn, and gives up where that told of a change. @throws GivenUp */
export async function pauseOf(hints: Hints | null): Promise<void> {
  await setImmediate();
  if (hints?.outdated()) throw new GivenUp("something has changed since this build began");
}

/** Where more is told at once, something may have gone by untold: watches of the system have queues that can be full. */
const MANY = 200;

/** @param content The folder, absolute. Null where all of it must be looked at. */
export function watchedOf(listings: Listings | null, content: string, hints: Hints | null): Watched | null {
  if (!listings || !hints || hints.changed.length > MANY || hints.changed.includes(content)) return null;
  return { listings, changed: hints.changed.flatMap((path) => pathWithin(content, path) ?? []) };
}
