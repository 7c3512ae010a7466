/** Which page every file of a site is: two pages for one file would overwrite each other, and a file is no folder. */
import type { OutputPath } from "../model/brands.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Page, Recipe } from "../model/page.ts";
import { foldersOf } from "../output/publish.ts";

/** What of a page is remembered once it is on its way: pages themselves are never all in memory. */
type Claim = Recipe | { readonly from: string };
const claimOf = (page: Page): Claim => (page.recipe === "copy" ? page.facts : page.recipe);

/** What is planned by us never clashes; a file of public/ may, so those are to claim their files first. */
export class ClaimedFiles {
  readonly #claims = new Map<OutputPath, Claim>();
  /** Files of public/, and each folder that holds one, with that one. */
  readonly #copies = new Set<string>();
  readonly #folders = new Map<string, OutputPath>();
  /** The first steps of files of public/: what lies elsewhere is in the way of none of them. */
  readonly #steps = new Set<string>();
  readonly #blocked = new Set<string>();

  /** @returns Whether the file is the page's now. If not, `clashes` tells why: once for a file that blocks a whole folder. */
  claim(page: Page, clashes: Diagnostic[]): boolean {
    const { path } = page;
    const other = this.#claims.get(path);
    if (other) {
      clashes.push(clash(path, nameOf(other), nameOf(claimOf(page))));
      return false;
    }
    const isCopy = page.recipe === "copy";
    const step = stepOf(path);
    const folders = isCopy || this.#steps.has(step) ? foldersOf(path) : [];
    const above = folders.find((folder) => this.#copies.has(folder));
    const inside = this.#folders.get(path);
    const blocked = above ?? (inside && path);
    if (blocked !== undefined) {
      if (!this.#blocked.has(blocked)) clashes.push(folderClash(blocked, inside ?? path));
      this.#blocked.add(blocked);
      return false;
    }
    // Addresses of articles are settled: nothing else that is planned lies so deep. There are too many to note them all.
    if (page.recipe !== "article") this.#claims.set(path, claimOf(page));
    if (isCopy) {
      this.#steps.add(step);
      this.#copies.add(path);
      for (const folder of folders) this.#folders.set(folder, path);
    }
    return true;
  }
}

/** `a/b/c` → `a`. */
const stepOf = (path: string): string => {
  const end = path.indexOf("/");
  return end === -1 ? path : path.slice(0, end);
};

const nameOf = (claim: Claim): string => (typeof claim === "string" ? `the ${claim} page` : claim.from);

const clash = (file: OutputPath, one: string, other: string): Diagnostic => ({
  severity: "error",
  code: "file-clash",
  file,
  message: `Two things want to be the file ${file}: ${one} → ${file} and ${other} → ${file}.`,
  hint: "Rename the file in public/, or give the article or page another slug.",
});

const folderClash = (folder: string, file: OutputPath): Diagnostic => ({
  severity: "error",
  code: "file-clash",
  file: folder,
  message: `${folder} cannot be a file and a folder at once: ${file} belongs in a folder of that name.`,
  hint: "Rename the file in public/, or give the article or page another slug.",
});
