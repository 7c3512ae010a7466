/** Diagnostics for the names of files under content/. */
import type { SourceFile } from "../model/article.ts";
import type { Diagnostic } from "../model/diagnostic.ts";

const WORD_PROCESSOR = /\.(?:docx?|odt|rtf|pages|wpd|docm)$/i;
const MEDIA = /\.(?:pdf|mp3|mp4)$/i;
/** A path without its extension, in NFC: some disks store أ as one code point, some as two, which look the same. */
export const stem = (path: string): string => path.replace(/\.[^./]+$/, "").normalize("NFC");

export const fault = (code: string, path: string, text: { message: string; hint: string }): Diagnostic => ({
  ...{ severity: "error", code, file: `content/${path}` },
  ...text,
});

export const linkLoop = (path: string): Diagnostic =>
  fault("link-loop", path, {
    message: "This symbolic link leads back to a folder that it lies in; it is not followed.",
    hint: "Remove it.",
  });

/** Archives of many files, and formats that programs write for other programs. */
const EXPORT =
  /\.(?:xml|wxr|warc|arc|wacz|gz|zip|rar|7z|tar|tgz|json|jsonl|csv|sql|db|sqlite|mbox|eml|epub)$/i;
const PAGE = /\.(?:xhtml|mht|mhtml|webarchive|maff|php|aspx?)$/i;
const MARKDOWN = /\.(?:markdown|mdown|mkd|mdx)$/i;

/** What to do with files of an extension such as `.docx`. */
function hintFor(extension: string): string {
  if (MEDIA.test(extension))
    return "Documents, sound and film are published where an article links to them by their file, or from public/.";
  if (WORD_PROCESSOR.test(extension))
    return "Open it in the program it is of and save it as plain text (.txt, UTF-8), or write it as .md; a new name alone does not change what is in it.";
  if (MARKDOWN.test(extension)) return "If it is Markdown, name it .md.";
  if (PAGE.test(extension))
    return "If it is a web page, open it in a browser and save it as .html; a new name alone does not change what is in it.";
  if (EXPORT.test(extension))
    return "If articles are in it, take them out, one file each (.md, .txt or .html); a new name alone does not change what is in it. If not, move it out of content/.";
  return "If it is text, name it .txt or .md; if not, move it out of content/.";
}

export function ignored(
  folder: string,
  extension: string,
  [first = "", ...rest]: readonly string[],
): Diagnostic {
  const more = rest.length > 0 ? ` and ${rest.length} more like it in ${folder || "content"}` : "";
  return {
    ...{ severity: "warning", code: "not-an-article", file: `content/${first}` },
    message: `Not read: this${more} is not .md, .txt or .html.`,
    hint: hintFor(extension),
  };
}

export const unreadSettings = (path: string, read: string): Diagnostic => ({
  severity: "warning",
  code: "settings-twice",
  file: `content/${path}`,
  message: `Not read: the settings are those of content/${read}.`,
  hint: `Move what is wanted of it into content/${read}, and remove this file.`,
});

/** Two sources with one stem, `2017/a.md` and `2017/a.txt`, have one id. @param articles Of one folder, by path. */
export function twins(articles: readonly SourceFile[]): Diagnostic[] {
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

export function sidecarAlone(path: string): Diagnostic {
  const article = stem(path).split("/").pop() ?? "";
  const named = /^(.+)\.(?:md|txt|html?)$/i.exec(article);
  return {
    ...{ severity: "warning", code: "sidecar-alone", file: `content/${path}` },
    message: "This sidecar stands beside no article.",
    hint: named
      ? `The sidecar of ${article} is named ${named[1]}.yaml.`
      : `It belongs beside ${article}.txt, .md or .html.`,
  };
}

/** Two sidecars of one article, `a.yaml` and `a.yml`. @param read The one that is read. */
export const sidecarTwice = (path: string, read: string): readonly Diagnostic[] =>
  path === read
    ? []
    : [
        {
          ...fault("sidecar-twice", path, {
            message: `This sidecar and content/${read} are of one article; only the other one is read.`,
            hint: "Put what is right in one of the two, and remove the other.",
          }),
          others: [`content/${read}`],
        },
      ];

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
