import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Event, nextStep, RebuildQueue, type State } from "./rebuild-queue.ts";

const EVENTS: readonly Event[] = ["change", "quiet", "done", "close"];

describe("the states of a watch", () => {
  it("wait for a burst to end before they run", () => {
    expect(nextStep("idle", "change")).toEqual(["waiting", "wait"]);
    expect(nextStep("waiting", "change")).toEqual(["waiting", "wait"]);
    expect(nextStep("waiting", "quiet")).toEqual(["running", "run"]);
  });
  it("queue one run for all that changes while one is under way", () => {
    expect(nextStep("running", "change")).toEqual(["queued", "none"]);
    expect(nextStep("queued", "change")).toEqual(["queued", "none"]);
    expect(nextStep("queued", "done")).toEqual(["running", "run"]);
  });
  it("stay closed once closed", () => {
    for (const event of EVENTS) expect(nextStep("closed", event)).toEqual(["closed", "none"]);
  });
  it("never begin a run while one is under way, and run again after every change", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EVENTS.slice(0, 3))), (events) => {
        let state: State = "idle";
        let running = false;
        let unseen = false;
        for (const event of events) {
          if (event === "done" && !running) continue;
          if (event === "change") unseen = true;
          if (event === "done") running = false;
          const [next, effect] = nextStep(state, event);
          if (effect === "run") {
            expect(running).toBe(false);
            [running, unseen] = [true, false];
          }
          state = next;
          if (unseen) expect(["waiting", "queued"]).toContain(state);
          expect(state === "running" || state === "queued").toBe(running);
        }
      }),
    );
  });
});

describe("rounds", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("are given all that changed in a burst, once, in order", async () => {
    const seen: (readonly string[])[] = [];
    const rounds = new RebuildQueue(async (changed) => void seen.push(changed), 30);
    for (const path of ["b", "a", "b"]) {
      rounds.change(path);
      await vi.advanceTimersByTimeAsync(20);
    }
    expect(seen).toEqual([]);
    await vi.advanceTimersByTimeAsync(30);
    expect(seen).toEqual([["a", "b"]]);
  });

  it("follow one another, with what changed meanwhile", async () => {
    const seen: (readonly string[])[] = [];
    const ends: (() => void)[] = [];
    const rounds = new RebuildQueue((changed) => {
      seen.push(changed);
      return new Promise((end) => ends.push(end));
    });
    rounds.start();
    rounds.change("a");
    rounds.change("b");
    await vi.advanceTimersByTimeAsync(1000);
    expect(seen).toEqual([[]]);
    ends[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toEqual([[], ["a", "b"]]);
  });

  it("close only when the one under way has ended, and begin no other", async () => {
    const ends: (() => void)[] = [];
    const run = vi.fn(() => new Promise<void>((end) => ends.push(end)));
    const rounds = new RebuildQueue(run);
    rounds.start();
    rounds.change("a");
    let closed = false;
    const closing = rounds.close().then(() => {
      closed = true;
    });
    await vi.advanceTimersByTimeAsync(100);
    expect(closed).toBe(false);
    ends[0]?.();
    await closing;
    await vi.advanceTimersByTimeAsync(100);
    expect(run).toHaveBeenCalledTimes(1);
  });
});
