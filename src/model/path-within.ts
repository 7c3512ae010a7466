/** Paths of the disk → paths as the program knows them: relative to a folder, with `/` between steps on every system. */
import disk from "node:path";

/**
 * The one place where a separator of the system is turned into `/`; the way back needs none, since every system takes `/`.
 * @param folder Absolute.
 * @param path Absolute, or relative to where the process runs.
 * @returns `""` for the folder itself; null for what lies outside it, or on another drive.
 */
export function pathWithin(
  folder: string,
  path: string,
  { relative, isAbsolute, sep }: Pick<typeof disk, "relative" | "isAbsolute" | "sep"> = disk,
): string | null {
  const steps = relative(folder, path).split(sep);
  // Two drives have no path from one to the other: Windows then gives the other's own.
  return steps[0] === ".." || isAbsolute(steps.join(sep)) ? null : steps.join("/");
}
