/** `warraq check`: reads and checks everything, publishes nothing. */
import { build } from "../build.ts";
import { diagnosticsText } from "../report/text.ts";
import { OWN_TEMPLATES } from "./build.ts";
import { type FolderOptions, foldersOf, hasContent } from "./folders.ts";

interface CheckOptions extends FolderOptions {
  readonly json?: boolean;
}

export async function checkCommand(options: CheckOptions): Promise<void> {
  const folders = foldersOf(options);
  if (!hasContent(folders)) return;
  const { diagnostics, articles, ok } = await build({
    ...folders,
    templates: OWN_TEMPLATES,
    keepGoing: true,
    checkOnly: true,
  });
  if (!ok) process.exitCode = 1;
  if (options.json) {
    console.log(JSON.stringify(diagnostics));
    return;
  }
  if (diagnostics.length > 0)
    console.error(diagnosticsText(diagnostics, { colour: process.stderr.isTTY === true }));
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  console.log(`${articles} articles are sound; ${errors} errors, ${diagnostics.length - errors} warnings.`);
}
