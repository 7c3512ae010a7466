// Ends the process with one line where Node is too old: `node --require ./bin/check-node.cjs SCRIPT`.
"use strict";

const fault = require("./node-version.cjs").faultOf(process.versions.node);
if (fault !== null) {
  console.error(fault);
  process.exit(1);
}
