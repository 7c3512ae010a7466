/** Pages → groups of one make, by the short lines they share. One pass, in the order of the pages. */

/** A page's file and the short lines by which its make is known. */
export interface Signed {
  readonly path: string;
  readonly keys: readonly string[];
}

/** Lines of menus, labels and buttons are no longer; a title is. In words. */
const WORDS = 4;
/** A key stands on so many pages at least to say anything. */
const LEAST = 3;
/** Fewer lines that some pages share may be the names of their writer and section. */
const SURE = 4;
/** A page is of a group when it has this part of the group's lines, and they are this part of its own. */
const OF_GROUP = 0.5;
const OF_PAGE = 0.3;

/** @param keys Of the lines of a page. */
export const signatureOf = (keys: readonly string[]): readonly string[] => [
  ...new Set(keys.filter((key) => key.length <= 60 && /\p{L}/u.test(key) && key.split(" ").length <= WORDS)),
];

class Group {
  readonly paths: string[] = [];
  readonly #counts = new Map<string, number>();
  #shared: readonly string[] = [];
  #of = 0;

  add({ path, keys }: Signed): void {
    this.paths.push(path);
    for (const key of keys) this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  /** The lines of half its pages; looked up anew when it has grown by half. */
  shared(): readonly string[] {
    if (this.paths.length >= this.#of * 1.5) this.#shared = this.sharedNow();
    return this.#shared;
  }

  sharedNow(): readonly string[] {
    this.#of = this.paths.length;
    const least = Math.max(1, this.#of / 2);
    return [...this.#counts].filter(([, count]) => count >= least).map(([key]) => key);
  }
}

/** How well a page fits a group; 0 where it is of another make. */
function fits(keys: ReadonlySet<string>, shared: readonly string[]): number {
  if (shared.length === 0) return keys.size === 0 ? 1 : 0;
  const both = shared.reduce((sum, key) => sum + (keys.has(key) ? 1 : 0), 0);
  const [ofGroup, ofPage] = [both / shared.length, both / Math.max(1, keys.size)];
  return ofGroup >= OF_GROUP && ofPage >= OF_PAGE ? ofGroup * ofPage : 0;
}

function bestOf<T>(
  keys: ReadonlySet<string>,
  groups: readonly T[],
  sharedBy: (group: T) => readonly string[],
): T | undefined {
  let best: T | undefined;
  let most = 0;
  for (const group of groups) {
    const worth = fits(keys, sharedBy(group));
    if (worth > most) [best, most] = [group, worth];
  }
  return best;
}

/** Groups as they are met: the first pages of one may lie in another, before it is known what its pages share. */
function firstGroups(pages: readonly Signed[]): readonly Group[] {
  const counts = new Map<string, number>();
  for (const { keys } of pages) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const groups: Group[] = [];
  for (const { path, keys: all } of pages) {
    const keys = all.filter((key) => (counts.get(key) ?? 0) >= LEAST);
    let group = bestOf(new Set(keys), groups, (one) => one.shared());
    if (!group) {
      group = new Group();
      groups.push(group);
    }
    group.add({ path, keys });
  }
  return groups;
}

/**
 * @returns The paths of each group. Pages that share too little to be told apart are one group for each first step of
 * their paths.
 */
export function groupsOf(pages: readonly Signed[]): readonly (readonly string[])[] {
  const shared: (readonly string[])[] = [];
  for (const group of firstGroups(pages).toSorted((a, b) => b.paths.length - a.paths.length)) {
    const keys = group.sharedNow();
    if (group.paths.length >= LEAST && keys.length >= SURE && !bestOf(new Set(keys), shared, (one) => one))
      shared.push(keys);
  }
  // What no make shares, writers and tags, tells nothing of the make of a page.
  const known = new Set(shared.flat());
  const bare = new Map<string, string[]>();
  const paths = new Map<readonly string[], string[]>(shared.map((keys) => [keys, []]));
  for (const { path, keys } of pages) {
    const own = new Set(keys.filter((key) => known.has(key)));
    const best = bestOf(own, shared, (one) => one);
    if (best) paths.get(best)?.push(path);
    else {
      const step = path.slice(0, Math.max(0, path.indexOf("/")));
      const of = bare.get(step) ?? [];
      of.push(path);
      bare.set(step, of);
    }
  }
  return [...paths.values(), ...bare.values()].filter((some) => some.length > 0);
}

/** The folder of a path, `""` for the highest. */
const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

/**
 * The highest folders whose pages are of one make, each with that make; a folder that holds pages of several has them
 * all. @param groups Paths of the pages of each make.
 */
export function foldersOf(groups: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const below = new Map<string, Set<number>>();
  const direct = new Map<string, Set<number>>();
  const add = (to: Map<string, Set<number>>, folder: string, group: number) => {
    const of = to.get(folder) ?? new Set<number>();
    to.set(folder, of.add(group));
  };
  for (const [group, paths] of groups.entries())
    for (const path of paths) {
      let folder = folderOf(path);
      add(direct, folder, group);
      for (; ; folder = folderOf(folder)) {
        add(below, folder, group);
        if (folder === "") break;
      }
    }
  const isOfOne = (folder: string): boolean => (below.get(folder)?.size ?? 0) === 1;
  const found = new Map<string, readonly number[]>();
  for (const folder of [...below.keys()].sort()) {
    const isHighest = folder === "" || !isOfOne(folderOf(folder));
    const own =
      isOfOne(folder) && isHighest ? below.get(folder) : !isOfOne(folder) ? direct.get(folder) : undefined;
    if (own)
      found.set(
        folder,
        [...own].sort((a, b) => a - b),
      );
  }
  return found;
}
