/** Which files of public/ or documents would clash with another file of the site; nothing is rendered or related. */
import { arrange } from "../../archive/arrange.ts";
import type { Archive } from "../../model/archive.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { planSite } from "../plan.ts";
import type { Resolved } from "../resolve/resolve.ts";
import { ClaimedFiles } from "./claimed-files.ts";

const unrelated: Pick<Archive, "relatedTo"> = { relatedTo: () => ({ similar: [], copies: [] }) };

export function fileClashes(resolved: Resolved): readonly Diagnostic[] {
  const { cards, site, pictures, publicFiles, documents } = resolved;
  // Only these can clash.
  if (publicFiles.length === 0 && documents.length === 0) return [];
  const clashes: Diagnostic[] = [];
  const { pages, publicPaths } = planSite(arrange(cards, site, unrelated, pictures), resolved);
  const files = new ClaimedFiles(publicPaths, clashes);
  for (const page of pages(null)) files.claim(page, clashes);
  return clashes;
}
