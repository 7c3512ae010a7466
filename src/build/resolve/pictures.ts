/**
 * The pictures that articles name → the pictures of the site. Names are looked up among the files of content/ and public/.
 * A picture's bytes are examined only when the file has changed. What is missing or broken is reported, and the article
 * is published without it.
 */

import { keyOf } from "../../cache/keys/digest.ts";
import { type Fingerprint, fingerprint } from "../../cache/keys/fingerprint.ts";
import type { LastBuild, PictureRecord, SourceRecord } from "../../cache/record/records.ts";
import type { ScannedFile } from "../../content/scan.ts";
import { allIgnored } from "../../content/scan-faults.ts";
import type { Card, SourceFile } from "../../model/article.ts";
import { type SourcePath, urlPath } from "../../model/brands.ts";
import { type Diagnostic, isError } from "../../model/diagnostic.ts";
import { linkFault, SHOWN_BY } from "../../model/diagnostics/links.ts";
import { embeddedName } from "../../model/links/embedded-picture.ts";
import { isRemote } from "../../model/links/inline-picture.ts";
import type {
  NamedPicture,
  PictureFile,
  Pictures,
  PublishedPicture,
  TextPictures,
} from "../../model/picture.ts";
import { decoded, placesOf, savedPlacesOf } from "../../pictures/resolve.ts";
import { batchesOf } from "../../workers/batches.ts";
import type { LookItem } from "../../workers/look-task.ts";
import type { WorkerPool } from "../../workers/pool.ts";
import { sameStamp } from "../read.ts";

/** A file that may be a picture, by its path below the root as spelt on disk. */
export interface FoundFile extends Pick<SourceFile, "size" | "modified" | "changed"> {
  readonly from: string;
  /** It is part of a saved page. */
  readonly ofPage?: true;
  /** Its name does not say that it is a picture. */
  readonly unsure?: true;
}
/** Files of content/ by their paths there, and of public/ by theirs. */
export const picturesAmong = (
  content: readonly ScannedFile[],
  publicFiles: readonly (Omit<FoundFile, "from"> & { readonly file: string })[],
): readonly FoundFile[] => [
  ...content.map((file) => ({ ...file, from: `content/${file.path}` })),
  ...publicFiles.map((file) => ({ ...file, from: file.file })),
];

export interface PictureRequest {
  readonly root: string;
  readonly files: readonly FoundFile[];
  readonly sources: Iterable<SourceRecord>;
  readonly cards: readonly Card[];
  readonly last: LastBuild | null;
  readonly onProgress: (done: number, total: number) => void;
}
export interface ResolvedPictures extends Pictures {
  /** Each with its picture, if that can be shown. */
  readonly cards: readonly Card[];
  readonly records: ReadonlyMap<string, PictureRecord>;
  readonly diagnostics: readonly Diagnostic[];
}

const BATCH = 4;
/** Examining a picture takes as long as reading so many articles. */
const WEIGHT = 16;

/** Which sources name a file, and what each source's names were resolved to. */
interface Names {
  /** By path below the root, in NFC. */
  readonly named: ReadonlyMap<string, readonly NamedPicture[]>;
  readonly bySource: ReadonlyMap<SourcePath, ReadonlyMap<string, string | null>>;
  /** Paths named by what is not published: a draft, or an article in error. */
  readonly ofDrafts: ReadonlySet<string>;
  readonly missing: readonly Diagnostic[];
}

function addTo<T>(lists: Map<string, T[]>, key: string, one: T): void {
  const list = lists.get(key);
  if (list) list.push(one);
  else lists.set(key, [one]);
}

