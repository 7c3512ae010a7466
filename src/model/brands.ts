/**
 * Branded strings: paths, addresses and digests that must not be mixed up. Each has one constructor here, which is
 * the only cast; everything else passes the branded value on.
 */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** A file under `content/`, relative to it, with `/` between folders, as the disk spells it: `2017/11/22/syria.txt`. */
export type SourcePath = Branded<"SourcePath">;
/** A file of the site, relative to the output folder: `2017/11/22/slug/index.html`. Never starts with `/`, holds no `..`. */
export type OutputPath = Branded<"OutputPath">;
/** An address within the site, decoded, without the base path: `/2017/11/22/slug/`. Percent-encoded only when printed. */
export type UrlPath = Branded<"UrlPath">;
/** Letters that may stand as one step of an address: never empty, at most 120 bytes of UTF-8, no `/`. */
export type Slug = Branded<"Slug">;
/** What tells one article from another whatever its address: its source path without the extension. */
export type ArticleId = Branded<"ArticleId">;
/** The first 128 bits of a SHA-256, as 22 characters of base64url. */
export type Digest = Branded<"Digest">;

export const sourcePath = (text: string): SourcePath => text as SourcePath;
export const urlPath = (text: string): UrlPath => text as UrlPath;
export const slug = (text: string): Slug => text as Slug;
export const articleId = (text: string): ArticleId => text as ArticleId;
export const digest = (text: string): Digest => text as Digest;

/** A step that is empty, `.` or `..`: also a slash at the start or the end. */
const STEP_OF_DOTS = /(?:^|\/)\.{0,2}(?:\/|$)/;

/**
 * @throws Error when the path would leave the output folder: a planned path is made by us, so this is our own bug.
 */
export function outputPath(text: string): OutputPath {
  if (STEP_OF_DOTS.test(text))
    throw new Error(`not a path inside the output folder: ${JSON.stringify(text)}`);
  return text as OutputPath;
}

/** The file that a host serves for an address: `/a/` → `a/index.html`, `/feed.xml` → `feed.xml`. */
export const fileFor = (url: UrlPath): OutputPath =>
  outputPath(url.endsWith("/") ? `${url.slice(1)}index.html` : url.slice(1));

/** `/2015/old.html/`, an old address, is the file that old links ask for; of `/old.php/` hosts serve the folder. */
export const fileForAlias = (alias: UrlPath): OutputPath =>
  /\.html?\/$/.test(alias) ? outputPath(alias.slice(1, -1)) : fileFor(alias);
