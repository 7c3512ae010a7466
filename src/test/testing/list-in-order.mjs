/** Loaded into a real `warraq` before it starts (`node --import`): folders list their files in the order LIST_ORDER names. */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const { readdirSync } = fs;
const nameOf = (entry) => String(entry.name ?? entry);
/** A place that has nothing to do with the alphabet: the name read as a number to another base. */
const placeOf = (entry) =>
  [...nameOf(entry)].reduce((sum, c) => (sum * 31 + c.codePointAt(0) * 17) % 9973, 7);

fs.readdirSync = (...args) => {
  const entries = readdirSync(...args);
  return process.env.LIST_ORDER === "reversed"
    ? entries.toReversed()
    : entries.toSorted((a, b) => placeOf(a) - placeOf(b));
};
syncBuiltinESMExports();
