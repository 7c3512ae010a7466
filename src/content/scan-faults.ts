/** What is wrong with the names under content/ → what an editor is told. */
import type { SourceFile } from "../model/article.ts";
import type { Diagnostic } from "../model/diagnostic.ts";

const WORD_PROCESSOR = /\.(?:docx?|odt|rtf|pages|wpd|docm)$/i;
const MEDIA = /\.(?:pdf|mp3|mp4)$/i;
const stem = (path: string): string => path.replace(/\.[^./]+$/, "");

export const fault = (code: string, path: string, text: { message: string; hint: string }): Diagnostic => ({
  ...{ severity: "error", code, file: `content/${path}` },
  ...text,
});

/** What to do with files of an extension, `.docx`. */
function hintFor(extension: string): string {
  if (MEDIA.test(extension)) return "Documents, sound and film belong in public/.";
  if (WORD_PROCESSOR.test(extension))
    return "Open it in the program it is of and save it as plain text (.txt, UTF-8), or write it as .md; a new name alone does not change what is in it.";
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

/** `content/2017/a.md` and `content/2017/a.txt` would be one article twice. @param articles Of one folder, by path. */
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
