/** `warraq serve`: a built site as a host would serve it. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { serveFolder } from "../dev/server.ts";
import { baseOf } from "./base.ts";
import { commandLine, type FolderOptions, foldersOf } from "./folders.ts";
import { fail, print, printError } from "./print.ts";
import { untilStopped } from "./until-stopped.ts";

interface ServeCommandOptions extends FolderOptions {
  readonly port: number;
  readonly host: string;
}

export async function serveCommand(options: ServeCommandOptions): Promise<void> {
  const { root, out, outName } = foldersOf(options);
  if (!existsSync(join(out, "manifest-sha256.txt"))) {
    fail(`There is no site in ${outName}.\n  Build it first: ${commandLine("build", options)}`);
    return;
  }
  const stopped = untilStopped();
  const server = await serveFolder({
    folder: out,
    base: () => baseOf(root),
    host: options.host,
    port: options.port,
    print: printError,
  });
  print(`Serving ${outName} at ${server.url}\nCtrl-C ends it.`);
  await stopped;
  await server.close();
}
