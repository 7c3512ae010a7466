/** What was read → the cards of the site, each with its own address and its pictures, and the faults found in all. */
import { resolveAddresses } from "../../archive/settle-addresses.ts";
import { digestOf } from "../../cache/keys/digest.ts";
import type { LastBuild, SourceRecord } from "../../cache/record/records.ts";
import type { Archive } from "../../model/archive.ts";
import type { Card } from "../../model/article.ts";
import type { OutputPath, SourcePath } from "../../model/brands.ts";
import { type Diagnostic, isError } from "../../model/diagnostic.ts";
import type { PublicFile } from "../../output/public-files.ts";
import { PublicPaths } from "../../output/public-paths.ts";
import type { WorkerPool } from "../../workers/pool.ts";
import type { Discovered } from "../discover.ts";
import { archiveFaults } from "./archive-faults.ts";
import { resolveLinks } from "./links.ts";
import { picturesAmong, type ResolvedPictures, resolvePictures } from "./pictures.ts";

export interface ResolveRequest {
  readonly root: string;
  readonly records: ReadonlyMap<SourcePath, SourceRecord>;
  readonly discovered: Discovered;
  readonly last: LastBuild | null;
  /** Progress of examining pictures. */
  readonly onProgress: (done: number, total: number) => void;
}
export interface ResolvedArchive {
  readonly cards: readonly Card[];
  readonly pictures: ResolvedPictures;
  readonly linksIn: Archive["linksIn"];
  /** Documents beside articles that are linked to. */
  readonly documents: readonly PublicFile[];
  readonly diagnostics: readonly Diagnostic[];
}

function publicFileAt(files: readonly PublicFile[]): (path: OutputPath) => string | undefined {
  const paths = new PublicPaths(files);
  return (path) => paths.inTheWayOf(path)[0]?.file;
}

/** What is in error is left out. @throws Error of the file system. */
export async function resolveArchive(
  pool: WorkerPool,
  { root, records, discovered, last, onProgress }: ResolveRequest,
): Promise<ResolvedArchive> {
  const { sources, publicFiles, readBy, settings } = discovered;
  const all = [...records.values()];
  const sound = all.filter(({ diagnostics }) => !diagnostics.some(isError));
  const addressed = resolveAddresses(
    sound.flatMap(({ card }) => card ?? []),
    digestOf,
    settings.file,
    publicFileAt(publicFiles ?? []),
  );
  const pictures = await resolvePictures(pool, {
    files: picturesAmong([...(sources?.pictures ?? []), ...(sources?.others ?? [])], publicFiles ?? []),
    cards: addressed.value ?? [],
    ...{ root, sources: all, last, onProgress },
  });
  const { cards } = pictures;
  const links = resolveLinks({
    ...{ root, sources: all, cards },
    documents: sources?.documents ?? [],
    publicFiles: publicFiles ?? [],
  });
  const diagnostics = [
    ...all.flatMap((one) => one.diagnostics),
    ...addressed.diagnostics,
    ...pictures.diagnostics,
    ...links.diagnostics,
    ...archiveFaults(cards, { site: readBy, settings }),
  ];
  return { cards, pictures, linksIn: links.linksIn, documents: links.documents, diagnostics };
}
