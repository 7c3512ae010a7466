// A program run to its end: seconds, seconds of the processor, and the most memory it held, all its threads together.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

const TICKS = 100;

/** Read from the system while it runs, since nothing is left to ask afterwards: at most one look before the end is lost. */
function look(pid, into) {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    if (peak) into.peak = Number(peak) / 1024;
    into.cpu = (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    // It has just ended.
  }
}

/** @returns seconds, `cpu` seconds, `peak` in MB, and what it printed. @throws Error when it fails. */
export function run(program, args, options = {}) {
  const figures = { cpu: 0, peak: 0 };
  const start = performance.now();
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
  const timer = setInterval(() => look(child.pid, figures), 10);
  const printed = [];
  const said = [];
  child.stdout.on("data", (bytes) => printed.push(bytes));
  child.stderr.on("data", (bytes) => said.push(bytes));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(timer);
      const seconds = (performance.now() - start) / 1000;
      const output = Buffer.concat(printed).toString();
      if (code === 0) resolve({ ...figures, seconds, output });
      else reject(new Error(`${program} ended with ${code}: ${Buffer.concat(said).toString() || output}`));
    });
  });
}
