#!/usr/bin/env node
// Compiles the program into lib/: TypeScript, the scripts and fonts that readers' browsers load, and the digest of each
// room's source, which is part of every cache key.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compileClient } from "./compile-client.mjs";
import { compileFonts } from "./compile-fonts.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const src = join(root, "src");
const lib = join(root, "lib");

const sources = (folder) =>
  readdirSync(join(src, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ts$/.test(entry.name) && !/\.test\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

const digest = (files) => {
  const sha = createHash("sha256");
  for (const file of files)
    sha.update(file.slice(src.length)).update("\0").update(readFileSync(file)).update("\0");
  return sha.digest("base64url").slice(0, 22);
};

/** The whole of what compiling depends on: when it is what it was, lib/ is too. */
function inputsDigest() {
  const sha = createHash("sha256").update(digest(sources(".")));
  for (const file of [
    "tsconfig.json",
    "package-lock.json",
    "scripts/compile.mjs",
    "scripts/compile-client.mjs",
    "scripts/compile-fonts.mjs",
  ])
    sha.update(readFileSync(join(root, file)));
  return sha.digest("hex");
}

function compileProgram() {
  const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
  const { status } = spawnSync(process.execPath, [tsc, "-p", join(root, "tsconfig.build.json")], {
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
  const rooms = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const table = Object.fromEntries(rooms.map(({ name }) => [name, digest(sources(name))]));
  writeFileSync(join(lib, "rooms.json"), `${JSON.stringify(table, null, 2)}\n`);
}

const stamp = join(lib, "compiled.txt");
const inputs = inputsDigest();
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== inputs) {
  rmSync(stamp, { force: true });
  compileProgram();
  await compileClient(lib);
  await compileFonts(lib);
  writeFileSync(stamp, inputs);
}
