// Loads the compiled program, or says how to compile it where a clone holds its source alone.
"use strict";

const { existsSync } = require("node:fs");
const { join } = require("node:path");

if (existsSync(join(__dirname, "../lib/cli/main.js"))) {
  import("../lib/cli/main.js");
} else {
  console.error("Warraq is not compiled yet: run npm ci && npm run compile, then the command again.");
  process.exit(1);
}
