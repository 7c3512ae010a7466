/** What an editor is told of a damaged part of the cache, which costs time and nothing else. */
import type { Diagnostic } from "../model/diagnostic.ts";

/** @param name Of the file within the cache; empty for all of it. @param what Was damaged, as a sentence begins. */
export const cacheDamaged = (name: string, what: string): Diagnostic => ({
  severity: "warning",
  code: "cache-damaged",
  file: name === "" ? ".warraq" : `.warraq/${name}`,
  message: `${what} was damaged, and was made again.`,
});
