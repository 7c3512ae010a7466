/** Progress of long work: one line that is overwritten on a terminal, a plain line every few seconds elsewhere. */
import type { Progress } from "../build/report.ts";

const EVERY_ON_TERMINAL = 100;
const EVERY_ELSEWHERE = 5000;
const WIDTH = 24;
/** Milliseconds of a stage before which a rate would be a guess; also the time in which an old rate fades to a third. */
const SETTLED = 1000;
const FADES = 5000;

interface Printer {
  readonly show: (progress: Progress) => void;
  readonly clear: () => void;
}

/** Items a second, a moving average; null in the first second of a stage. Times in milliseconds. */
export function rateMeter(): (progress: Progress, now: number) => number | null {
  let stage = "";
  let [began, since, before, rate] = [0, 0, 0, 0];
  return ({ stage: name, done }, now) => {
    if (name !== stage) {
      stage = name;
      [began, since, before, rate] = [now, now, done, 0];
    }
    const elapsed = now - since;
    if (elapsed > 0) {
      const recent = (1000 * (done - before)) / elapsed;
      const weight = since === began ? 1 : 1 - Math.exp(-elapsed / FADES);
      rate += weight * (recent - rate);
      [since, before] = [now, done];
    }
    return now - began < SETTLED ? null : rate;
  };
}

/** `400 of 1,000, 200 a second, 3 s left, 310 MB`. @param memory Bytes. */
export function figures({ done, total }: Progress, rate: number | null, memory: number): string {
  const parts = [`${done.toLocaleString("en")} of ${total.toLocaleString("en")}`];
  if (rate !== null && rate > 0)
    parts.push(
      `${Math.round(rate).toLocaleString("en")} a second`,
      `${Math.ceil((total - done) / rate)} s left`,
    );
  return [...parts, `${Math.round(memory / 1e6)} MB`].join(", ");
}

export function progressPrinter(stream: NodeJS.WriteStream): Printer {
  const terminal = stream.isTTY === true;
  const rateAt = rateMeter();
  let shown = performance.now();
  return {
    show: (progress) => {
      const now = performance.now();
      const rate = rateAt(progress, now);
      if (now - shown < (terminal ? EVERY_ON_TERMINAL : EVERY_ELSEWHERE)) return;
      shown = now;
      const { stage, done, total } = progress;
      const line = figures(progress, rate, process.memoryUsage.rss());
      const full = Math.min(WIDTH, Math.round((WIDTH * done) / Math.max(1, total)));
      const bar = "█".repeat(full) + "░".repeat(WIDTH - full);
      stream.write(terminal ? `\r\x1b[K${stage.padEnd(8)} ${bar} ${line}` : `${stage}: ${line}\n`);
    },
    clear: () => {
      if (terminal) stream.write("\r\x1b[K");
    },
  };
}
