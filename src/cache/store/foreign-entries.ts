/**
 * What lies in the folder of the cache and that no build put there: a folder or a pipe in the place of a file, a link that
 * leads nowhere. A pipe would be waited for, and a folder is no file to be replaced. It is taken away, as a damaged file is.
 */
import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

/** Every file of the cache has an ending, and no folder has one. */
const isOfCache = (name: string, is: { isFile(): boolean; isDirectory(): boolean }): boolean =>
  name.includes(".") ? is.isFile() : is.isDirectory();

const kindOf = (path: string): ReturnType<typeof statSync> | null => {
  try {
    return statSync(path);
  } catch {
    return null;
  }
};

/**
 * @param folder The cache's, or that of its packs. The lock is left as it is: who holds it is asked of itself.
 * @returns The names of what was taken away.
 * @throws Error of the file system when the folder may not be changed.
 */
export function removeForeign(folder: string): readonly string[] {
  if (!kindOf(folder)?.isDirectory()) return [];
  const foreign = readdirSync(folder).filter((name) => {
    const kind = kindOf(join(folder, name));
    return !/^lock(?:\.|$)/.test(name) && !(kind && isOfCache(name, kind));
  });
  for (const name of foreign) rmSync(join(folder, name), { recursive: true, force: true });
  return foreign;
}
