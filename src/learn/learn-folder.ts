/** The raw pages of a folder → the makes of its folders. The same pages give the same makes. */
import type { Make } from "../read/make/make.ts";
import { pageLines } from "../read/make/shared-lines.ts";
import { foldersOf, groupsOf, type Signed, signatureOf } from "./group.ts";
import { learnMake } from "./learn-make.ts";
import { evenly, learnPage } from "./pages.ts";
import { FEWEST } from "./shared.ts";

/** So many pages of a make tell all that they have in common. */
const SAMPLE = 200;

export interface LearnedFolder {
  /** Within the folder that was learned from; `""` for that itself. */
  readonly folder: string;
  readonly makes: readonly Make[];
  /** Paths of the pages of these makes, in order. */
  readonly pages: readonly string[];
}

/**
 * @param paths Of raw pages, in order. @param textOf Its text, decoded; null where it cannot be read. Each page is read
 * once, and some of each make a second time: no text is kept.
 */
export function learnFolders(
  paths: readonly string[],
  textOf: (path: string) => string | null,
): readonly LearnedFolder[] {
  const signed = paths.flatMap((path): Signed[] => {
    const text = textOf(path);
    return text === null ? [] : [{ path, keys: signatureOf(pageLines(text).map(({ key }) => key)) }];
  });
  const learned = groupsOf(signed)
    .filter((group) => group.length >= FEWEST)
    .flatMap((group) => {
      const sample = evenly(group, SAMPLE).flatMap((path) => {
        const text = textOf(path);
        return text === null ? [] : [learnPage(path, text)];
      });
      const make = learnMake(sample);
      return make === null ? [] : [{ make, group }];
    });
  const folders = foldersOf(learned.map(({ group }) => group));
  return [...folders].map(([folder, which]) => ({
    folder,
    makes: which.map((i) => learned[i]?.make as Make),
    pages: which
      .flatMap((i) => learned[i]?.group ?? [])
      .filter((path) => folder === "" || path.startsWith(`${folder}/`))
      .sort(),
  }));
}
