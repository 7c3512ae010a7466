/** The disk → what lies under content/: articles, their sidecars, the settings. Reads names, sizes and times, no text. */
import { readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { join, sep } from "node:path";
import type { SourceFile } from "../model/article.ts";
import { type SourcePath, sourcePath } from "../model/brands.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";

export interface Scan {
  /** By path, in order of UTF-16 units, which no locale moves. */
  readonly articles: readonly SourceFile[];
  /** By the path of the article they stand beside. */
  readonly sidecars: ReadonlyMap<SourcePath, SourceFile>;
  readonly settings: SourceFile | null;
  /** Pictures beside articles: those that an article names are published. */
  readonly pictures: readonly SourceFile[];
}

/** Files of this size, in bytes, are no article. */
export const LARGEST = 20_000_000;

const ARTICLE = /\.(?:md|txt|html?)$/i;
const SIDECAR = /\.ya?ml$/i;
const SETTINGS = /^site\.ya?ml$/i;
const PICTURE = /\.(?:jpe?g|png|gif|svg|webp|avif)$/i;
const MEDIA = /\.(?:pdf|mp3|mp4)$/i;
const stem = (path: string): string => path.replace(/\.[^./]+$/, "");
const textOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

class Walk {
  readonly articles: SourceFile[] = [];
  readonly pictures: SourceFile[] = [];
  readonly beside = new Map<string, SourceFile>();
  settings: SourceFile | null = null;
  readonly diagnostics: Diagnostic[] = [];
  readonly #folder: string;
  readonly #home: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.#home = realpathSync(folder);
  }

  visit(inner: string, above: readonly string[]): void {
    const others = new Map<string, string[]>();
    for (const entry of readdirSync(join(this.#folder, inner), { withFileTypes: true })) {
      if (entry.name.startsWith(".")) continue;
      const path = inner === "" ? entry.name : `${inner}/${entry.name}`;
      if (entry.isSymbolicLink()) this.#follow(path, above, others);
      else if (entry.isDirectory()) this.visit(path, above);
      else if (entry.isFile()) this.#file(path, others);
    }
    for (const [extension, names] of others) this.#ignored(inner, extension, names);
  }

  #fault(
    severity: Diagnostic["severity"],
    code: string,
    path: string,
    text: { message: string; hint: string },
  ): void {
    this.diagnostics.push({ severity, code, file: `content/${path}`, ...text });
  }

  /** A link inside content/ is followed, once; one that leads out would publish what nobody put there. */
  #follow(path: string, above: readonly string[], others: Map<string, string[]>): void {
    let real: string;
    let stats: Stats;
    try {
      real = realpathSync(join(this.#folder, path));
      stats = statSync(real);
    } catch {
      this.#fault("error", "link-broken", path, {
        message: "This symbolic link leads nowhere.",
        hint: "Remove it, or put the file itself here.",
      });
      return;
    }
    if (real !== this.#home && !real.startsWith(this.#home + sep)) {
      this.#fault("error", "link-out", path, {
        message: "This symbolic link leads out of content/.",
        hint: "Put the file itself here: only what lies in content/ is published.",
      });
      return;
    }
    if (stats.isFile()) this.#file(path, others);
    else if (!above.includes(real) && !this.#home.startsWith(real)) this.visit(path, [...above, real]);
  }

  #file(path: string, others: Map<string, string[]>): void {
    const isArticle = ARTICLE.test(path);
    const isPicture = PICTURE.test(path);
    if (!isArticle && !isPicture && !SIDECAR.test(path)) {
      const extension = path.match(/\.[^./]+$/)?.[0]?.toLowerCase() ?? "";
      others.set(extension, [...(others.get(extension) ?? []), path]);
      return;
    }
    const { size, mtimeMs: modified, ctimeMs: changed } = statSync(join(this.#folder, path));
    const file: SourceFile = { path: sourcePath(path), size, modified, changed };
    if (isPicture) this.pictures.push(file);
    else if (size >= LARGEST)
      this.#fault("error", "too-large", path, {
        message: `This file is ${(size / 1e6).toFixed(0)} MB; an article is under ${LARGEST / 1e6} MB.`,
        hint: "If it holds many articles, cut it into one file each.",
      });
    else if (isArticle) this.articles.push(file);
    else if (SETTINGS.test(path)) this.settings = file;
    else this.beside.set(stem(path), file);
  }

  #ignored(folder: string, extension: string, paths: readonly string[]): void {
    const [first] = paths;
    if (first === undefined) return;
    const more = paths.length > 1 ? ` and ${paths.length - 1} more like it in ${folder || "content"}` : "";
    this.#fault("warning", "not-an-article", first, {
      message: `Not read: this${more} is not .md, .txt or .html.`,
      hint: MEDIA.test(extension)
        ? "Documents, sound and film belong in public/."
        : "Rename it, or move it out of content/.",
    });
  }
}

/** `content/2017/a.md` and `content/2017/a.txt` would be one article twice. */
function twins(articles: readonly SourceFile[]): Diagnostic[] {
  const first = new Map<string, string>();
  return articles.flatMap(({ path }): Diagnostic[] => {
    const other = first.get(stem(path));
    if (other === undefined) {
      first.set(stem(path), path);
      return [];
    }
    return [
      {
        severity: "error",
        code: "name-twice",
        file: `content/${path}`,
        message: `This file and content/${other} differ only in their ending, so they would be one article: only one of them can be published.`,
        hint: "Rename one of the two, and the sidecar that belongs to it; or remove the one that is not wanted.",
        others: [`content/${other}`],
      },
    ];
  });
}

/**
 * @param folder The content folder on disk, which is there.
 * @throws Error of the file system when a folder cannot be read.
 */
export function scan(folder: string): Outcome<Scan> {
  const walk = new Walk(folder);
  walk.visit("", []);
  const articles = walk.articles.sort((a, b) => textOrder(a.path, b.path));
  const sidecars = new Map<SourcePath, SourceFile>();
  for (const { path } of articles) {
    const sidecar = walk.beside.get(stem(path));
    if (sidecar) sidecars.set(path, sidecar);
  }
  const used = new Set(sidecars.values());
  const alone = [...walk.beside.values()].filter((file) => !used.has(file));
  const lonely = alone.map(
    ({ path }): Diagnostic => ({
      severity: "warning",
      code: "sidecar-alone",
      file: `content/${path}`,
      message: "This sidecar stands beside no article.",
      hint: `It belongs beside ${stem(path).split("/").pop()}.txt, .md or .html.`,
    }),
  );
  return {
    value: { articles, sidecars, settings: walk.settings, pictures: walk.pictures },
    diagnostics: [...walk.diagnostics, ...twins(articles), ...lonely],
  };
}
