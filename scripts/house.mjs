#!/usr/bin/env node
// The figures of the code: lines a room (tests and what stands in testing/ left out), the longest file, the fullest folder,
// circles of imports. `--json` prints them as data, `--pin` writes the lines of each room to house.json, which a test holds
// the rooms to: a new number is a decision, and its reason stands in ARCHITECTURE.md.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, posix, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const src = join(root, "src");
const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .map((name) => name.split(sep).join("/"))
  .filter((name) => name.endsWith(".ts") && !/\.test\.ts$|(?:^|\/)testing\//.test(name))
  .sort();
const texts = new Map(files.map((file) => [file, readFileSync(join(src, file), "utf8")]));
const linesOf = (file) => texts.get(file).trimEnd().split("\n").length;
const IMPORT =
  /(?:^|\n)(?:import|export)\b[^;"']*?from\s+"(\.[^"]+)"|import\(\s*"(\.[^"]+)"|(?:^|\n)import\s+"(\.[^"]+)"/g;
const importsOf = (file) =>
  [...texts.get(file).matchAll(IMPORT)]
    .map((match) => posix.join(dirname(file), match[1] ?? match[2] ?? match[3]))
    .filter((to) => texts.has(to));

function counted(keys, weight = () => 1) {
  const counts = {};
  for (const [file, key] of keys) counts[key] = (counts[key] ?? 0) + weight(file);
  return counts;
}
const largest = (counts) => Object.entries(counts).sort(([, a], [, b]) => b - a)[0];

/** Groups of files that import one another in a circle, types included (Tarjan's strongly connected components). */
function circles() {
  const found = [];
  const [order, low, stack] = [new Map(), new Map(), []];
  const visit = (file) => {
    order.set(file, order.size);
    low.set(file, order.get(file));
    stack.push(file);
    for (const next of importsOf(file)) {
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) low.set(file, Math.min(low.get(file), low.get(next)));
    }
    if (low.get(file) !== order.get(file)) return;
    const circle = stack.splice(stack.indexOf(file));
    if (circle.length > 1) found.push(circle.sort());
  };
  for (const file of files) if (!order.has(file)) visit(file);
  return found;
}

const rooms = counted(
  files.map((file) => [file, file.split("/")[0]]),
  linesOf,
);
const figures = {
  lines: Object.values(rooms).reduce((sum, lines) => sum + lines, 0),
  rooms,
  longestFile: largest(Object.fromEntries(files.map((file) => [file, linesOf(file)]))),
  fullestFolder: largest(counted(files.map((file) => [file, dirname(file)]))),
  circles: circles(),
};

const pinned = join(root, "house.json");
if (process.argv.includes("--pin")) writeFileSync(pinned, `${JSON.stringify({ rooms }, null, 2)}\n`);
else if (process.argv.includes("--json")) console.log(JSON.stringify(figures));
else {
  const before = JSON.parse(readFileSync(pinned, "utf8")).rooms;
  console.log(`${figures.lines} lines of program.`);
  for (const [room, lines] of Object.entries(rooms))
    console.log(`  ${room.padEnd(10)} ${String(lines).padStart(6)}  of ${before[room] ?? "none"} pinned`);
  console.log(
    `The longest file is ${figures.longestFile.join(", ")} lines; the fullest folder ${figures.fullestFolder.join(", ")} files.`,
  );
  console.log(figures.circles.length === 0 ? "No circles." : `Circles: ${JSON.stringify(figures.circles)}`);
}
