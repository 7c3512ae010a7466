/**
 * Branded strings, so that the compiler keeps paths, addresses and digests apart. Each has one constructor here, which
 * holds the only cast.
 */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** A file under `content/`, relative to it, with `/` between folders, spelled as on disk: `2017/11/22/syria.txt`. */
export type SourcePath = Branded<"SourcePath">;
/** A file of the site, relative to the output folder: `2017/11/22/slug/index.html`. Never starts with `/`, holds no `..`. */
export type OutputPath = Branded<"OutputPath">;
/** An address within the site, decoded, without the base path: `/2017/11/22/slug/`. Percent-encoded only when printed. */
export type UrlPath = Branded<"UrlPath">;
/** One step of an address: never empty, at most 120 bytes of UTF-8, no `/`. */
export type Slug = Branded<"Slug">;
/** The id of an article, whatever its address: its source path without the extension. */
export type ArticleId = Branded<"ArticleId">;
/** The first 128 bits of a SHA-256, as 22 characters of base64url. */
export type Digest = Branded<"Digest">;

export const sourcePath = (text: string): SourcePath => text as SourcePath;
export const urlPath = (text: string): UrlPath => text as UrlPath;
export const slug = (text: string): Slug => text as Slug;
export const articleId = (text: string): ArticleId => text as ArticleId;
export const digest = (text: string): Digest => text as Digest;

/** A step that is empty (as by a slash at the start or the end), `.` or `..`. */
const STEP_OF_DOTS = /(?:^|\/)\.{0,2}(?:\/|$)/;

/**
 * @throws Error when the path would leave the output folder: planned paths are computed, so this is a bug of the program.
 */
export function outputPath(text: string): OutputPath {
  if (STEP_OF_DOTS.test(text))
    throw new Error(`not a path inside the output folder: ${JSON.stringify(text)}`);
  return text as OutputPath;
}

/** The file that a host serves for an address: `/a/` → `a/index.html`, `/feed.xml` → `feed.xml`. */
export const fileFor = (url: UrlPath): OutputPath =>
  outputPath(url.endsWith("/") ? `${url.slice(1)}index.html` : url.slice(1));

/** The file for an old address: `/2015/old.html/` → `2015/old.html`, which old links request; `/old.php/` → a folder. */
export const fileForAlias = (alias: UrlPath): OutputPath =>
  /\.html?\/$/.test(alias) ? outputPath(alias.slice(1, -1)) : fileFor(alias);
