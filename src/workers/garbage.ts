/**
 * Collects garbage sooner than the engine would: on a machine with much memory it lets the heap grow to three times the
 * live data first. The live data grows with the archive, so this would be most of the memory of a large build.
 */
import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Bytes of a heap that is too small to be worth a collection. */
const LEAST = 192 * 1024 * 1024;
/** Factor by which the heap may grow over the live data after the last collection. */
const GROWTH = 1.2;
/** Share of the heap's limit at which to collect in any case; and, for the live data, at which the heap counts as full. */
const NEARLY_FULL = 0.8;

/** The archive is larger than the memory that Node gives a program. */
export class HeapFull extends Error {
  override readonly name = "HeapFull";
}

let collect: (() => void) | undefined;
let held = LEAST;

/** Bytes in use at which to collect next. @param held Bytes of live data. @param limit Bytes the engine gives the heap. */
export const collectAt = (held: number, limit: number, growth = GROWTH): number =>
  Math.min(held * growth, Math.max(LEAST, limit * NEARLY_FULL));

/** Collects all garbage of this thread. */
export function collectGarbage(): void {
  if (!collect) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as () => void;
  }
  collect();
}

/**
 * Collects garbage, if there may be much of it. To be called between batches of work.
 * @param growth Factor by which the heap may grow over the live data: less before work that needs memory outside it.
 * @throws HeapFull when the live data leaves too little room to go on: past its limit the engine ends the process.
 */
export function keepHeapSmall(growth = GROWTH): void {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  if (used < collectAt(held, limit, growth)) return;
  collectGarbage();
  held = Math.max(LEAST, getHeapStatistics().used_heap_size);
  if (held > limit * NEARLY_FULL) throw new HeapFull(`${held} of ${limit} bytes are held`);
}
