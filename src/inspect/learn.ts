/** `content/` → what the raw pages of its folders have in common, as files `_pages.yaml`, and how they would be read by it. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { decode } from "../content/decode.ts";
import { scan } from "../content/scan.ts";
import { type LearnedFolder, learnFolders } from "../learn/learn-folder.ts";
import { evenly } from "../learn/pages.ts";
import type { SourceFile } from "../model/article.ts";
import type { Makes } from "../read/make/make.ts";
import { MAKES_FILE, readMakes } from "../read/make/read-makes.ts";
import { makesText, ownOf } from "../read/make/write-makes.ts";
import { kindOf, type ParsedText, parse } from "../read/parse.ts";

/** So many pages are read both ways, unless all are. */
const SAMPLE = 200;

export interface LearnRequest {
  /** The folder content/. */
  readonly content: string;
  /** Folders within it; all of it where none is named. */
  readonly folders: readonly string[];
  readonly all: boolean;
  readonly dryRun: boolean;
}

/** What a page says, read alone and read by the make of its folder. */
export interface Otherwise {
  readonly page: string;
  /** Fields that differ, and both values. */
  readonly fields: Readonly<Record<string, readonly [alone: string, learned: string]>>;
  /** Lines of the text that are set aside, and lines that are in it now. */
  readonly out: readonly string[];
  readonly in: readonly string[];
}
export interface Learned {
  /** Within content/. */
  readonly file: string;
  readonly makes: number;
  readonly pages: number;
  /** How many were read both ways, and which of them differ. */
  readonly compared: number;
  readonly otherwise: readonly Otherwise[];
}

const isWithin = (path: string, folders: readonly string[]): boolean =>
  folders.length === 0 || folders.some((folder) => folder === "" || path.startsWith(`${folder}/`));

/** @throws Error of the file system where a file cannot be written. */
export async function learn({ content, folders, all, dryRun }: LearnRequest): Promise<readonly Learned[]> {
  const { articles = [] } = scan(content).value ?? {};
  const textOf = (path: string): string | null => {
    try {
      return decode(readFileSync(join(content, path)), path).value ?? null;
    } catch {
      return null;
    }
  };
  const isRaw = ({ path }: SourceFile): boolean =>
    /\.txt$/i.test(path) && isWithin(path, folders) && !path.startsWith("pages/");
  const found = learnFolders(
    articles.filter(isRaw).map(({ path }) => path),
    (path) => {
      const text = textOf(path);
      return text !== null && kindOf(path, text) === "raw" ? text : null;
    },
  );
  const learned: Learned[] = [];
  for (const one of found) {
    const path = one.folder === "" ? MAKES_FILE : `${one.folder}/${MAKES_FILE}`;
    const file = join(content, path);
    const text = makesText(one.makes, existsSync(file) ? ownOf(readFileSync(file, "utf8")) : "");
    const makes = readMakes(text, path).value;
    if (!makes) throw new Error(`what was learned of ${path} cannot be read`);
    const sample = all ? one.pages : evenly(one.pages, SAMPLE);
    learned.push({
      ...{ file: path, makes: one.makes.length, pages: one.pages.length, compared: sample.length },
      otherwise: await compare(sample, textOf, makes),
    });
    if (!dryRun) writeFileSync(file, text);
  }
  return learned;
}

/** Takes the files away. @returns Which they were, within content/. */
export function forget({ content, folders }: Pick<LearnRequest, "content" | "folders">): readonly string[] {
  const { makes = [] } = scan(content).value ?? {};
  const files = makes.map(({ path }): string => path).filter((path) => isWithin(path, folders));
  for (const path of files) rmSync(join(content, path));
  return files;
}

async function compare(
  pages: LearnedFolder["pages"],
  textOf: (path: string) => string | null,
  makes: Makes,
): Promise<readonly Otherwise[]> {
  const found: Otherwise[] = [];
  for (const page of pages) {
    const text = textOf(page);
    if (text === null) continue;
    const alone = (await parse(text, "raw", page)).value;
    const learned = (await parse(text, "raw", page, makes)).value;
    const one = alone && learned && otherwise(page, alone, learned);
    if (one) found.push(one);
  }
  return found;
}

const FIELDS = ["title", "date", "authors", "section", "tags"] as const;

function otherwise(page: string, alone: ParsedText, learned: ParsedText): Otherwise | null {
  const stated = ({ parsed }: ParsedText, name: (typeof FIELDS)[number]): string => {
    const value = parsed.metadata[name] ?? "";
    return typeof value === "string" ? value : value.join(", ");
  };
  const pairs = FIELDS.map((name) => [name, [stated(alone, name), stated(learned, name)] as const] as const);
  const fields = Object.fromEntries(pairs.filter(([, [before, after]]) => before !== after));
  const [before, after] = [alone, learned].map(({ body }) => body.plain.split("\n")) as [string[], string[]];
  const [inBefore, inAfter] = [new Set(before), new Set(after)];
  const [out, added] = [
    before.filter((line) => !inAfter.has(line)),
    after.filter((line) => !inBefore.has(line)),
  ];
  return Object.keys(fields).length + out.length + added.length === 0
    ? null
    : { page, fields, out, in: added };
}
