// Which Node the program needs, for the command and for the scripts that compile and test it. Read before anything else, by
// whatever Node there is: so it is CommonJS, imports nothing, and is written in the JavaScript that every Node knows.
"use strict";

const OLDEST = require("../package.json").engines.node.replace(/^>=/, "");
/** The release that README recommends. */
const RECOMMENDED = "24";

/**
 * @param {string} found A version as `process.versions.node` states it: `18.20.8`.
 * @returns {string | null} What is wrong with it and what to do, in one line; null where the program runs on it.
 */
exports.faultOf = (found) => {
  const [needed, there] = [OLDEST, found].map((version) => version.split(".").map(Number));
  const isEnough = there[0] > needed[0] || (there[0] === needed[0] && there[1] >= needed[1]);
  return isEnough
    ? null
    : `Warraq needs Node ${OLDEST} or later, and this is Node ${found}: install Node ${RECOMMENDED} from https://nodejs.org/, then run the command again.`;
};
