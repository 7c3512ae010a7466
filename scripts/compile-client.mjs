// Bundles what runs in browsers: one small file for each entry in src/client/ for readers, and of src/client/dev/ for
// whoever edits.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const client = fileURLToPath(new URL("../src/client/", import.meta.url));

/** One bundle for each TypeScript file of the folder. */
async function bundle(folder, outdir) {
  const entries = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  await build({
    entryPoints: entries.map((name) => join(folder, name)),
    outdir,
    bundle: true,
    minify: true,
    format: "iife",
    target: ["es2020"],
    charset: "utf8",
    logLevel: "warning",
  });
}

/** @param {string} lib The folder of the compiled program: assets/ goes with every site, dev/ never does. */
export async function compileClient(lib) {
  await bundle(client, join(lib, "assets"));
  await bundle(join(client, "dev"), join(lib, "dev"));
}
