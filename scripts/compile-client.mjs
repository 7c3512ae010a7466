// Bundles what runs in readers' browsers: one small file for each entry in src/client/.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const client = fileURLToPath(new URL("../src/client/", import.meta.url));

/** @param {string} out The folder the bundles go to. */
export async function compileClient(out) {
  const entries = readdirSync(client).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  await build({
    entryPoints: entries.map((name) => join(client, name)),
    outdir: out,
    bundle: true,
    minify: true,
    format: "iife",
    target: ["es2020"],
    charset: "utf8",
    logLevel: "warning",
  });
}
