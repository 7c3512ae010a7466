/** The warning for a damaged part of the cache. The part is rebuilt, so only time is lost. */
import type { Diagnostic } from "../model/diagnostic.ts";
import { buildFault, type PartOfCache } from "../model/diagnostics/build.ts";

export const cacheDamaged = (part: PartOfCache): Diagnostic =>
  buildFault("cache-damaged", { file: part === "" ? ".warraq" : `.warraq/${part}` }, { part });
