/**
 * The worker pool: threads that process text from end to end, or, for a few inputs, the main thread itself, since starting
 * a thread takes longer than reading a hundred articles. The number of batches in flight is bounded.
 */
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type Tinypool from "tinypool";
import { keepHeapSmall } from "./garbage.ts";
import type * as Tasks from "./tasks.ts";

export type TaskName = keyof typeof Tasks;
type Input<K extends TaskName> = Parameters<(typeof Tasks)[K]>[0];
type Reply<K extends TaskName> = Awaited<ReturnType<(typeof Tasks)[K]>>;
type Result<K extends TaskName> = Extract<Reply<K>, { value: unknown }>["value"];

/** Fewer inputs than this are processed on the main thread. */
const FEW = 128;
/** Batches in flight for each worker: one at work, one waiting. */
const DEPTH = 2;
/** Megabytes of a thread's young generation: records and pages of a batch die there instead of being promoted. */
const YOUNG = 32;
/**
 * Megabytes of its old generation: what a thread holds does not grow with the archive. The engine lets garbage grow to a
 * share of this limit before collecting it, so the limit decides how much memory is used.
 */
const OLD = 768;

export class WorkerPool {
  readonly #size: number;
  /** The folder of the store, which tasks read and write. */
  readonly packs: string;
  #pool: Tinypool | undefined;

  /** @param size Worker threads; by default one a core. */
  constructor(packs: string, size = availableParallelism()) {
    this.#size = Math.max(1, size);
    this.packs = packs;
  }

  /**
   * Runs a task over batches; `done` is called as each ends, in any order.
   * @param inputs How many inputs all batches hold together: decides whether threads are worth starting.
   * @throws What a task throws: a bug of the program, a damaged store, or an error of the file system.
   */
  async run<K extends TaskName>(
    task: K,
    { batches, inputs }: { readonly batches: Iterable<Input<K>>; readonly inputs: number },
    done: (result: Result<K>, batch: Input<K>) => void,
  ): Promise<void> {
    const call = await this.#caller(task, inputs);
    const waiting = batches[Symbol.iterator]();
    const lane = async (): Promise<void> => {
      let next = waiting.next();
      while (!next.done) {
        const reply = await call(next.value);
        if ("fault" in reply) throw Object.assign(new Error(reply.fault.message), reply.fault);
        done(reply.value as Result<K>, next.value);
        next = waiting.next();
        // After the few batches of an edit there is too little garbage to be worth a collection.
        if (!next.done) keepHeapSmall();
      }
    };
    const lanes = Array.from({ length: this.#size * DEPTH }, lane);
    const ended = await Promise.allSettled(lanes);
    const failed = ended.find((one) => one.status === "rejected");
    if (failed) throw failed.reason;
  }

  /** Whether threads are running already, so that even little work is faster in them. */
  get isRunning(): boolean {
    return this.#pool !== undefined;
  }

  /** Starts a thread before there is work for it, for callers that have other things to do meanwhile. */
  async start(): Promise<void> {
    if (import.meta.url.endsWith(".js")) this.#pool ??= await this.#poolOf(1);
  }

  /** Ends the threads; the pool can be used again after. */
  async close(): Promise<void> {
    await this.#pool?.destroy();
    this.#pool = undefined;
  }

  async #caller<K extends TaskName>(
    task: K,
    inputs: number,
  ): Promise<(batch: Input<K>) => Promise<Reply<K>>> {
    const compiled = import.meta.url.endsWith(".js");
    if (!compiled || (inputs < FEW && !this.#pool)) {
      const tasks = await import("./tasks.ts");
      return tasks[task] as unknown as (batch: Input<K>) => Promise<Reply<K>>;
    }
    this.#pool ??= await this.#poolOf(this.#size);
    const pool = this.#pool;
    return (batch) => pool.run(batch, { name: task }) as Promise<Reply<K>>;
  }

  /** @param least Threads that are started at once; the others start when there is work for them. */
  async #poolOf(least: number): Promise<Tinypool> {
    const { default: Pool } = await import("tinypool");
    return new Pool({
      filename: fileURLToPath(new URL("./tasks.js", import.meta.url)),
      minThreads: least,
      maxThreads: this.#size,
      idleTimeout: 600_000,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG, maxOldGenerationSizeMb: OLD },
    });
  }
}
