/** `warraq why`: what a page depends on, whether the next build would render it again, and why. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { isolate } from "../arabic/typography/bidi.ts";
import { plan } from "../build/build.ts";
import type { PlannedSite } from "../build/published-site.ts";
import { explainPage, type NextBuild, type PageExplained } from "../inspect/why.ts";
import { type Diagnostic, isError } from "../model/diagnostic.ts";
import { pathWithin } from "../model/path-within.ts";
import { addressesOf } from "./addresses.ts";
import { type FolderOptions, type Folders, foldersOf, hasContent, OWN_TEMPLATES } from "./folders.ts";
import { fail, print, printDiagnostics, printJson } from "./print.ts";

interface WhyOptions extends FolderOptions {
  readonly json?: boolean;
}

export async function whyCommand(path: string, options: WhyOptions): Promise<void> {
  const folders = foldersOf(options);
  if (!hasContent(folders)) return;
  let found: PageExplained | null | undefined;
  const errors = await plannedBy(folders, (planned) => {
    found = explainPage(filesMeant(path, folders, planned), planned);
  });
  if (errors === null) return;
  printDiagnostics(errors);
  if (found) options.json ? printJson(found) : print(textOf(found));
  else if (found === null)
    fail(
      `Nothing makes ${isolate(path)}, and the last build did not.\n  Name an address (/2017/11/22/…/) or a file of ${folders.outName}.`,
    );
  else if (errors.length === 0)
    fail(`There is no last build in ${folders.root} to compare with.\n  Build first: npx warraq build`);
  else fail("The next build publishes nothing until that is mended.");
}

/** The diagnostics; null when there is nothing to plan from, which is printed. */
async function plannedBy(
  folders: Folders,
  use: (planned: PlannedSite) => void,
): Promise<readonly Diagnostic[] | null> {
  // A build would create the cache's folder; this command must not.
  if (!existsSync(join(folders.root, ".warraq"))) return [];
  try {
    const report = await plan({ ...folders, templates: OWN_TEMPLATES, keepGoing: false }, use);
    return report.diagnostics.filter(isError);
  } catch (fault) {
    if (!(fault instanceof Error) || fault.name !== "StoreDamaged") throw fault;
    fail("The cache of the last build is damaged.\n  Build again: npx warraq build");
    return null;
  }
}

/** The files of the site that the user may mean: by an address, or by a path on disk. */
function filesMeant(path: string, { root, out }: Folders, { site }: PlannedSite): ReadonlySet<string> {
  const addressed = addressesOf(path, site).flatMap((address) => {
    const inner = address.replace(/^\/+/, "");
    return [`${inner}index.html`, inner.replace(/\/$/, "")];
  });
  const onDisk = [resolve(path), resolve(root, path)].flatMap((file) => pathWithin(out, file) ?? []);
  return new Set([...addressed, ...onDisk]);
}

const NEXT: Readonly<Record<NextBuild, string>> = {
  leave: "The next build leaves it as it is: nothing it depends on has changed.",
  render: "The next build renders it again: what it depends on has changed.",
  restore: "The next build makes it again: its file is not there as the last build left it.",
  make: "The next build makes it: the last one had no such page.",
  remove: "The next build removes it: nothing makes it any more.",
  sum: "Every build makes it last, of what all other files became.",
};
/** Items listed of one input. */
const NAMED = 12;

function textOf({ path, kind, next, inputs }: PageExplained): string {
  const lines = inputs.map(({ input, differs, of, changed }) => {
    const state = differs === null ? "new" : differs ? "differs" : "same";
    const others = of.filter((one) => !changed.includes(one));
    const names = [...changed.map((one) => `${isolate(one)} (changed)`), ...others.map(isolate)];
    const named = names.length > 0 ? `: ${names.slice(0, NAMED).join(", ")}` : "";
    const more = names.length > NAMED ? `, and ${names.length - NAMED} more` : "";
    return `  ${state.padEnd(8)} ${input}${named}${more}`;
  });
  return [`${isolate(path)}${kind ? ` (${kind})` : ""}`, NEXT[next], ...lines].join("\n");
}
