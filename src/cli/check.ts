/**
 * `warraq check`: reads and checks everything, publishes nothing. `--words` accounts for every word of every source,
 * `--dates` quotes what undated texts say about their dates.
 */
import { check } from "../build/build.ts";
import { type DatesOfFile, datesText } from "../check/dates-text.ts";
import { wordsText } from "../check/words-text.ts";
import { counted } from "../model/counted.ts";
import { inOrder, isError } from "../model/diagnostic.ts";
import { type FolderOptions, foldersOf, hasContent, OWN_TEMPLATES } from "./folders.ts";
import { fail, print, printDiagnostics, printJson } from "./print.ts";
import { today } from "./today.ts";

interface CheckOptions extends FolderOptions {
  readonly json?: boolean;
  readonly words?: boolean;
  readonly dates?: boolean;
}

export async function checkCommand(options: CheckOptions): Promise<void> {
  const folders = foldersOf(options);
  if (!hasContent(folders)) return;
  const {
    diagnostics: found,
    articles,
    ok,
  } = await check({ ...folders, templates: OWN_TEMPLATES, keepGoing: true });
  const { checkDays } = await import("../inspect/days.ts");
  const diagnostics = inOrder([...found, ...checkDays(folders.root, today)]);
  const words = options.words
    ? await (await import("../inspect/words.ts")).checkWords(folders.root, diagnostics.filter(isError))
    : null;
  const dates = options.dates ? await datesOf(folders.root) : null;
  if (!ok || words?.some(({ lost }) => lost.length > 0)) process.exitCode = 1;
  if (options.json) {
    const asked = { ...(words ? { words } : {}), ...(dates ? { dates } : {}) };
    printJson(words || dates ? { diagnostics, ...asked } : diagnostics);
    return;
  }
  printDiagnostics(diagnostics);
  if (words) print(wordsText(words));
  if (dates) print(datesText(dates));
  const errors = diagnostics.filter(isError).length;
  const count = [counted(errors, "error"), counted(diagnostics.length - errors, "warning")].join(", ");
  print(`${counted(articles, "article")} ${articles === 1 ? "is" : "are"} sound; ${count}.`);
}

/** A damaged cache is reported; the next build replaces it. */
async function datesOf(root: string): Promise<readonly DatesOfFile[]> {
  const { checkDates } = await import("../inspect/dates.ts");
  try {
    return checkDates(root);
  } catch (fault) {
    if (!(fault instanceof Error) || fault.name !== "StoreDamaged") throw fault;
    fail("The cache of the last build is damaged.\n  Build again: npx warraq build");
    return [];
  }
}