/** @param files Pictures embedded in the sources are added to it. */
function findNames(sources: Iterable<SourceRecord>, files: Map<string, FoundFile>): Names {
  const named = new Map<string, NamedPicture[]>();
  const bySource = new Map<SourcePath, Map<string, string | null>>();
  const missing: Diagnostic[] = [];
  const ofDrafts = new Set<string>();
  const near = byFoldedCase(files);
  for (const { path, pictures, card, diagnostics, size, modified } of sources) {
    if (pictures.length === 0) continue;
    if (!card) for (const { src } of pictures) for (const place of placesOf(src, path)) ofDrafts.add(place);
    // Reported of an article in error too; not of a draft, which is not finished.
    if (!card && !diagnostics.some(isError)) continue;
    const names = new Map<string, string | null>();
    for (const one of pictures) {
      if (names.has(one.src)) continue;
      const elsewhere = isRemote(one.src);
      if (one.embedded) {
        const from = `content/${path}#${one.src}`;
        files.set(from, { from, size, modified, changed: modified });
        names.set(one.src, from);
        if (card) named.set(from, [one]);
        continue;
      }
      const places = elsewhere ? savedPlacesOf(one.src, path) : placesOf(one.src, path);
      const found = places.find((place) => files.has(place)) ?? null;
      names.set(one.src, found);
      if (found && card) addTo(named, found, one);
      else if (!found && !elsewhere) missing.push(missingPicture(one, places, near));
    }
    bySource.set(path, names);
  }
  return { named, bySource, ofDrafts, missing };
}

/** Finds the file that has one of these names but for upper and lower case. The index is computed on first use. */
function byFoldedCase(files: ReadonlyMap<string, FoundFile>) {
  let folded: ReadonlyMap<string, string> | undefined;
  return (places: readonly string[]): string | undefined => {
    folded ??= new Map([...files.keys()].reverse().map((name) => [name.toLowerCase(), name]));
    for (const place of places) {
      const name = folded.get(place.toLowerCase());
      if (name !== undefined) return name;
    }
    return undefined;
  };
}

function missingPicture(
  { src, file, place }: NamedPicture,
  places: readonly string[],
  nearest: (places: readonly string[]) => string | undefined,
): Diagnostic {
  // The last ones are decoded: without percent signs.
  const beside = places.findLast((one) => one.startsWith("content/"));
  const inPublic = places.findLast((one) => one.startsWith("public/"));
  const isElsewhere = /^(?:file|cid|blob):/i.test(src);
  return linkFault(
    "picture-missing",
    { file, place },
    {
      ...{ name: decoded(src), isElsewhere },
      near: isElsewhere ? undefined : nearest(places),
      places: [beside, inPublic].filter((one) => one !== undefined),
    },
  );
}

/** Examines new and changed pictures. @throws Error of the file system, or of sharp where it cannot be loaded. */
async function recordsOf(
  pool: WorkerPool,
  { root, last, onProgress }: PictureRequest,
  wanted: readonly (readonly [name: string, file: FoundFile])[],
): Promise<ReadonlyMap<string, PictureRecord>> {
  const looker = fingerprint("looked-at");
  const records = new Map<string, PictureRecord>();
  const due: LookItem[] = [];
  for (const [name, file] of wanted) {
    const { from, size, modified } = file;
    const known = last?.pictures.get(name) ?? null;
    // The name of an embedded picture is its digest.
    const isSame = embeddedName(from) !== null || (last && known && sameStamp(file, known, last.scanned));
    const same = known && known.looker === looker && isSame;
    if (same) records.set(name, known);
    else due.push({ name, from, size, modified, known });
  }
  const batches = [...batchesOf(due, BATCH)].map((items) => ({ root, looker, items }));
  let done = 0;
  await pool.run("lookAtPictures", { batches, inputs: due.length * WEIGHT }, (looked, { items }) => {
    for (const [i, record] of looked.entries()) records.set(items[i]?.name ?? "", record);
    done += looked.length;
    onProgress(done, due.length);
  });
  return new Map(wanted.map(([name]) => [name, records.get(name) as PictureRecord]));
}

function published(
  name: string,
  { from }: FoundFile,
  {
    record,
    maker,
  }: {
    readonly record: PictureRecord;
    readonly maker: Fingerprint;
  },
): PublishedPicture | null {
  const { facts, digest } = record;
  if (!facts) return null;
  const { kind, width, height, tint } = facts;
  if (kind !== "as-is") {
    const key = keyOf([digest, maker]).slice(0, 12);
    return { from, digest, picture: { key, kind, width, height, tint } };
  }
  const ending = facts.ending ?? /\.\w+$/.exec(name)?.[0].toLowerCase() ?? "";
  const url = name.startsWith("public/")
    ? urlPath(name.slice("public".length))
    : urlPath(`/assets/pictures/${digest.slice(0, 12)}${ending}`);
  return { from, digest, picture: { url, width, height } };
}

