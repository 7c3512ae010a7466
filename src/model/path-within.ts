/** Converts paths of the file system to the program's own: relative to a folder, with `/` as the separator on every system. */
import disk from "node:path";

/**
 * The only place that replaces the system's separator with `/`. The other direction needs no conversion, since every
 * system accepts `/`.
 * @param folder Absolute.
 * @param path Absolute, or relative to the working directory.
 * @returns `""` for the folder itself; null for a path outside it, or on another drive.
 */
export function pathWithin(
  folder: string,
  path: string,
  { relative, isAbsolute, sep }: Pick<typeof disk, "relative" | "isAbsolute" | "sep"> = disk,
): string | null {
  const steps = relative(folder, path).split(sep);
  // Between two drives, Windows' `relative` returns the absolute path.
  return steps[0] === ".." || isAbsolute(steps.join(sep)) ? null : steps.join("/");
}
