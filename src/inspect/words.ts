/** Every source of an archive → where its words went; split among worker threads when there are many. */
import { join } from "node:path";
import type { WordsOfFile } from "../check/words.ts";
import { scan } from "../content/scan.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { batchesOf } from "../workers/batches.ts";
import { WorkerPool } from "../workers/pool.ts";

const BATCH = 64;

/** An article and its sidecar share a stem (`a.txt`, `a.yaml`): an error in either keeps both from being published. */
const stemOf = (file: string): string => file.replace(/\.[^./]+$/, "");

/**
 * @param root The folder that holds content/, which must exist. @param errors The errors found in it.
 * @returns Articles and sidecars, by file; those in error are left out, since none of their words is published.
 * @throws Error of the file system.
 */
export async function checkWords(
  root: string,
  errors: readonly Diagnostic[],
): Promise<readonly WordsOfFile[]> {
  const faulty = new Set(errors.map(({ file }) => stemOf(file)));
  const content = { folder: join(root, "content"), name: "content" };
  const { articles = [], sidecars = new Map(), makes = [] } = scan(content.folder).value ?? {};
  const paths = [...articles, ...sidecars.values()]
    .map(({ path }) => path)
    .filter((path) => !faulty.has(stemOf(`content/${path}`)));
  const batches = (function* () {
    for (const batch of batchesOf(paths, BATCH)) yield { content, paths: batch, makes };
  })();
  const pool = new WorkerPool(join(root, ".warraq", "packs"));
  const files: WordsOfFile[] = [];
  try {
    await pool.run("countWords", { batches, inputs: paths.length }, (found) => {
      for (const added of found) files.push(added);
    });
  } finally {
    await pool.close();
  }
  return files.sort((a, b) => (a.file < b.file ? -1 : 1));
}
