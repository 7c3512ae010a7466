/**
 * Garbage, that of the main thread above all, which the engine of a machine with much memory lets grow to three times
 * what is held before it looks for it. What is held grows with the archive, so that is the larger part of what a large
 * build takes.
 */
import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Bytes that are never looked through: a smaller heap is not worth the time. */
const LEAST = 192 * 1024 * 1024;
/** How much larger than what was held after the last time the heap may grow. */
const GROWTH = 1.2;
/** The part of its limit at which the heap is looked through in any case, and of what is held, past which it is full. */
const NEARLY_FULL = 0.8;

/** The archive is larger than the memory that Node gives a program. */
export class HeapFull extends Error {
  override readonly name = "HeapFull";
}

let collect: (() => void) | undefined;
let held = LEAST;

/** At how many bytes in use to collect next. @param limit Bytes the engine gives the heap. */
export const collectAt = (held: number, limit: number, growth = GROWTH): number =>
  Math.min(held * growth, Math.max(LEAST, limit * NEARLY_FULL));

/** Collects what nobody in this thread holds any more. */
export function collectGarbage(): void {
  if (!collect) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as () => void;
  }
  collect();
}

/**
 * Collects what nobody holds any more, if there may be much of it. To be called between batches of work.
 * @param growth How much larger than what was held the heap may be: less before work that needs room beside it.
 * @throws HeapFull when what is held leaves too little of the heap to go on: past its limit the engine ends the process.
 */
export function keepHeapSmall(growth = GROWTH): void {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  if (used < collectAt(held, limit, growth)) return;
  collectGarbage();
  held = Math.max(LEAST, getHeapStatistics().used_heap_size);
  if (held > limit * NEARLY_FULL) throw new HeapFull(`${held} of ${limit} bytes are held`);
}
