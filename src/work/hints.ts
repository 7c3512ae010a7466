/** What a preview knows that a build alone does not. Nothing in a site hangs on it: it spares work, or puts some first. */
import { relative, sep } from "node:path";
import type { Listings, Watched } from "../content/scan.ts";
import type { LookedAt } from "./looked-at.ts";

export interface Hints {
  /** Every file and folder that was told to have changed since the build before, absolute. */
  readonly changed: readonly string[];
  readonly lookedAt: LookedAt;
}

/** Where more is told at once, something may have gone by untold: watches of the system have queues that can be full. */
const MANY = 200;

/** @param content The folder, absolute. Null where all of it must be looked at. */
export function watchedOf(listings: Listings | null, content: string, hints: Hints | null): Watched | null {
  if (!listings || !hints || hints.changed.length > MANY || hints.changed.includes(content)) return null;
  const within = hints.changed.filter((path) => path.startsWith(content + sep));
  return { listings, changed: within.map((path) => relative(content, path).split(sep).join("/")) };
}
