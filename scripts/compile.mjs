#!/usr/bin/env node
// Compiles the program into lib/: TypeScript, the scripts and fonts that readers' browsers load, and which module imports
// which, with a digest of each: what stored values are keyed by (src/cache/keys/fingerprint.ts).
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
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
}

/** What Node starts: the program, and what it runs in threads, which no import leads to. */
const ENTRIES = ["cli/main.ts", "workers/tasks.ts", "workers/scan-thread.ts", "workers/altered-thread.ts"];

/** `@scope/name/inner.js` → `@scope/name`. */
const libraryOf = (specifier) => specifier.match(/^(?:@[^/]+\/)?[^/]+/)[0];

/** Libraries that `require` loads, since they are rarely needed where nothing can be waited for: their type names them. */
const requiredBy = (text) => [...text.matchAll(/typeof import\("([^"]+)"\)/g)].map((match) => match[1]);

/** Every module of the program with a digest of its source, the modules it imports, and the libraries. */
async function writeModules() {
  const { metafile } = await build({
    absWorkingDir: src,
    entryPoints: ENTRIES,
    outdir: ".",
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    write: false,
    metafile: true,
    logLevel: "warning",
  });
  const table = {};
  for (const [path, { imports }] of Object.entries(metafile.inputs)) {
    const inner = imports.filter(({ external }) => !external).map(({ path }) => path);
    const libraries = imports
      .filter(({ external, path }) => external && !isBuiltin(path))
      .map(({ path }) => path)
      .concat(requiredBy(readFileSync(join(src, path), "utf8")));
    table[path] = {
      digest: digest([join(src, path)]),
      imports: [...new Set(inner)].sort(),
      libraries: [...new Set(libraries.map(libraryOf))].sort(),
    };
  }
  writeFileSync(join(lib, "modules.json"), `${JSON.stringify(table)}\n`);
}

const stamp = join(lib, "compiled.txt");
const inputs = inputsDigest();
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== inputs) {
  // Whole: what its source no longer holds would be packed with it, and the stamp goes with it until all is made.
  rmSync(lib, { recursive: true, force: true });
  compileProgram();
  await writeModules();
  await compileClient(lib);
  await compileFonts(lib);
  writeFileSync(stamp, inputs);
}
