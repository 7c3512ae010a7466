/** The cards of the site → the archive: related, sorted, grouped and paged. */
import { arrange as arrangeCards } from "../archive/arrange.ts";
import { cacheDamaged } from "../cache/damaged.ts";
import type { Archive } from "../model/archive.ts";
import { relateArchive } from "./relate.ts";
import type { Resolved } from "./resolve/resolve.ts";
import type { Run } from "./run.ts";

/** @throws StoreDamaged, or an error of the file system. */
export async function arrange(run: Run, resolved: Resolved): Promise<Archive> {
  const { cards, site, vectors, pictures, linksIn } = resolved;
  const { folder, packs } = run.state;
  await run.begin("relate");
  const related = await relateArchive({
    ...{ cards, links: site.related, fresh: vectors, keep: run.isStored, folder, packs, pool: run.pool },
    onProgress: run.progress("relate"),
    onDamage: () => run.report([cacheDamaged("related.bin")]),
  });
  await run.begin("plan");
  return arrangeCards(cards, site, related, pictures, linksIn);
}
