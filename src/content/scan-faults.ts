/** Diagnostics for the names of files under content/. */
import type { SourceFile } from "../model/article.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { fileFault, type OtherKind } from "../model/diagnostics/files.ts";

const WORD_PROCESSOR = /\.(?:docx?|odt|rtf|pages|wpd|docm)$/i;
const MEDIA = /\.(?:pdf|mp3|mp4)$/i;
/** A path without its extension, in NFC: some disks store أ as one code point, some as two, which look the same. */
export const stem = (path: string): string => path.replace(/\.[^./]+$/, "").normalize("NFC");

/** Archives of many files, and formats that programs write for other programs. */
const EXPORT =
  /\.(?:xml|wxr|warc|arc|wacz|gz|zip|rar|7z|tar|tgz|json|jsonl|csv|sql|db|sqlite|mbox|eml|epub)$/i;
const PAGE = /\.(?:xhtml|mht|mhtml|webarchive|maff|php|aspx?)$/i;
const MARKDOWN = /\.(?:markdown|mdown|mkd|mdx)$/i;

const KINDS: readonly (readonly [kind: OtherKind, extensions: RegExp])[] = [
  ["media", MEDIA],
  ["word-processor", WORD_PROCESSOR],
  ["markdown", MARKDOWN],
  ["page", PAGE],
  ["export", EXPORT],
];

/** @param extension Of all these files of one folder, such as `.docx`. */
export function ignored(
  folder: string,
  extension: string,
  [first = "", ...rest]: readonly string[],
): Diagnostic {
  const kind = KINDS.find(([, extensions]) => extensions.test(extension))?.[0] ?? "unknown";
  const values = { more: rest.length, folder: folder || "content", kind };
  return fileFault("not-an-article", { file: `content/${first}` }, values);
}

/** Two sources with one stem, `2017/a.md` and `2017/a.txt`, have one id. @param articles Of one folder, by path. */
export function twins(articles: readonly SourceFile[]): Diagnostic[] {
  const first = new Map<string, string>();
  return articles.flatMap(({ path }): Diagnostic[] => {
    const other = first.get(stem(path));
    if (other === undefined) {
      first.set(stem(path), path);
      return [];
    }
    const file = `content/${other}`;
    const at = { file: `content/${path}`, others: [file] };
    return [fileFault("name-twice", at, { other: file, by: "ending" })];
  });
}

export function sidecarAlone(path: string): Diagnostic {
  const article = stem(path).split("/").pop() ?? "";
  const named = /^(.+)\.(?:md|txt|html?)$/i.exec(article);
  return fileFault("sidecar-alone", { file: `content/${path}` }, { article, named: named?.[1] });
}

/** Files that are not read: one warning a folder and extension. @param paths Within content/. */
export function allIgnored(paths: readonly string[]): readonly Diagnostic[] {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    const extension = path.match(/\.[^./]+$/)?.[0]?.toLowerCase() ?? "";
    const key = `${folder}\n${extension}`;
    const alike = groups.get(key);
    if (alike) alike.push(path);
    else groups.set(key, [path]);
  }
  return [...groups].map(([key, alike]) => {
    const [folder = "", extension = ""] = key.split("\n");
    return ignored(folder, extension, alike);
  });
}
