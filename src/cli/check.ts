/** `warraq check`: reads and checks everything, publishes nothing. `--words` accounts for every word of every source. */
import { build } from "../build.ts";
import { wordsText } from "../check/words-text.ts";
import { counted } from "../model/counted.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { diagnosticsText } from "../report/text.ts";
import { OWN_TEMPLATES } from "./build.ts";
import { type FolderOptions, foldersOf, hasContent } from "./folders.ts";

interface CheckOptions extends FolderOptions {
  readonly json?: boolean;
  readonly words?: boolean;
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
  const isError = ({ severity }: Diagnostic): boolean => severity === "error";
  const words = options.words
    ? await (await import("../work/check-words.ts")).checkWords(folders.root, diagnostics.filter(isError))
    : null;
  if (!ok || words?.some(({ lost }) => lost.length > 0)) process.exitCode = 1;
  if (options.json) {
    console.log(JSON.stringify(words ? { diagnostics, words } : diagnostics));
    return;
  }
  if (diagnostics.length > 0)
    console.error(diagnosticsText(diagnostics, { colour: process.stderr.isTTY === true }));
  if (words) console.log(wordsText(words));
  const errors = diagnostics.filter(isError).length;
  const found = [counted(errors, "error"), counted(diagnostics.length - errors, "warning")].join(", ");
  console.log(`${counted(articles, "article")} ${articles === 1 ? "is" : "are"} sound; ${found}.`);
}
