/**
 * Where the files of public/ will lie in the site, to be asked what of it is in the way of another file: one of the same
 * path, one that stands where a folder is needed, or those of a folder that stands where a file is needed. Capital and
 * small letters, and ways to compose a letter, make no other path: some disks cannot tell them apart.
 */
import { foldedPath } from "../model/address-step.ts";
import type { OutputPath } from "../model/brands.ts";
import type { PublicFile } from "./public-files.ts";
import { foldersOf } from "./publish.ts";

type Placed = Pick<PublicFile, "path" | "from" | "file">;

/** `a/b/c` → `a`. */
const firstStep = (path: string): string => {
  const end = path.indexOf("/");
  return end === -1 ? path : path.slice(0, end);
};

export class PublicPaths {
  readonly #files = new Map<string, Placed>();
  /** By each folder that holds any. */
  readonly #within = new Map<string, Placed[]>();
  /** What lies elsewhere is in the way of none of them: nearly every page of a site. */
  readonly #firstSteps = new Set<string>();

  constructor(files: readonly Placed[]) {
    for (const file of files) {
      const path = foldedPath(file.path);
      this.#files.set(path, file);
      this.#firstSteps.add(firstStep(path));
      for (const folder of foldersOf(path)) {
        const within = this.#within.get(folder);
        if (within) within.push(file);
        else this.#within.set(folder, [file]);
      }
    }
  }

  /** Whether a file that is copied to `path` is one of them. */
  holds(path: OutputPath, from: string): boolean {
    return this.#files.get(foldedPath(path))?.from === from;
  }

  /** Those that cannot be in a site that has a file at `path`: none, one, or all of a folder. */
  inTheWayOf(path: string): readonly Placed[] {
    if (!this.#firstSteps.has(foldedPath(firstStep(path)))) return [];
    const spot = foldedPath(path);
    const same = this.#files.get(spot);
    if (same) return [same];
    const above = foldersOf(spot).flatMap((folder) => this.#files.get(folder) ?? []);
    return above.length > 0 ? above : (this.#within.get(spot) ?? []);
  }
}
