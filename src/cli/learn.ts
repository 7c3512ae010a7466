/** `warraq learn`: what the raw pages of folders have in common, written as `_pages.yaml`, by which they are read. */
import { join, resolve } from "node:path";
import { isolate } from "../arabic/typography/bidi.ts";
import { forget, type Learned, learn, type Otherwise } from "../inspect/learn.ts";
import { counted } from "../model/counted.ts";
import { pathWithin } from "../model/path-within.ts";
import { type FolderOptions, foldersOf, hasContent } from "./folders.ts";
import { fail, print, printJson } from "./print.ts";

interface LearnOptions extends FolderOptions {
  readonly all?: boolean;
  readonly dryRun?: boolean;
  readonly forget?: boolean;
  readonly json?: boolean;
}

export async function learnCommand(named: readonly string[], options: LearnOptions): Promise<void> {
  const { root } = foldersOf(options);
  if (!hasContent({ root, out: "", outName: "" })) return;
  const content = join(root, "content");
  const folders = named.map((folder) => pathWithin(content, resolve(folder)));
  const outside = folders.indexOf(null);
  if (outside >= 0) {
    fail(
      `${isolate(named[outside] as string)} does not lie in ${isolate(content)}.\n  Name folders of content/.`,
    );
    return;
  }
  const within = folders as string[];
  if (options.forget) {
    const files = forget({ content, folders: within });
    print(
      files.length === 0
        ? "Nothing was learned there."
        : files.map((file) => `Removed content/${file}`).join("\n"),
    );
    return;
  }
  const { all = false, dryRun = false } = options;
  const learned = await learn({ content, folders: within, all, dryRun });
  if (options.json) printJson(learned);
  else print(learned.length === 0 ? NOTHING : learned.map((one) => textOf(one, dryRun)).join("\n"));
}

const NOTHING =
  "No folder has five raw pages (.txt) or more that share lines; there is nothing to learn from.\n  Pages are read one by one, as before.";
/** So many examples are shown of a folder, so many lines of each. */
const EXAMPLES = 3;
const LINES = 4;

/** The clearest first: those that differ in most fields, then in most lines. */
const clearest = (some: readonly Otherwise[]): readonly Otherwise[] =>
  some
    .toSorted(
      (a, b) => Object.keys(b.fields).length - Object.keys(a.fields).length || b.out.length - a.out.length,
    )
    .slice(0, EXAMPLES);

function textOf({ file, makes, pages, compared, otherwise }: Learned, dryRun: boolean): string {
  const of = makes === 1 ? "" : ` of ${makes} makes`;
  return [
    `content/${file}: ${dryRun ? "would hold" : "holds"} what ${counted(pages, "page")}${of} have in common; of ${compared} read both ways, ${otherwise.length} would read otherwise${otherwise.length > 0 ? ":" : "."}`,
    ...clearest(otherwise).flatMap(exampleLines),
  ].join("\n");
}

function exampleLines({ page, fields, out, in: added }: Otherwise): readonly string[] {
  const shown = (value: string): string => (value === "" ? "-" : isolate(value));
  const lines = (some: readonly string[], word: string): readonly string[] => [
    ...some.slice(0, LINES).map((line) => `    ${word} ${isolate(line.slice(0, 100))}`),
    ...(some.length > LINES ? [`    and ${some.length - LINES} more`] : []),
  ];
  return [
    `  content/${page}`,
    ...Object.entries(fields).map(
      ([name, [before, after]]) => `    ${name}: ${shown(before)} → ${shown(after)}`,
    ),
    ...lines(out, "set aside:"),
    ...lines(added, "in the text:"),
  ];
}
