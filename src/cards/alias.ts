/** An old address as an editor or another program states it → the path that a server is asked for, where files can answer it. */
import { isIndex } from "../model/address-step.ts";
import { type UrlPath, urlPath } from "../model/brands.ts";
import type { Diagnostic } from "../model/diagnostic.ts";

/** Bytes of a step at most: file systems take 255, and `index.html` and the like come after it. */
const LONGEST_STEP = 240;
/** Bytes of a whole path: systems take 4096, of which the folder of the site needs its part. */
const LONGEST_PATH = 1024;
/** In a path they are more steps, or no name of a file; a control character breaks the lists that name the file. */
const NO_STEP = /[/\\\p{Cc}\p{Cs}]|^\.{1,2}$/u;

/** `%d8%a3` → أ: a server looks for the file by the letters, whichever way the address was sent. */
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
      /** It ended in `index.html`, which hosts serve for the folder: `/x/index.html` is `/x/`. */
      readonly asIndex?: true;
    }
  | Pick<Diagnostic, "severity" | "code" | "message" | "hint">;

/** @param alias A path with or without its slashes, or a whole address, `https://old.example.org/2016/a/`. */
export function readAlias(alias: string): ReadAlias {
  const [path = "", query] = alias
    .replace(/^https?:\/\/[^/?#]*/i, "")
    .replace(/#.*$/s, "")
    .split(/\?(.*)/s);
  if (query)
    return {
      ...{ severity: "warning", code: "alias-query" },
      message: `Its alias ${JSON.stringify(alias)} is left out: files cannot answer an address by what stands behind its ?.`,
      hint: "Take the alias out, and send the old address on from the server.",
    };
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
  return {
    ...{ severity: "error", code: "bad-alias" },
    message: `Its alias ${JSON.stringify(alias)} is no address within the site.`,
    hint: "Write it as /2016/old-address/.",
  };
}
