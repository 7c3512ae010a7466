#!/usr/bin/env node
// The command `warraq`: sees to it that Node is new enough before it reads a line that an old one cannot.
"use strict";

require("./check-node.cjs");
require("./start.cjs");
