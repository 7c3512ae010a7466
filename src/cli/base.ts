/** The base path of a root's site, by its current settings; `/` while they cannot be read. */
import { join } from "node:path";
import { readSettings } from "../content/settings-file.ts";
import { loadSite } from "../site/load-site.ts";

export function baseOf(root: string): string {
  try {
    const { text, file } = readSettings(join(root, "content"));
    return loadSite(text, file).value?.base ?? "/";
  } catch {
    return "/";
  }
}
