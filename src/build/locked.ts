/** The steps of a build, alone on their root; what keeps them from their end that an editor can mend is in the report. */

import { cacheDamaged } from "../cache/damaged.ts";
import { takeLock } from "../cache/lock/lock.ts";
import type { Crew } from "../workers/pool.ts";
import { buildRunning, lockUnreadable, machineFault } from "./faults.ts";
import { type BuildResult, NOTHING } from "./report.ts";
import type { Memory } from "./state.ts";

interface Steps {
  readonly crew: Crew;
  /** Whether a damaged cache is thrown away and the steps are taken again; else nothing of the cache is changed at all. */
  readonly isRepeated: boolean;
  readonly steps: () => Promise<BuildResult>;
}

/** @throws Error that is a fault of the program, StoreDamaged where the steps are not repeated, GivenUp. */
export async function lockedBuild(memory: Memory, { crew, isRepeated, steps }: Steps): Promise<BuildResult> {
  try {
    const lock = takeLock(memory.lock);
    if ("heldBy" in lock) return { ...NOTHING, diagnostics: [buildRunning(lock.heldBy)] };
    if ("unreadable" in lock) return { ...NOTHING, diagnostics: [lockUnreadable(lock.unreadable)] };
    try {
      return await steps();
    } catch (fault) {
      if (!(fault instanceof Error) || fault.name !== "StoreDamaged" || !isRepeated) throw fault;
      await crew.close();
      memory.forget();
      const again = await steps();
      const damaged = cacheDamaged("", "The cache of earlier builds");
      return { ...again, diagnostics: [...again.diagnostics, damaged] };
    } finally {
      if (!isRepeated) memory.discard();
      lock.release();
    }
  } catch (fault) {
    const known = machineFault(fault);
    if (!known) throw fault;
    return { ...NOTHING, diagnostics: [known] };
  }
}
