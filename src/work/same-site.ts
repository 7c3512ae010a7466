/**
 * Whether a build would come to the site that stands: nothing that it is made of differs from what the last one was made
 * of, so its pages are those of the last record, and there is nothing to relate, plan or write down.
 */
import { keyOf } from "../cache/digest.ts";
import type { LastBuild } from "../cache/last-build.ts";
import { programDigest } from "../cache/rooms.ts";
import type { Digest } from "../model/brands.ts";
import type { Site } from "../model/site.ts";
import type { PublicFile } from "../output/public-files.ts";
import type { Templates } from "../render/templates.ts";
import { programAssets } from "./assets.ts";
import type { StandingSite } from "./standing-site.ts";

/** All but articles and pictures that pages are made of. */
export const inputsOf = (site: Site, templates: Templates, publicFiles: readonly PublicFile[]): Digest =>
  keyOf([
    ...[programDigest(), JSON.stringify(site), JSON.stringify(templates.data)],
    ...[JSON.stringify(publicFiles), JSON.stringify(programAssets().map(({ url }) => url))],
  ]);

/** Whether articles and pictures are the very records that the last build left. */
export function isKnown(
  now: Pick<LastBuild, "sources" | "pictures">,
  last: LastBuild | null,
): last is LastBuild {
  const same = <K, V>(some: ReadonlyMap<K, V>, before: ReadonlyMap<K, V>): boolean => {
    if (some.size !== before.size) return false;
    for (const [key, value] of some) if (before.get(key) !== value) return false;
    return true;
  };
  return last !== null && same(now.sources, last.sources) && same(now.pictures, last.pictures);
}

/** Every file is looked at: one that was taken away or written to must be made again. */
export function stands(last: LastBuild, standing: StandingSite): boolean {
  for (const path of last.pages.keys()) if (!standing.pageAt(path)) return false;
  return last.pages.size > 0;
}
