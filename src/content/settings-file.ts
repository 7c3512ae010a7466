/** The settings of a site as they lie in content/: `site.yaml`, or where there is none `site.yml`. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

export interface SettingsFile {
  /** As an editor is told of it: `content/site.yaml`, also where there is none yet. */
  readonly file: string;
  /** Null where there is none. */
  readonly text: string | null;
}

const NAMES = ["site.yaml", "site.yml"] as const;

/** @param content The folder. @throws Error of the file system when the file is there and cannot be read. */
export function readSettings(content: string): SettingsFile {
  for (const name of NAMES) {
    const path = join(content, name);
    if (statSync(path, { throwIfNoEntry: false })?.isFile())
      return { file: `content/${name}`, text: readFileSync(path, "utf8") };
  }
  return { file: `content/${NAMES[0]}`, text: null };
}
