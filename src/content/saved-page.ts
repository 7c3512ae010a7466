/** The folder that a browser saves beside a page, `NAME_files/` beside `NAME.html`; its name depends on the language. */
import type { SourceFile } from "../model/article.ts";

const ENDING =
  /(?:[_.]files|[_-](?:Dateien|fichiers|archivos|file|arquivos|ficheiros|bestanden|filer|pliki|dosyalar|ملفات))$/i;
const PAGE = /\.html?$/i;

type Files = ReadonlyMap<string, { readonly articles: readonly Pick<SourceFile, "path">[] }>;

/** Whether a file is a page, as browsers save it. */
export const isPage = ({ path }: Pick<SourceFile, "path">): boolean => PAGE.test(path);

/** @param files Files by folder path. @returns The folders that hold parts of a page: frames, pictures, scripts. */
export function foldersOfPages(files: Files): ReadonlySet<string> {
  const isBesidePage = (folder: string): boolean => {
    if (!ENDING.test(folder)) return false;
    const page = folder.replace(ENDING, "").normalize("NFC");
    const beside = files.get(folder.slice(0, Math.max(0, folder.lastIndexOf("/"))))?.articles ?? [];
    return beside.some((one) => isPage(one) && one.path.replace(PAGE, "").normalize("NFC") === page);
  };
  const tops = [...files.keys()].filter(isBesidePage);
  const isPart = (folder: string): boolean =>
    tops.some((top) => folder === top || folder.startsWith(`${top}/`));
  return new Set(tops.length === 0 ? [] : [...files.keys()].filter(isPart));
}
