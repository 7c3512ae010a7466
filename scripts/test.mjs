#!/usr/bin/env node
// All tests: compiles the program, finds a Chromium, runs vitest. Arguments go to vitest. With REPORT=FILE its counts are
// written there as JSON too.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
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

if (!existsSync(new URL("../../shared/", import.meta.url)))
  console.log("Tests of real text are left out: there is no folder ../shared beside the repository.");
if (java === null) console.log("The check that pages are valid HTML is left out: it needs Java 17 or later.");
const compiled = node(["scripts/compile.mjs"]);
if (compiled !== 0) process.exit(compiled);
const reporters = process.env.REPORT
  ? ["--reporter=default", "--reporter=json", `--outputFile.json=${process.env.REPORT}`]
  : [];
process.exit(node(["node_modules/vitest/vitest.mjs", "run", ...reporters, ...process.argv.slice(2)]));
