#!/usr/bin/env node
// All tests: compiles the program, finds a Chromium, runs vitest. Arguments go to vitest. With REPORT=FILE its counts are
// written there as JSON too.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { findChromium } from "./find-chromium.mjs";
import { findJava } from "./find-java.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const chromium = findChromium();
const java = findJava();
const node = (args) =>
  spawnSync(process.execPath, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, CHROMIUM_PATH: chromium, JAVA_PATH: java ?? "" },
  }).status ?? 1;

if (java === null) {
  const isMust = Boolean(process.env.CI);
  console.log(
    `The check that pages are valid HTML ${isMust ? "cannot be made" : "is left out"}: it needs Java 17 or later (Debian package default-jre-headless).`,
  );
  if (isMust) process.exit(1);
}
const compiled = node(["scripts/compile.mjs"]);
if (compiled !== 0) process.exit(compiled);
const reporters = process.env.REPORT
  ? ["--reporter=default", "--reporter=json", `--outputFile.json=${process.env.REPORT}`]
  : [];
process.exit(node(["node_modules/vitest/vitest.mjs", "run", ...reporters, ...process.argv.slice(2)]));
