/** An old address as stated by an editor or another program → the path that a server is asked for, if a file can answer it. */
import { isIndex } from "../model/address-step.ts";
import { type UrlPath, urlPath } from "../model/brands.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { articleFault } from "../model/diagnostics/articles.ts";

/** Bytes of a path segment at most: file systems allow 255, and `index.html` and the like are added. */
const LONGEST_STEP = 240;
/** Bytes of a whole path at most: systems allow 4096, part of which the folder of the site needs. */
const LONGEST_PATH = 1024;
/** Not allowed in a segment: separators and dots mean other paths; control characters break lists of files. */
const NO_STEP = /[/\\\p{Cc}\p{Cs}]|^\.{1,2}$/u;

/** `%d8%a3` → أ: a server looks for the file by its decoded name. */
function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

export type ReadAlias =
  | {
      readonly url: UrlPath;
      /** It ended in `index.html`, which hosts serve for the folder: `/x/index.html` becomes `/x/`. */
      readonly asIndex?: true;
    }
  | { readonly fault: Diagnostic };

/**
 * @param alias A path with or without its slashes, or a whole address, `https://old.example.org/2016/a/`.
 * @param file Of the article that states it.
 */
export function readAlias(alias: string, file: string): ReadAlias {
  const [path = "", query] = alias
    .replace(/^https?:\/\/[^/?#]*/i, "")
    .replace(/#.*$/s, "")
    .split(/\?(.*)/s);
  if (query) return { fault: articleFault("alias-query", { file }, { alias }) };
  const steps = path
    .split("/")
    .filter((step) => step !== "")
    .map(decoded);
  const isAddress =
    steps.every((step) => !NO_STEP.test(step) && Buffer.byteLength(step) <= LONGEST_STEP) &&
    Buffer.byteLength(steps.join("/")) <= LONGEST_PATH;
  if (steps.length > 0 && isAddress) {
    const last = steps.findLastIndex((step) => !isIndex(step)) + 1;
    const url = urlPath(last === 0 ? "/" : `/${steps.slice(0, last).join("/")}/`);
    return last < steps.length ? { url, asIndex: true } : { url };
  }
  return { fault: articleFault("bad-alias", { file }, { alias }) };
}
