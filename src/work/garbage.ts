/**
 * Garbage of the main thread, which the engine of a machine with much memory lets grow to three times what is held before
 * it looks for it. What is held grows with the archive, so that is the larger part of what a large build takes.
 */
import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Bytes that are never looked through: a smaller heap is not worth the time. */
const LEAST = 192 * 1024 * 1024;
/** How much larger than what was held after the last time the heap may grow. */
const GROWTH = 1.4;

const inUse = (): number => getHeapStatistics().used_heap_size;

let collect: (() => void) | undefined;
let held = LEAST;

/** Collects what nobody holds any more, if there may be much of it. To be called between batches of work. */
export function keepHeapSmall(): void {
  if (inUse() < held * GROWTH) return;
  if (!collect) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as () => void;
  }
  collect();
  held = Math.max(LEAST, inUse());
}
