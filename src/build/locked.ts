/** Runs the steps of a build under the lock of the root; faults that an editor can fix are returned in the report. */

import { dirname, join } from "node:path";
import { cacheDamaged } from "../cache/damaged.ts";
import { takeLock } from "../cache/lock/lock.ts";
import { removeForeign } from "../cache/store/foreign-entries.ts";
import { buildFault } from "../model/diagnostics/build.ts";
import type { WorkerPool } from "../workers/pool.ts";
import { machineFault } from "./faults.ts";
import { type BuildResult, NOTHING } from "./report.ts";
import type { BuildState } from "./state.ts";

interface Steps {
  readonly pool: WorkerPool;
  /** Whether a damaged cache is removed and the steps are run again; otherwise the cache is not changed at all. */
  readonly isRepeated: boolean;
  readonly steps: () => Promise<BuildResult>;
}

/** @throws Error for a bug of the program, StoreDamaged where the steps are not repeated, GivenUp. */
export async function lockedBuild(
  state: BuildState,
  { pool, isRepeated, steps }: Steps,
): Promise<BuildResult> {
  try {
    const lock = takeLock(state.lock);
    const at = { file: ".warraq/lock" };
    if ("heldBy" in lock)
      return { ...NOTHING, diagnostics: [buildFault("build-running", at, { pid: lock.heldBy })] };
    if ("unreadable" in lock)
      return { ...NOTHING, diagnostics: [buildFault("lock-unreadable", at, { reason: lock.unreadable })] };
    try {
      const cache = dirname(state.lock);
      for (const folder of [cache, join(cache, "packs")]) removeForeign(folder);
      return await steps();
    } catch (fault) {
      if (!(fault instanceof Error) || fault.name !== "StoreDamaged" || !isRepeated) throw fault;
      await pool.close();
      state.forget();
      const again = await steps();
      const damaged = cacheDamaged("");
      return { ...again, diagnostics: [...again.diagnostics, damaged] };
    } finally {
      if (!isRepeated) state.discard();
      lock.release();
    }
  } catch (fault) {
    const known = machineFault(fault);
    if (!known) throw fault;
    return { ...NOTHING, diagnostics: [known] };
  }
}
