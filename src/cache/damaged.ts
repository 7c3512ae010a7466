/** The warning for a damaged part of the cache. The part is rebuilt, so only time is lost. */
import type { Diagnostic } from "../model/diagnostic.ts";

/** @param name File within the cache; empty for the whole cache. @param what What was damaged: the subject of the message. */
export const cacheDamaged = (name: string, what: string): Diagnostic => ({
  severity: "warning",
  code: "cache-damaged",
  file: name === "" ? ".warraq" : `.warraq/${name}`,
  message: `${what} was damaged, and was made again.`,
});
