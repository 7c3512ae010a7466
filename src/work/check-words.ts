/** Every source of an archive → where its words went, shared out to the worker threads when there are many. */
import { join } from "node:path";
import type { WordsOfFile } from "../check/words.ts";
import { scan } from "../content/scan.ts";
import { Crew } from "./crew.ts";

const BATCH = 64;

/**
 * @param root The folder that holds content/, which is there.
 * @returns By file; sources that are in error are left out.
 * @throws Error of the file system.
 */
export async function checkWords(root: string): Promise<readonly WordsOfFile[]> {
  const content = { folder: join(root, "content"), name: "content" };
  const paths = (scan(content.folder).value?.articles ?? []).map(({ path }) => path);
  const batches = (function* () {
    for (let i = 0; i < paths.length; i += BATCH) yield { content, paths: paths.slice(i, i + BATCH) };
  })();
  const crew = new Crew(join(root, ".warraq", "packs"));
  const files: WordsOfFile[] = [];
  try {
    await crew.run("countWords", { batches, inputs: paths.length }, (found) => files.push(...found));
  } finally {
    await crew.close();
  }
  return files.sort((a, b) => (a.file < b.file ? -1 : 1));
}
