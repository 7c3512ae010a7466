/** The disk → the files under content/: articles, sidecars, settings, others. Reads names, sizes and times, no text. */
import { realpathSync, type Stats, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { listFolder } from "../disk/list-folder.ts";
import { unreadable } from "../disk/unreadable.ts";
import type { SourceFile } from "../model/article.ts";
import { type SourcePath, sourcePath } from "../model/brands.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";
import { fileFault } from "../model/diagnostics/files.ts";
import { isDocument } from "../model/links/document.ts";
import { pathWithin } from "../model/path-within.ts";
import { foldersOfPages, isPage } from "./saved-page.ts";
import { ignored, sidecarAlone, stem, twins } from "./scan-faults.ts";
import { isSettings, settingsAmong } from "./settings-file.ts";

export interface Scan {
  /** By path, in order of UTF-16 units, which does not depend on the locale. */
  readonly articles: readonly SourceFile[];
  /** By the path of their article. */
  readonly sidecars: ReadonlyMap<SourcePath, SourceFile>;
  readonly settings: SourceFile | null;
  /** What the pages of a folder have in common, a file a folder. */
  readonly makes: readonly SourceFile[];
  /** Pictures and documents; those that an article names are published. */
  readonly pictures: readonly ScannedFile[];
  readonly documents: readonly ScannedFile[];
  /** Files of other extensions: one that an article names as a picture may still be one. */
  readonly others: readonly ScannedFile[];
}

export interface ScannedFile extends SourceFile {
  /** It is part of a saved page, which has more parts than its article shows. */
  readonly ofPage?: true;
  /** Its extension is not that of a picture: it is one only where an article names it as one. */
  readonly unsure?: true;
}

/** Bytes from which on a file is too large for an article. */
export const LARGEST = 20_000_000;

/** What a name of content/ or of a folder in it begins with, to be no article's: notes, and `_pages.yaml`. */
const ASIDE = /(?:^|\/)_/;
const MAKES = /(?:^|\/)_pages\.yaml$/;
const ARTICLE = /\.(?:md|txt|html?)$/i;
const SIDECAR = /\.ya?ml$/i;
const PICTURE = /\.(?:jpe?g|png|gif|svg|webp|avif)$/i;
const byPath = (a: SourceFile, b: SourceFile): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

/** The files of one folder, without those of its subfolders. */
interface Listing {
  readonly articles: SourceFile[];
  readonly pictures: ScannedFile[];
  readonly documents: ScannedFile[];
  readonly others: ScannedFile[];
  /** Sidecars; they belong to the article of the same stem. */
  readonly beside: SourceFile[];
  readonly settings: SourceFile[];
  readonly makes: SourceFile[];
  readonly folders: string[];
  readonly diagnostics: Diagnostic[];
}
/** Listings by folder, its path within content/ (`""`, `2017/11`). */
export type Listings = ReadonlyMap<string, Listing>;

/** What an earlier scan found, and every path within content/ that was reported as changed since. */
export interface Watched {
  readonly listings: Listings;
  readonly changed: readonly string[];
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

/**
 * Folders without a change. A change in an unknown folder may concern any folder below its nearest known one, so all of
 * those are dropped.
 */
function unchanged({ listings, changed }: Watched): Map<string, Listing> {
  const left = new Map(listings);
  const drop = (folder: string): void => {
    for (const inner of left.keys())
      if (folder === "" || inner === folder || inner.startsWith(`${folder}/`)) left.delete(inner);
  };
  for (const path of changed) {
    let folder = folderOf(path);
    if (listings.has(folder)) {
      left.delete(folder);
      if (listings.has(path)) drop(path);
      continue;
    }
    while (!listings.has(folder) && folder !== "") folder = folderOf(folder);
    drop(folder);
  }
  return left;
}

class Walk {
  readonly listings = new Map<string, Listing>();
  /**
   * A link's target may change unseen, and what cannot be read may become readable: where either was met, the next scan
   * must read everything.
   */
  linked = false;
  readonly #folder: string;
  readonly #home: string;
  readonly #known: ReadonlyMap<string, Listing>;
  /** Links that lead back, by real path: each is reported once, however it was reached. */
  readonly #loops = new Set<string>();

  constructor(folder: string, known: ReadonlyMap<string, Listing>) {
    this.#folder = folder;
    this.#home = realpathSync(folder);
    this.#known = known;
  }

  /** @param above Real paths of the folders that links on the way to it led to. */
  visit(inner: string, above: readonly string[]): void {
    const listing = this.#known.get(inner) ?? this.#list(inner, above);
    for (const folder of listing.folders) this.visit(folder, above);
    this.listings.set(inner, listing);
  }

  #list(inner: string, above: readonly string[]): Listing {
    const { entries, diagnostics } = listFolder(
      join(this.#folder, inner),
      inner === "" ? "content" : `content/${inner}`,
    );
    // The permission to read it may come back without a change that is watched.
    if (diagnostics.length > 0) this.linked = true;
    const listing: Listing = {
      ...{ articles: [], pictures: [], documents: [], others: [], beside: [], settings: [] },
      ...{ makes: [], folders: [], diagnostics: [...diagnostics] },
    };
    const others = new Map<string, string[]>();
    for (const entry of entries) {
      if (entry.name.startsWith(".")) continue;
      const path = inner === "" ? entry.name : `${inner}/${entry.name}`;
      try {
        if (entry.isSymbolicLink()) this.#follow(path, above, { listing, others });
        else if (entry.isDirectory()) listing.folders.push(path);
        else if (entry.isFile()) this.#file(path, { listing, others });
      } catch (error) {
        this.linked = true;
        listing.diagnostics.push(unreadable(`content/${path}`, error));
      }
    }
    for (const [extension, names] of others) listing.diagnostics.push(ignored(inner, extension, names));
    listing.articles.sort(byPath);
    for (const added of twins(listing.articles)) listing.diagnostics.push(added);
    return listing;
  }

  /** Follows a link that stays inside content/; one that leads out could publish files that are not meant to be. */
  #follow(path: string, above: readonly string[], into: Into): void {
    this.linked = true;
    let real: string;
    let stats: Stats;
    try {
      real = realpathSync(join(this.#folder, path));
      stats = statSync(real);
    } catch {
      into.listing.diagnostics.push(fileFault("link-broken", { file: `content/${path}` }));
      return;
    }
    if (pathWithin(this.#home, real) === null) {
      into.listing.diagnostics.push(fileFault("link-out", { file: `content/${path}` }, { of: "content" }));
      return;
    }
    if (stats.isFile()) this.#file(path, into);
    else if (stats.isDirectory()) {
      const at = realpathSync(dirname(join(this.#folder, path)));
      if (!above.includes(real) && pathWithin(real, at) === null) {
        this.visit(path, [...above, real]);
        return;
      }
      const link = join(at, path.split("/").pop() ?? "");
      const file = `content/${pathWithin(this.#home, link) ?? link}`;
      if (!this.#loops.has(link))
        into.listing.diagnostics.push(fileFault("link-loop", { file }, { of: "content" }));
      this.#loops.add(link);
    }
  }

  #file(path: string, { listing, others }: Into): void {
    const isArticle = ARTICLE.test(path);
    const isPicture = PICTURE.test(path);
    const isOther = !isArticle && !isPicture && !SIDECAR.test(path);
    if (isOther && !isDocument(path)) {
      const extension = path.match(/\.[^./]+$/)?.[0]?.toLowerCase() ?? "";
      const alike = others.get(extension);
      if (alike) alike.push(path);
      else others.set(extension, [path]);
      const { size, mtimeMs: modified, ctimeMs: changed } = statSync(`${this.#folder}/${path}`);
      listing.others.push({ path: sourcePath(path), size, modified, changed, unsure: true });
      return;
    }
    const { size, mtimeMs: modified, ctimeMs: changed } = statSync(`${this.#folder}/${path}`);
    const file: SourceFile = { path: sourcePath(path), size, modified, changed };
    if (isPicture) listing.pictures.push(file);
    else if (!isOther && ASIDE.test(path)) {
      if (MAKES.test(path)) listing.makes.push(file);
    } else if (isOther) listing.documents.push(file);
    else if (size >= LARGEST)
      listing.diagnostics.push(fileFault("too-large", { file: `content/${path}` }, { size, most: LARGEST }));
    else if (isArticle) listing.articles.push(file);
    else if (isSettings(path)) listing.settings.push(file);
    else listing.beside.push(file);
  }
}

interface Into {
  readonly listing: Listing;
  /** Files of other extensions, by extension. */
  readonly others: Map<string, string[]>;
}

export interface Scanned extends Outcome<Scan> {
  /** For the next scan; null where that must read everything. */
  readonly listings: Listings | null;
}

/** The listing of a saved page's parts: its frames are not articles, and its scripts are not reported. */
function partsOfPage({ articles, pictures, documents, others, diagnostics, ...listing }: Listing): Listing {
  const own = articles.filter((one) => !isPage(one));
  const kept = diagnostics.filter(({ code }) => code !== "not-an-article" && code !== "name-twice");
  return {
    ...{ ...listing, articles: own, diagnostics: [...kept, ...twins(own)] },
    pictures: pictures.map((one) => ({ ...one, ofPage: true })),
    documents: documents.map((one) => ({ ...one, ofPage: true })),
    others: others.map((one) => ({ ...one, ofPage: true })),
  };
}

/** Of files for one thing, those that are not read. @param readOf The one that is. */
const others = (
  files: readonly SourceFile[],
  readOf: (file: SourceFile) => string | null | undefined,
  code: "settings-twice" | "sidecar-twice",
): readonly Diagnostic[] =>
  files.flatMap((file) => {
    const read = readOf(file) ?? file.path;
    if (read === file.path) return [];
    const other = `content/${read}`;
    const at = { file: `content/${file.path}`, others: code === "sidecar-twice" ? [other] : [] };
    return [fileFault(code, at, { read: other })];
  });

/**
 * @param folder The content folder on disk, which must exist.
 * @param watched Folders without a change are taken from it.
 * @returns No value where the folder itself cannot be read. @throws Error of the file system other than of one file.
 */
export function scan(folder: string, watched: Watched | null = null): Scanned {
  const walk = new Walk(folder, watched ? unchanged(watched) : new Map());
  walk.visit("", []);
  // Otherwise a site without any article would be published.
  const whole = walk.listings.get("")?.diagnostics.filter(({ file }) => file === "content") ?? [];
  if (whole.some(({ code }) => code === "unreadable")) return { diagnostics: whole, listings: null };
  const ofPages = foldersOfPages(walk.listings);
  const listings = [...walk.listings].map(([path, one]) => (ofPages.has(path) ? partsOfPage(one) : one));
  const articles = listings.flatMap((one) => one.articles).sort(byPath);
  const stated = listings.flatMap((one) => one.beside).sort(byPath);
  const beside = new Map(stated.toReversed().map((file) => [stem(file.path), file]));
  const sidecars = new Map<SourcePath, SourceFile>();
  if (beside.size > 0)
    for (const { path } of articles) {
      const sidecar = beside.get(stem(path));
      if (sidecar) sidecars.set(path, sidecar);
    }
  const used = new Set(sidecars.values());
  const alone = [...beside.values()].filter((file) => !used.has(file));
  const settings = [...(walk.listings.get("")?.settings ?? [])].sort(byPath);
  const read = settingsAmong(settings.map(({ path }) => path));
  return {
    value: {
      ...{ articles, sidecars, settings: settings.find(({ path }) => path === read) ?? null },
      makes: listings.flatMap(({ makes }) => makes).sort(byPath),
      pictures: listings.flatMap(({ pictures }) => pictures),
      documents: listings.flatMap(({ documents }) => documents),
      others: listings.flatMap(({ others }) => others),
    },
    diagnostics: [
      ...listings.flatMap(({ diagnostics }) => diagnostics),
      ...others(settings, () => read, "settings-twice"),
      ...alone.map(({ path }) => sidecarAlone(path)),
      ...others(stated, ({ path }) => beside.get(stem(path))?.path, "sidecar-twice"),
    ],
    listings: walk.linked ? null : walk.listings,
  };
}