export async function resolvePictures(pool: WorkerPool, request: PictureRequest): Promise<ResolvedPictures> {
  const files = new Map(request.files.map((file) => [file.from.normalize("NFC"), file]));
  const { named, bySource, ofDrafts, missing } = findNames(request.sources, files);
  const wanted = [...named.keys()].sort().map((name) => [name, files.get(name) as FoundFile] as const);
  const records = await recordsOf(pool, request, wanted);
  const maker = fingerprint("picture");
  const shown = new Map<string, PublishedPicture>();
  const broken: Diagnostic[] = [];
  for (const [name, file] of wanted) {
    const record = records.get(name) as PictureRecord;
    const one = published(name, file, { record, maker });
    if (one) shown.set(name, one);
    if (record.fault) broken.push(faultOf(record.fault, name, named.get(name) ?? []));
  }
  const pictureOf = (source: SourcePath, src: string): PictureFile | null =>
    shown.get(bySource.get(source)?.get(src) ?? "")?.picture ?? null;
  return {
    cards: request.cards.map((card) => withPicture(card, pictureOf)),
    published: eachOnce([...shown.values()]),
    inText: (source) => textPictures(source, bySource.get(source), pictureOf),
    records,
    diagnostics: [
      ...missing,
      ...broken,
      ...unnamed(request.files, (name) => named.has(name) || ofDrafts.has(name)),
      ...unread(request.files, (name) => named.has(name) || ofDrafts.has(name)),
    ],
  };
}

/** The same bytes under two names are published once. */
const eachOnce = (pictures: readonly PublishedPicture[]): readonly PublishedPicture[] => [
  ...new Map(pictures.map((one) => ["key" in one.picture ? one.picture.key : one.picture.url, one])).values(),
];

function withPicture(card: Card, pictureOf: (source: SourcePath, src: string) => PictureFile | null): Card {
  if (!card.image) return card;
  const file = pictureOf(card.source, card.image.src);
  if (!file) return card;
  return { ...card, image: { ...card.image, file }, digest: keyOf([card.digest, JSON.stringify(file)]) };
}

const NO_PICTURES: TextPictures = {};

function textPictures(
  source: SourcePath,
  names: ReadonlyMap<string, string | null> | undefined,
  pictureOf: (source: SourcePath, src: string) => PictureFile | null,
): TextPictures {
  if (!names) return NO_PICTURES;
  return Object.fromEntries([...names.keys()].map((src) => [src, pictureOf(source, src)]));
}

function faultOf(fault: Diagnostic, name: string, who: readonly NamedPicture[]): Diagnostic {
  const [named] = who;
  if (embeddedName(name) === null || !named) return namingWho(fault, who);
  const { file, place } = named;
  return { ...fault, file, ...(place ? { place } : {}), message: SHOWN_BY.embedded(fault.message) };
}

/** Adds which articles show it. */
function namingWho(fault: Diagnostic, who: readonly NamedPicture[]): Diagnostic {
  const others = [...new Set(who.map(({ file }) => file))].sort();
  return { ...fault, hint: SHOWN_BY.named(fault.hint, others), others };
}

/** Reports files of content/ that are neither articles nor, by their names, pictures, and that no article shows. */
const unread = (files: readonly FoundFile[], isNamed: (name: string) => boolean): readonly Diagnostic[] =>
  allIgnored(
    files.flatMap(({ from, ofPage, unsure }) =>
      unsure && !ofPage && !isNamed(from.normalize("NFC")) ? [from.slice("content/".length)] : [],
    ),
  );

/** Reports pictures in content/ that no article names, which are not published: one warning a folder. */
function unnamed(files: readonly FoundFile[], isNamed: (name: string) => boolean): readonly Diagnostic[] {
  const folders = new Map<string, string[]>();
  for (const { from, ofPage, unsure } of files) {
    if (ofPage || unsure || !from.startsWith("content/") || isNamed(from.normalize("NFC"))) continue;
    const folder = from.slice(0, from.lastIndexOf("/"));
    addTo(folders, folder, from);
  }
  return [...folders.entries()].map(([folder, [first = "", ...more]]) =>
    linkFault("picture-unnamed", { file: first }, { more: more.length, folder }),
  );
}
