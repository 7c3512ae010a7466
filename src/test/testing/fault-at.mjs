/**
 * Loaded into a real `warraq` before it starts (`node --import`): makes the nth operation by which it changes the root's
 * files the last one, or the first that meets a full disk. All the disk ever sees of a program are these operations, so
 * to stop at each in turn is to stop at every moment there is. A write is cut in half, the others are not done.
 *
 * FAULT_ROOT: the folder whose operations count. FAULT: `count` prints their number at the end, `kill:N` kills the
 * process with SIGKILL, `full:N` fails from there on whatever needs room. In each thread operations are counted apart.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { isMainThread } from "node:worker_threads";

const root = process.env.FAULT_ROOT;
const [kind, at] = (process.env.FAULT ?? "").split(":");
const last = at === undefined ? Number.POSITIVE_INFINITY : Number(at);
const within = new Set();
let count = 0;

const die = () => {
  process.kill(process.pid, "SIGKILL");
  for (;;);
};
const full = (path) =>
  Object.assign(new Error(`ENOSPC: no space left on device, '${path}'`), { code: "ENOSPC", path });
const half = (data) => (typeof data === "string" ? Buffer.from(data) : data).subarray(0, data.length >> 1);

/** Counts an operation, and does what is due: `torn` does its half. */
function meet(path, needsRoom, torn = () => {}) {
  count += 1;
  if (count < last || (count > last && kind === "kill")) return;
  if (kind === "kill") {
    torn();
    die();
  }
  if (kind === "full" && needsRoom) {
    torn();
    throw full(path);
  }
}
const counts = (path) => typeof path === "string" && path.startsWith(root);

const { openSync, closeSync, writeSync, writeFileSync } = fs;
for (const name of ["renameSync", "rmSync", "rmdirSync", "mkdirSync", "linkSync", "unlinkSync"]) {
  const real = fs[name];
  fs[name] = (path, ...rest) => {
    if (counts(path)) meet(path, name === "linkSync" || (name === "mkdirSync" && !fs.existsSync(path)));
    return real(path, ...rest);
  };
}
fs.openSync = (path, flags, ...rest) => {
  const writes = counts(path) && /[wa+]/.test(String(flags));
  if (writes) meet(path, true);
  const file = openSync(path, flags, ...rest);
  if (writes) within.add(file);
  return file;
};
fs.closeSync = (file) => {
  within.delete(file);
  closeSync(file);
};
fs.writeSync = (file, data, ...rest) => {
  if (within.has(file)) meet(`file ${file}`, true, () => writeSync(file, half(data)));
  return writeSync(file, data, ...rest);
};
fs.writeFileSync = (path, data, ...rest) => {
  if (counts(path)) meet(path, true, () => writeFileSync(path, half(data)));
  return writeFileSync(path, data, ...rest);
};
syncBuiltinESMExports();
if (kind === "count" && isMainThread)
  process.on("exit", () => process.stdout.write(`operations: ${count}\n`));
