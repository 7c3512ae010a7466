/** The base path of a root's site, as its settings state it now; `/` while they cannot be read. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadSite } from "../site/load-site.ts";

export function baseOf(root: string): string {
  try {
    const text = readFileSync(join(root, "content", "site.yaml"), "utf8");
    return loadSite(text, "content/site.yaml").value?.base ?? "/";
  } catch {
    return "/";
  }
}
