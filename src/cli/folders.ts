/** The folders a command works on, from its options. */
import { existsSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { fail } from "./print.ts";

/** The templates that come with the program. */
export const OWN_TEMPLATES = fileURLToPath(new URL("../../templates", import.meta.url));

export interface FolderOptions {
  readonly root: string;
  readonly out?: string;
}
export interface Folders {
  readonly root: string;
  readonly out: string;
  /** How `out` is named in messages: relative to the user's current folder. */
  readonly outName: string;
}

/** `npx warraq serve` with the folder options given to this command, to be run from the same folder. */
export const commandLine = (command: string, { root, out }: FolderOptions): string =>
  [
    `npx warraq ${command}`,
    root === "." ? "" : ` --root ${quoted(root)}`,
    out === undefined ? "" : ` --out ${quoted(out)}`,
  ].join("");
const quoted = (path: string): string => (/\s/.test(path) ? `"${path}"` : path);

export function foldersOf(options: FolderOptions): Folders {
  const root = resolve(options.root);
  const out = options.out === undefined ? join(root, "dist") : resolve(options.out);
  return { root, out, outName: relative(process.cwd(), out) || basename(out) };
}

/** True when there is a content/ folder; otherwise prints what to do and sets the exit code. */
export function hasContent({ root }: Folders): boolean {
  if (existsSync(join(root, "content"))) return true;
  fail(
    `There is no content/ folder in ${root}.\n  Name the folder that holds it with --root, or write a first article: npx warraq new "عنوان"`,
  );
  return false;
}
