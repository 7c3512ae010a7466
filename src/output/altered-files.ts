/** Files of a site → those that are not there as they were made. There are many to look at, so a thread can be asked. */
import { outputPath } from "../model/brands.ts";
import { isThere } from "./publish.ts";

export interface FilesToLookAt {
  /** The folder of the site, absolute. */
  readonly folder: string;
  /** Paths within it, one a line, and the bytes of each. */
  readonly paths: string;
  readonly sizes: Float64Array;
  /** When they had been made, in milliseconds. */
  readonly made: number;
}

/** Their places in the order of the lines. */
export function alteredFiles({ folder, paths, sizes, made }: FilesToLookAt): readonly number[] {
  const altered: number[] = [];
  if (sizes.length === 0) return altered;
  for (const [i, path] of paths.split("\n").entries())
    if (!isThere(folder, { path: outputPath(path), size: sizes[i] as number }, made)) altered.push(i);
  return altered;
}
