/** What was read → the cards of the site, each with its own address and its pictures, and the faults found in all. */
import { resolveAddresses } from "../../archive/resolve-addresses.ts";
import { digestOf } from "../../cache/keys/digest.ts";
import type { LastBuild } from "../../cache/record/records.ts";
import type { Archive } from "../../model/archive.ts";
import type { Card } from "../../model/article.ts";
import type { OutputPath } from "../../model/brands.ts";
import { isError } from "../../model/diagnostic.ts";
import type { Pictures } from "../../model/picture.ts";
import type { PublicFile } from "../../output/public-files.ts";
import { PublicPaths } from "../../output/public-paths.ts";
import type { Found, SiteParts } from "../discover.ts";
import type { ReadSources } from "../read.ts";
import type { Run } from "../run.ts";
import { archiveFaults } from "./archive-faults.ts";
import { resolveLinks } from "./links.ts";
import { picturesAmong, resolvePictures } from "./pictures.ts";

/** What the site is made of. */
export interface Resolved extends SiteParts {
  readonly cards: readonly Card[];
  /** How many of them are no static pages. */
  readonly articles: number;
  readonly pictures: Pictures;
  readonly linksIn: Archive["linksIn"];
  /** Documents beside articles that are linked to. */
  readonly documents: readonly PublicFile[];
  readonly vectors: ReadSources["vectors"];
  readonly sources: LastBuild["sources"];
  /** What the record of this build says of them. */
  readonly current: Pick<LastBuild, "scanned" | "parseKey" | "cardKey" | "inputs" | "sources" | "pictures">;
  readonly last: LastBuild | null;
}

function publicFileAt(files: readonly PublicFile[]): (path: OutputPath) => string | undefined {
  const paths = new PublicPaths(files);
  return (path) => paths.inTheWayOf(path)[0]?.file;
}

/**
 * What is in error is left out. Ends the build where settings, templates or files of public/ are.
 * @throws Error of the file system.
 */
export async function resolve(
  run: Run,
  {
    found,
    read,
    last,
  }: { readonly found: Found; readonly read: ReadSources; readonly last: LastBuild | null },
): Promise<Resolved> {
  await run.begin("pictures");
  const { made, inputs, scanned, sources, readBy, settings } = found;
  const { records, vectors, parseKey, cardKey } = read;
  const { root } = run.options;
  const publicFiles = found.publicFiles ?? [];
  const all = [...records.values()];
  const sound = all.filter(({ diagnostics }) => !diagnostics.some(isError));
  const addressed = resolveAddresses(
    sound.flatMap(({ card }) => card ?? []),
    digestOf,
    settings.file,
    publicFileAt(publicFiles),
  );
  const pictures = await resolvePictures(run.pool, {
    files: picturesAmong([...sources.pictures, ...sources.others], publicFiles),
    cards: addressed.value ?? [],
    ...{ root, sources: all, last, onProgress: run.progress("pictures") },
  });
  const { cards } = pictures;
  const { linksIn, documents, diagnostics } = resolveLinks({
    ...{ root, sources: all, cards, documents: sources.documents, publicFiles },
  });
  for (const one of all) run.report(one.diagnostics);
  for (const { diagnostics } of [addressed, pictures]) run.report(diagnostics);
  run.report([...diagnostics, ...archiveFaults(cards, { site: readBy, settings })]);
  const articles = cards.filter(({ isStatic }) => !isStatic).length;
  if (!made || !inputs) throw run.end({ articles });
  return {
    ...{ ...made, cards, articles, pictures, linksIn, documents, vectors, sources: records, last },
    current: { scanned, parseKey, cardKey, inputs, sources: records, pictures: pictures.records },
  };
}
