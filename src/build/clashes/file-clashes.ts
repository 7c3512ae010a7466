/** Which files of public/ or documents would clash with another file of the site; nothing is rendered or related. */
import { arrange } from "../../archive/arrange.ts";
import type { Archive } from "../../model/archive.ts";
import type { Card } from "../../model/article.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Pictures } from "../../model/picture.ts";
import type { PublicFile } from "../../output/public-files.ts";
import { planSite } from "../plan.ts";
import { ClaimedFiles } from "./claimed-files.ts";

const unrelated: Pick<Archive, "relatedTo"> = { relatedTo: () => ({ similar: [], copies: [] }) };

/** @param made Settings, templates and files of public/. */
export function fileClashes(
  {
    cards,
    pictures,
    documents,
  }: {
    readonly cards: readonly Card[];
    readonly pictures: Pictures;
    readonly documents: readonly PublicFile[];
  },
  made: Parameters<typeof planSite>[1],
): readonly Diagnostic[] {
  // Only these can clash.
  if (made.publicFiles.length === 0 && documents.length === 0) return [];
  const clashes: Diagnostic[] = [];
  const { pages, publicPaths } = planSite(arrange(cards, made.site, unrelated, pictures), {
    ...made,
    documents,
  });
  const files = new ClaimedFiles(publicPaths, clashes);
  for (const page of pages(null)) files.claim(page, clashes);
  return clashes;
}
