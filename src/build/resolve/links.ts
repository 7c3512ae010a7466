/**
 * Links from a source to a file → the addresses of articles, and of documents, published because they are linked to.
 * A link that leads to neither is reported and left as it is.
 */
import { join } from "node:path";
import type { SourceRecord } from "../../cache/record/records.ts";
import type { ScannedFile } from "../../content/scan.ts";
import { ignored } from "../../content/scan-faults.ts";
import type { Archive } from "../../model/archive.ts";
import type { Card } from "../../model/article.ts";
import { outputPath, type SourcePath, type UrlPath, urlPath } from "../../model/brands.ts";
import { type Diagnostic, isError } from "../../model/diagnostic.ts";
import { linkFault } from "../../model/diagnostics/links.ts";
import {
  isDocumentLink,
  isRemoteDocumentLink,
  type NamedLink,
  type TextLinks,
} from "../../model/links/inline-link.ts";
import { fileVersion, type PublicFile } from "../../output/public-files.ts";
import { decoded, placesOf, savedPlacesOf } from "../../pictures/resolve.ts";

export interface LinkRequest {
  readonly root: string;
  readonly sources: readonly SourceRecord[];
  /** Those that are published, their addresses resolved. */
  readonly cards: readonly Card[];
  /** Of content/. */
  readonly documents: readonly ScannedFile[];
  readonly publicFiles: readonly PublicFile[];
}
export interface ResolvedLinks {
  readonly linksIn: Archive["linksIn"];
  /** Documents of content/ that are linked to, at their places in the site. */
  readonly documents: readonly PublicFile[];
  readonly diagnostics: readonly Diagnostic[];
}

const NO_LINKS: TextLinks = {};
/** The path below the root of a source, or another file of content/, in Unicode's composed form (NFC). */
export const spelt = (source: string): string => `content/${source}`.normalize("NFC");

/** The address of a document of content/, which depends only on its path, not on its bytes. */
const addressOf = (place: string): UrlPath => urlPath(`/files/${place.slice("content/".length)}`);

/** A link that leads nowhere, and the file it names, if that exists but has no page. */
interface Missing extends NamedLink {
  readonly file: string | undefined;
  /** A file whose name differs only in its capital letters. */
  readonly near: string | undefined;
}

function leadsNowhere({ href, place, file, near }: Missing, source: SourcePath, more = 0): Diagnostic {
  // The last one is decoded: without percent signs.
  const beside = placesOf(href, source).findLast((one) => one.startsWith("content/"));
  const name = file ?? beside ?? decoded(href);
  const at = { file: `content/${source}`, place };
  const to = isDocumentLink(href) ? "file" : "article";
  return linkFault("link-missing", at, { to, name, more, near, beside, isUnpublished: file !== undefined });
}

/** A saved page has many links to others of its old site that were not saved with it: they are reported once. */
function faultsOf(missing: readonly Missing[], source: SourcePath): readonly Diagnostic[] {
  const reported = /\.html?$/i.test(source) ? missing.slice(0, 1) : missing;
  return reported.map((link) => leadsNowhere(link, source, missing.length - reported.length));
}

export interface LinksOfSource {
  readonly leading: TextLinks;
  readonly missing: readonly Missing[];
  /** The files that they name, published or not, below the root. */
  readonly files: readonly string[];
}

/**
 * @param urls Addresses by file below the root, in NFC; null for sources that have no page.
 * @param capitals Names of documents by their lower-case form.
 */
export function linksOf(
  { path, links }: Pick<SourceRecord, "path" | "links">,
  urls: ReadonlyMap<string, UrlPath | null>,
  capitals: ReadonlyMap<string, string> = new Map(),
): LinksOfSource {
  const leading: Record<string, UrlPath> = {};
  const missing: Missing[] = [];
  const files: string[] = [];
  for (const link of links) {
    const elsewhere = isRemoteDocumentLink(link.href);
    const places = elsewhere ? savedPlacesOf(link.href, path) : placesOf(link.href, path);
    const isSource = !elsewhere && !isDocumentLink(link.href);
    const file = places.find((place) => urls.has(place) && !(isSource && place.startsWith("public/")));
    const url = urls.get(file ?? "");
    if (file) files.push(file);
    if (url) leading[link.href] = url;
    else if (!elsewhere) {
      const near = places.map((one) => capitals.get(one.toLowerCase())).find(Boolean);
      missing.push({ ...link, file, near });
    }
  }
  return { leading, missing, files };
}

/** Reports documents that no article links to, which are not published: one warning a folder and ending. */
function unnamed(documents: readonly ScannedFile[], named: ReadonlySet<string>): readonly Diagnostic[] {
  const groups = new Map<string, string[]>();
  for (const { path, ofPage } of documents) {
    if (ofPage || named.has(spelt(path))) continue;
    const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    const ending = /\.[^./]+$/.exec(path)?.[0].toLowerCase() ?? "";
    const key = `${folder}\n${ending}`;
    const group = groups.get(key);
    if (group) group.push(path);
    else groups.set(key, [path]);
  }
  return [...groups].map(([key, paths]) => ignored(...(key.split("\n") as [string, string]), paths));
}

export function resolveLinks({ root, sources, cards, documents, publicFiles }: LinkRequest): ResolvedLinks {
  const linking = sources.filter(({ links }) => links.length > 0);
  const settled = new Map<SourcePath, TextLinks>();
  const diagnostics: Diagnostic[] = [];
  if (linking.length === 0)
    return { linksIn: () => NO_LINKS, documents: [], diagnostics: unnamed(documents, new Set()) };
  const beside = new Map(documents.map((one) => [spelt(one.path), one]));
  const urls = new Map<string, UrlPath | null>(sources.map(({ path }) => [spelt(path), null]));
  for (const { source, url } of cards) urls.set(spelt(source), url);
  for (const name of beside.keys()) urls.set(name, addressOf(name));
  for (const { path } of publicFiles) urls.set(`public/${path}`.normalize("NFC"), urlPath(`/${path}`));
  const capitals = new Map([...beside.keys()].map((name) => [name.toLowerCase(), name]));
  const named = new Set<string>();
  const published = new Map<string, PublicFile>();
  for (const { path, links, card, diagnostics: found } of linking) {
    const { leading, missing, files } = linksOf({ path, links }, urls, capitals);
    for (const file of files) {
      const document = beside.get(file);
      const url = urls.get(file);
      if (document) named.add(file);
      if (url && document && card) published.set(url, publicFileOf(root, document, url));
    }
    // A draft is not finished, so its links are not reported; those of an article in error are.
    if (!card && !found.some(isError)) continue;
    for (const added of faultsOf(missing, path)) diagnostics.push(added);
    settled.set(path, leading);
  }
  return {
    linksIn: (source) => settled.get(source) ?? NO_LINKS,
    documents: [...published.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    diagnostics: [...diagnostics, ...unnamed(documents, named)],
  };
}

/** Identified by size and times instead of its bytes, like the files of public/. */
function publicFileOf(
  root: string,
  { path, size, modified, changed }: ScannedFile,
  url: UrlPath,
): PublicFile {
  const from = join(root, "content", path);
  const stamp = { size, modified, changed };
  return {
    path: outputPath(url.slice(1)),
    from,
    file: `content/${path}`,
    ...stamp,
    version: fileVersion(from, stamp),
  };
}
