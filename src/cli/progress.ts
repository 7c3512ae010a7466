/** How far long work is: one line that is written over on a terminal, a plain line every few seconds elsewhere. */
import type { Progress } from "../work/stages.ts";

const EVERY_ON_TERMINAL = 100;
const EVERY_ELSEWHERE = 5000;
const WIDTH = 24;

interface Printer {
  readonly show: (progress: Progress) => void;
  readonly clear: () => void;
}

export function progressPrinter(stream: NodeJS.WriteStream): Printer {
  let shown = performance.now();
  let stage = "";
  let began = shown;
  const terminal = stream.isTTY === true;
  return {
    show: ({ stage: name, done, total }) => {
      const now = performance.now();
      if (name !== stage) {
        stage = name;
        began = now;
      }
      if (now - shown < (terminal ? EVERY_ON_TERMINAL : EVERY_ELSEWHERE)) return;
      shown = now;
      const rate = done / Math.max(0.001, (now - began) / 1000);
      const left = rate > 0 ? Math.ceil((total - done) / rate) : 0;
      const memory = Math.round(process.memoryUsage.rss() / 1e6);
      const figures = `${done.toLocaleString("en")} of ${total.toLocaleString("en")}, ${Math.round(rate)} a second, ${left} s left, ${memory} MB`;
      if (!terminal) {
        stream.write(`${name}: ${figures}\n`);
        return;
      }
      const full = Math.round((WIDTH * done) / Math.max(1, total));
      stream.write(`\r\x1b[K${name.padEnd(8)} ${"█".repeat(full)}${"░".repeat(WIDTH - full)} ${figures}`);
    },
    clear: () => {
      if (terminal) stream.write("\r\x1b[K");
    },
  };
}
